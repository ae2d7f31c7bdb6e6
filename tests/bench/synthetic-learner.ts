import { createRandom, type Random } from '$lib/domain/random';
import type { Candidate } from '$lib/domain/selection/types';
import { DIFFICULTIES } from '$lib/domain/types';
import { PracticeLog } from '../support/practice-log';

/** What a kind of synthetic learner is made of. Strengths 0–1. */
export interface LearnerKind {
	/** Taken off a concept's strength by each question spent elsewhere, never below its start. */
	readonly forgets: number;
	/**
	 * Taken off the other of the first two concepts by each question on one, unless the other was
	 * asked within the last CONFUSION_WINDOW questions.
	 */
	readonly confuses: number;
	/** The product also tells what is due for review. */
	readonly hasReviews: boolean;
}

export const CONCEPTS = 12;
const QUESTIONS_A_CONCEPT = 8;
/** Share of what is missing that a question on a concept adds to its strength. */
const LEARNS = 0.12;
/** Standard deviation of a score around the strength. */
const NOISE = 0.18;
/** Strength from which a concept is mastered. */
const MASTERED_FROM = 0.8;
const CONFUSION_WINDOW = 4;
const TOPIC = 'synthetic';
const DAY_MS = 86_400_000;
const QUESTION_MS = 120_000;
const START_MS = Date.UTC(2026, 0, 5, 18);

export const POOL: readonly Candidate[] = Array.from({ length: CONCEPTS }, (_, concept) =>
	Array.from({ length: QUESTIONS_A_CONCEPT }, (_, number) => ({
		id: `c${String(concept)}-q${String(number)}`,
		topic: TOPIC,
		difficulty: DIFFICULTIES[number % DIFFICULTIES.length] ?? 'medium',
		concepts: [`c${String(concept)}`]
	}))
).flat();

const CONCEPT_OF = new Map(POOL.map(({ id }) => [id, Number(id.slice(1, id.indexOf('-')))]));

/**
 * A made-up learner who practises one session a day. True strengths start at Beta(2, 3) and are
 * never shown; what a policy sees is the product's own mastery, folded from noisy scores.
 */
export class SyntheticLearner {
	readonly log: PracticeLog;
	readonly #kind: LearnerKind;
	readonly #noise: Random;
	readonly #start: readonly number[];
	readonly #strengths: number[];
	readonly #masteries: (number | undefined)[] = Array.from({ length: CONCEPTS }, () => undefined);
	readonly #lastAsked: number[] = Array.from({ length: CONCEPTS }, () => -Infinity);

	/** The same number has the same strengths at the start, whatever the seed of its luck. */
	constructor(kind: LearnerKind, number: number, seed: number) {
		this.#kind = kind;
		this.log = new PracticeLog(kind.hasReviews);
		const birth = createRandom(number);
		this.#start = Array.from({ length: CONCEPTS }, () => betaTwoThree(birth));
		this.#strengths = [...this.#start];
		this.#noise = createRandom(1_000_003 * seed + number);
	}

	/** Questions so far. */
	get shown(): number {
		return this.log.shownIn(TOPIC);
	}

	get isDone(): boolean {
		return this.#strengths.every((strength) => strength >= MASTERED_FROM);
	}

	/** @param sessionLength questions a day */
	nowMs(sessionLength: number): number {
		return START_MS + Math.floor(this.shown / sessionLength) * DAY_MS + this.shown * QUESTION_MS;
	}

	/** The product's mastery of each concept, 0–1; undefined before the first answer. */
	get masteries(): readonly (number | undefined)[] {
		return this.#masteries;
	}

	/** @returns the score, 0–1 */
	answer(question: Candidate, nowMs: number): number {
		const concept = conceptOf(question.id);
		const score = clip((this.#strengths[concept] ?? 0) + NOISE * normal(this.#noise));
		this.log.answer(question, score, nowMs);
		this.#masteries[concept] = this.log.masteryOf(TOPIC, question.concepts[0] ?? '');
		this.#learn(concept);
		return score;
	}

	#learn(asked: number): void {
		const other = asked === 0 ? 1 : asked === 1 ? 0 : null;
		const isApart = other !== null && this.shown - (this.#lastAsked[other] ?? 0) > CONFUSION_WINDOW;
		for (const [concept, strength] of this.#strengths.entries()) {
			const lost = this.#kind.forgets + (concept === other && isApart ? this.#kind.confuses : 0);
			this.#strengths[concept] =
				concept === asked
					? strength + LEARNS * (1 - strength)
					: Math.max(this.#start[concept] ?? 0, strength - lost);
		}
		this.#lastAsked[asked] = this.shown;
	}
}

export function conceptOf(questionId: string): number {
	const concept = CONCEPT_OF.get(questionId);
	if (concept === undefined) throw new RangeError(`no question ${questionId}`);
	return concept;
}

/** Beta(2, 3): the second smallest of four uniform numbers. */
function betaTwoThree(random: Random): number {
	const drawn = [random(), random(), random(), random()].sort((a, b) => a - b);
	return drawn[1] ?? 0;
}

/** Box–Muller. */
function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function clip(value: number): number {
	return Math.min(1, Math.max(0, value));
}
