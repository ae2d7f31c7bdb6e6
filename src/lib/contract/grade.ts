import { ratio, span, z } from './schema';

export const pointGrade = z
	.object({
		id: z.string(),
		concept: z.string(),
		state: z.enum(['covered', 'partial', 'missing', 'contradicted']),
		coverage: ratio,
		weight: ratio,
		/** What the score would rise by if the point were covered in full. */
		gain: ratio,
		why: z.string(),
		/** How the point can be put: sent with the grade, never before. */
		wording: z.string(),
		spans: z.array(span),
		/** Set where a misconception stood nearer than the point. */
		mixed_up: z.string().optional()
	})
	.meta({ id: 'PointGrade' });

export const grade = z
	.object({
		score: ratio,
		score_low: ratio,
		score_high: ratio,
		semantic_similarity: ratio.nullable(),
		keyword_coverage: ratio,
		cosine: ratio.nullable(),
		novel_cosine: ratio.nullable(),
		alignment: ratio.nullable(),
		raw: z.object({ semantic_similarity: ratio.nullable(), keyword_coverage: ratio }),
		correct: z.boolean(),
		band: z.enum(['excellent', 'good', 'partial', 'weak']),
		state: z.enum(['final', 'provisional']),
		points: z.array(pointGrade),
		keywords: z.array(z.object({ term: z.string(), found: z.boolean(), span: span.nullable() })),
		flags: z.array(z.object({ code: z.string(), cap: ratio.nullable(), message: z.string() })),
		grader: z.string(),
		model: z.string().nullable()
	})
	.meta({ id: 'Grade' });

/** The answer key, sent only with or after the grade of its question. */
export const answerKey = z
	.object({
		expected: z.array(z.string()),
		explanation: z.string(),
		/** Questions to think on, which nobody grades. */
		follow_ups: z.array(z.string())
	})
	.meta({ id: 'AnswerKey' });

export type GradeResponse = z.infer<typeof grade>;
export type PointGradeResponse = z.infer<typeof pointGrade>;
