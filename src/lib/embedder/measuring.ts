import type { EncodedRubric, EncodedText } from '$lib/domain/grading/encoded';
import { measureEvidence } from '$lib/domain/grading/evidence';
import type { Evidence } from '$lib/domain/grading/types';
import type { RubricTexts } from './embedder';
import type { Encoder } from './encode';
import { rubricKey, startRubric, type RubricProgress } from './rubric-texts';
import { createTextCache } from './text-cache';

/** What the queue of work reports to and leans on. */
export interface MeasuringDeps {
	/** Lets messages that have arrived be heard before the next pass. */
	readonly breathe: () => Promise<void>;
	/** Milliseconds, for durations only. */
	readonly now: () => number;
	readonly onMeasured: (id: number, evidence: Evidence, milliseconds: number) => void;
	readonly onFailed: (id: number, error: unknown) => void;
}

interface Measure {
	readonly id: number;
	readonly rubric: RubricTexts;
	readonly answer: string;
}

/** Rubrics kept with their vectors: the present question, its neighbours, and a few to go back to. */
const MOST_RUBRICS = 6;
/** 30 MB of word vectors: about eighty answers of 250 words, or two of the longest allowed. */
const MOST_ANSWER_WORDS = 20_000;

/** Thrown inside a reading that nobody waits for any more. */
class Dropped extends Error {}

/**
 * Orders the model's work: answers to grade first, then the draft, then the texts of rubrics, one
 * pass at a time with a look at the messages between.
 */
export function createMeasuring(encoder: Encoder, deps: MeasuringDeps) {
	const read = createTextCache(MOST_ANSWER_WORDS);
	const rubrics = new Map<string, RubricProgress>();
	const measures: Measure[] = [];
	let draft: string | undefined;
	let working = false;

	return {
		/** Embeds a rubric's texts in the background. */
		prepare(rubric: RubricTexts): void {
			progressOf(rubric);
			void work();
		},
		/** Measures an answer before anything else; the result goes to `onMeasured`. */
		measure(measure: Measure): void {
			measures.push(measure);
			void work();
		},
		/** Reads a draft ahead, in place of any earlier one. */
		ahead(text: string): void {
			draft = text;
			void work();
		},
		/** Lets go of a measure: one that runs stops before its next pass. */
		abort(id: number): void {
			const index = measures.findIndex((measure) => measure.id === id);
			if (index >= 0) measures.splice(index, 1);
		}
	};

	async function work(): Promise<void> {
		if (working) return;
		working = true;
		for (;;) {
			await deps.breathe();
			const measure = measures[0];
			const rubric = [...rubrics.values()].findLast((one) => one.missing() !== undefined);
			if (measure !== undefined) await answer(measure);
			else if (draft !== undefined) await readAhead(draft);
			else if (rubric !== undefined) await readNext(rubric);
			else break;
		}
		working = false;
	}

	async function answer(measure: Measure): Promise<void> {
		const startedAt = deps.now();
		const stillWanted = async () => {
			await deps.breathe();
			if (!measures.includes(measure)) throw new Dropped();
		};
		try {
			const encoded = await readAnswer(measure.answer, stillWanted);
			const rubric = await complete(measure.rubric, stillWanted);
			const evidence = measureEvidence(rubric, encoded);
			deps.onMeasured(measure.id, evidence, deps.now() - startedAt);
		} catch (error) {
			if (!(error instanceof Dropped)) deps.onFailed(measure.id, error);
		}
		const index = measures.indexOf(measure);
		if (index >= 0) measures.splice(index, 1);
	}

	async function readAhead(text: string): Promise<void> {
		try {
			await readAnswer(text, async () => {
				await deps.breathe();
				const inTheWay = measures[0] !== undefined && measures[0].answer !== text;
				if (draft !== text || inTheWay) throw new Dropped();
			});
			if (draft === text) draft = undefined;
		} catch (error) {
			// A draft that cannot be read is no loss: the measure that needs it will say so.
			if (!(error instanceof Dropped) && draft === text) draft = undefined;
		}
	}

	async function readNext(rubric: RubricProgress): Promise<void> {
		const text = rubric.missing();
		if (text === undefined) return;
		try {
			rubric.add(await encoder.encode(text));
		} catch {
			// As above; kept on the list, it would be tried again without end.
			for (const [key, one] of rubrics) if (one === rubric) rubrics.delete(key);
		}
	}

	async function readAnswer(text: string, check: () => Promise<void>): Promise<EncodedText> {
		const known = read.get(text);
		if (known !== undefined) return known;
		const encoded = await encoder.encode(text, check);
		read.set(encoded);
		return encoded;
	}

	async function complete(texts: RubricTexts, check: () => Promise<void>): Promise<EncodedRubric> {
		const rubric = progressOf(texts);
		for (;;) {
			const done = rubric.encoded();
			if (done !== undefined) return done;
			await check();
			const text = rubric.missing();
			if (text !== undefined) rubric.add(await encoder.encode(text));
		}
	}

	/** Finds or starts a rubric and counts it as used just now. */
	function progressOf(rubric: RubricTexts): RubricProgress {
		const key = rubricKey(rubric);
		const progress = rubrics.get(key) ?? startRubric(rubric, encoder.model);
		rubrics.delete(key);
		rubrics.set(key, progress);
		const oldest = rubrics.keys().next().value;
		if (rubrics.size > MOST_RUBRICS && oldest !== undefined) rubrics.delete(oldest);
		return progress;
	}
}
