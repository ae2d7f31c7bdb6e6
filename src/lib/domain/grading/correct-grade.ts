import type { Rubric } from '../types';
import { countedFigures } from './counted-figures';
import { pointAlignment, semanticSimilarity } from './grade-answer';
import { ANSWERED_BY_CLAIM } from './guards/guard';
import { keywordCoverage } from './keyword-coverage';
import type { Grade, PointGrade } from './types';

/** A person's own word on a point: "I said that", or "I did not say that". */
export interface PointClaim {
	readonly point: string;
	readonly said: boolean;
}

/**
 * A measured grade with the person's corrections. A point claimed counts in full and its key terms
 * as found; one rejected counts nothing and its key terms as missing (design section 3, "Counted
 * and raw"). A guard's cap still holds, but for one that saw nothing of the question in the answer:
 * a claim says otherwise. `raw` keeps what was measured. Claims on points that the
 * grade does not have are passed over.
 *
 * @param measured the grade as measured, without corrections
 */
export function correctGrade(
	measured: Grade,
	rubric: Pick<Rubric, 'points'>,
	claims: readonly PointClaim[]
): Grade {
	const said = new Map(claims.map((claim) => [claim.point, claim.said]));
	if (!measured.points.some((point) => said.has(point.id))) return measured;
	const flags = claims.some((claim) => claim.said)
		? measured.flags.filter((flag) => !ANSWERED_BY_CLAIM.has(flag.code))
		: measured.flags;

	const points = measured.points.map((point) => claimed(point, said.get(point.id)));
	const keywords = countedKeywords(measured, rubric, said);
	const coverage = keywords.length > 0 ? keywordCoverage(keywords) : 0;
	// Null where the device could not run the model.
	const novel = measured.novel_cosine;
	const alignment = novel === null ? null : pointAlignment(points);
	const semantic =
		novel === null || alignment === null ? null : semanticSimilarity(alignment, novel);
	return {
		...measured,
		...countedFigures(semantic, coverage, flags),
		flags,
		points,
		keywords,
		alignment
	};
}

function claimed(point: PointGrade, said: boolean | undefined): PointGrade {
	if (said === undefined) return point;
	return said
		? { ...point, state: 'covered', coverage: 1 }
		: { ...point, state: 'missing', coverage: 0, spans: [] };
}

function countedKeywords(
	measured: Grade,
	rubric: Pick<Rubric, 'points'>,
	said: ReadonlyMap<string, boolean>
): Grade['keywords'] {
	const termsOf = (wanted: boolean) =>
		new Set(
			rubric.points
				.filter((point) => said.get(point.id) === wanted)
				.flatMap((point) => point.keywords.map((keyword) => keyword.term))
		);
	const found = termsOf(true);
	const missing = termsOf(false);
	return measured.keywords.map((keyword) => {
		if (found.has(keyword.term)) return { ...keyword, found: true };
		return missing.has(keyword.term) ? { ...keyword, found: false, span: null } : keyword;
	});
}
