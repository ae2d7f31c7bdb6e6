import type { Misconception, Point, Span } from '../types';
import {
	COVERED_FROM,
	FULL_POINT_COVERAGE,
	FULL_POINT_VALUE,
	PARTIAL_FROM,
	SAME_WORD_COSINE,
	WORD_FLOOR_COSINE,
	WORD_FULL_COSINE
} from './calibration';
import type { Evidence, PointGrade, PointState, WordMatch, WordingEvidence } from './types';

/** Cosine that a word match counts with: the same word in any inflection at least .9. */
export function matchCosine(match: WordMatch): number {
	return match.same ? Math.max(match.cosine, SAME_WORD_COSINE) : match.cosine;
}

/**
 * Coverage of one wording: `clip((s − .3) / (.75 − .3))` a key word, mean over its key words,
 * stretched so that a full answer in other words reaches .9 (design section 3).
 *
 * @returns ratio 0–1
 */
export function wordingCoverage(wording: WordingEvidence): number {
	if (wording.words.length === 0) return 0;
	const floored = mean(
		wording.words.map((match) =>
			clip((matchCosine(match) - WORD_FLOOR_COSINE) / (WORD_FULL_COSINE - WORD_FLOOR_COSINE))
		)
	);
	return stretch(floored);
}

/**
 * Grades each point of a question by its best wording, and shows the person's own words that
 * decided it. A misconception that stands nearer to the answer than the point it confuses takes
 * the point away.
 *
 * @returns one entry per point, in order; weights sum to 1
 */
export function gradePoints(
	points: readonly Point[],
	misconceptions: readonly Misconception[],
	evidence: Pick<Evidence, 'points' | 'misconceptions'>
): PointGrade[] {
	const totalWeight = points.reduce((sum, point) => sum + point.weight, 0);

	return points.map((point, index) => {
		const best = bestWording(evidence.points[index] ?? []);
		const base = {
			id: point.id,
			concept: point.concept,
			weight: point.weight / totalWeight,
			why: point.why
		};
		const mixedUp = nearerMisconception(point, evidence.points[index] ?? [], best.coverage);
		if (mixedUp !== undefined) {
			const spans = mixedUp.sentence === null ? [] : [mixedUp.sentence];
			return { ...base, state: 'contradicted', coverage: 0, spans, mixed_up: mixedUp.why };
		}
		const state = pointState(best.coverage);
		return {
			...base,
			state,
			coverage: best.coverage,
			spans: state === 'missing' || best.wording === undefined ? [] : decidingSpans(best.wording)
		};
	});

	function nearerMisconception(
		point: Point,
		own: readonly WordingEvidence[],
		coverage: number
	): { why: string; sentence: Span | null } | undefined {
		const nearest = nearestCosine(own);
		for (const [index, misconception] of misconceptions.entries()) {
			if (misconception.confuses !== point.id) continue;
			for (const wording of evidence.misconceptions[index] ?? []) {
				const cosine = wording.sentence_cosine;
				const saysRight = nearestCosine(
					evidence.points.flat().filter((other) => isSameSpan(other.sentence, wording.sentence))
				);
				if (
					cosine >= MISCONCEPTION_COSINE &&
					cosine - nearest >= MISCONCEPTION_MARGIN &&
					cosine - saysRight >= SAME_SENTENCE_MARGIN &&
					wordingCoverage(wording) >= coverage
				)
					return { why: misconception.why, sentence: wording.sentence };
			}
		}
		return undefined;
	}
}

function nearestCosine(wordings: readonly WordingEvidence[]): number {
	return Math.max(0, ...wordings.map((wording) => wording.sentence_cosine));
}

function isSameSpan(a: Span | null, b: Span | null): boolean {
	return a !== null && b !== null && a[0] === b[0] && a[1] === b[1];
}

/**
 * A sentence must be this near to a misconception, and this much nearer than any sentence is to the
 * point it confuses. The answer must also have the misconception's words as well as the point's:
 * sentences on one topic lie near each other, and a right answer must not lose a point to that.
 */
const MISCONCEPTION_COSINE = 0.6;
const MISCONCEPTION_MARGIN = 0.1;
/** The same sentence may speak for another point: it must be this much nearer to the misconception. */
const SAME_SENTENCE_MARGIN = 0.05;

export function pointState(coverage: number): PointState {
	if (coverage >= COVERED_FROM) return 'covered';
	return coverage >= PARTIAL_FROM ? 'partial' : 'missing';
}

function bestWording(wordings: readonly WordingEvidence[]): {
	coverage: number;
	wording: WordingEvidence | undefined;
} {
	let best: { coverage: number; wording: WordingEvidence | undefined } = {
		coverage: 0,
		wording: undefined
	};
	for (const wording of wordings) {
		const coverage = wordingCoverage(wording);
		if (best.wording === undefined || coverage > best.coverage) best = { coverage, wording };
	}
	return best;
}

/** The words that matched well enough to say something, joined where they touch. */
function decidingSpans(wording: WordingEvidence): Span[] {
	const spans = wording.words
		.filter((match) => matchCosine(match) >= (WORD_FLOOR_COSINE + WORD_FULL_COSINE) / 2)
		.flatMap((match) => (match.span === null ? [] : [match.span]))
		.sort((a, b) => a[0] - b[0]);
	const joined: Span[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (last !== undefined && span[0] <= last[1] + 1)
			joined[joined.length - 1] = [last[0], Math.max(last[1], span[1])];
		else joined.push(span);
	}
	if (joined.length === 0 && wording.sentence !== null) return [wording.sentence];
	return joined;
}

function stretch(floored: number): number {
	return floored <= FULL_POINT_COVERAGE
		? (floored / FULL_POINT_COVERAGE) * FULL_POINT_VALUE
		: FULL_POINT_VALUE +
				((floored - FULL_POINT_COVERAGE) / (1 - FULL_POINT_COVERAGE)) * (1 - FULL_POINT_VALUE);
}

export function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function clip(value: number): number {
	return Math.min(1, Math.max(0, value));
}
