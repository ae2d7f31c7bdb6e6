import type { EncodedRubric, EncodedText } from '$lib/domain/grading/encoded';
import type { RubricTexts } from './embedder';

/** A rubric whose texts are being embedded, one at a time. */
export interface RubricProgress {
	/** The next text that has to be read; undefined once all are there. */
	missing(): string | undefined;
	add(encoded: EncodedText): void;
	/** The rubric with its vectors; undefined until all texts are there. */
	encoded(): EncodedRubric | undefined;
}

/**
 * Names a rubric by its content, so that an edited question is embedded anew. The rubric has come
 * through its schema, which fixes the order of its fields.
 */
export function rubricKey(rubric: RubricTexts): string {
	return JSON.stringify(rubric);
}

/** Starts a rubric; texts that appear twice are read once. */
export function startRubric(rubric: RubricTexts, model: string): RubricProgress {
	const waiting = new Set(textsOf(rubric));
	const texts = new Map<string, EncodedText>();
	let whole: EncodedRubric | undefined;

	return {
		missing: () => waiting.values().next().value,
		add(encoded) {
			waiting.delete(encoded.text);
			texts.set(encoded.text, encoded);
		},
		encoded() {
			if (waiting.size > 0) return undefined;
			// The same object each time: what is worked out of it once is found again by it.
			whole ??= {
				model,
				texts: rubric,
				prompt: text(rubric.prompt),
				expected: rubric.expected.map(text),
				points: rubric.points.map((point) => point.wordings.map(text)),
				misconceptions: rubric.misconceptions.map((one) => one.wordings.map(text)),
				counterexamples: (rubric.counterexamples ?? []).map(text)
			};
			return whole;
		}
	};

	function text(wanted: string): EncodedText {
		const found = texts.get(wanted);
		if (found === undefined) throw new Error('A text of the rubric was never read');
		return found;
	}
}

/** The texts of a rubric in the order in which they are wanted. */
function textsOf(rubric: RubricTexts): string[] {
	return [
		rubric.prompt,
		...rubric.expected,
		...rubric.points.flatMap((point) => point.wordings),
		...rubric.misconceptions.flatMap((one) => one.wordings),
		...(rubric.counterexamples ?? [])
	];
}
