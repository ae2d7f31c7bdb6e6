import { countedFigures } from '$lib/domain/grading/counted-figures';
import type { Grade, GradeFlag, PointGrade } from '$lib/domain/grading/types';
import type { Point } from '$lib/domain/types';

/** A point whose one wording is its one key term. */
export function point(id: string, weight: number, term: string, concept = id): Point {
	return {
		id,
		concept,
		weight,
		wordings: [term],
		keywords: [{ term, aliases: [] }],
		why: `${term} matters.`
	};
}

/** How a point came out; covered unless a test says otherwise. */
export function pointGrade(changes: Partial<PointGrade> & Pick<PointGrade, 'id'>): PointGrade {
	return {
		concept: changes.id,
		state: 'covered',
		coverage: 1,
		weight: 0.5,
		why: '',
		spans: [],
		...changes
	};
}

/** A final grade with these figures before caps, and what counts of them. */
export function gradeOf(
	semantic: number | null,
	coverage: number,
	changes: Partial<Grade> = {},
	flags: readonly GradeFlag[] = []
): Grade {
	return {
		...countedFigures(semantic, coverage, flags),
		cosine: semantic,
		novel_cosine: semantic === null ? null : 0,
		alignment: semantic,
		raw: { semantic_similarity: semantic, keyword_coverage: coverage },
		state: semantic === null ? 'provisional' : 'final',
		points: [],
		keywords: [],
		flags,
		grader: '1',
		model: semantic === null ? null : 'words',
		...changes
	};
}
