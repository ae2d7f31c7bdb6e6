import { z } from 'zod';
import { DIFFICULTIES, SESSION_TYPES } from '$lib/domain/types';

z.config({ jitless: true });

const text = z.string().trim().min(1);
const slug = z
	.string()
	.regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'use lower-case letters, digits, - and _');

export const keywordSchema = z.strictObject({
	term: text,
	aliases: z.array(text).default([])
});

export const pointSchema = z.strictObject({
	id: slug,
	concept: slug,
	weight: z.number().positive().max(10).default(1),
	wordings: z.array(text).min(2),
	keywords: z.array(keywordSchema).min(1),
	why: text
});

export const misconceptionSchema = z.strictObject({
	id: slug,
	confuses: slug,
	wordings: z.array(text).min(1),
	why: text
});

/**
 * The author's own answers, graded by the tests. The right ones are never shipped; the wrong ones
 * are what the built pack calls counterexamples.
 */
export const testAnswersSchema = z.strictObject({
	paraphrase: text,
	half: text,
	wrong: text,
	opposite: text
});

/** Front matter of a question file; prompt and explanation are its Markdown body. */
export const questionFrontMatterSchema = z.strictObject({
	id: slug,
	version: z.int().positive(),
	topic: slug,
	concepts: z.array(slug).min(1),
	difficulty: z.enum(DIFFICULTIES),
	kind: z.enum(SESSION_TYPES),
	expected: z.array(text).min(2),
	points: z.array(pointSchema).min(3).max(5),
	misconceptions: z.array(misconceptionSchema).min(1).max(6),
	hints: z.array(text).min(1),
	follow_ups: z.array(text).default([]),
	tests: testAnswersSchema
});

/** Front matter of `_topic.md`; its Markdown body describes the topic in a sentence or two. */
export const topicFrontMatterSchema = z.strictObject({
	topic: slug,
	version: z.int().positive(),
	title: text,
	concepts: z.array(z.strictObject({ id: slug, title: text })).min(1),
	/** Names under which job adverts ask for the topic. */
	asked_as: z.array(text).default([])
});

export type QuestionFrontMatter = z.infer<typeof questionFrontMatterSchema>;
export type TopicFrontMatter = z.infer<typeof topicFrontMatterSchema>;
export type TestAnswers = z.infer<typeof testAnswersSchema>;

/** A question as the build emits it: validated, without the author's right test answers. */
export const packQuestionSchema = questionFrontMatterSchema.omit({ tests: true }).extend({
	prompt: text,
	explanation: text,
	keywords: z.array(keywordSchema),
	counterexamples: z.exactOptional(z.array(text))
});

export const packSchema = z.strictObject({
	format: z.literal(1),
	topic: slug,
	version: z.int().positive(),
	title: text,
	description: text,
	concepts: z.array(z.strictObject({ id: slug, title: text })),
	asked_as: z.array(text).default([]),
	questions: z.array(packQuestionSchema).min(1)
});

export type Pack = z.infer<typeof packSchema>;
