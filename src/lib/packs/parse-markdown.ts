import { parse as parseYaml, YAMLParseError } from 'yaml';
import type { z } from 'zod';
import {
	questionFrontMatterSchema,
	topicFrontMatterSchema,
	type QuestionFrontMatter,
	type TopicFrontMatter
} from './pack-schema';

/** A defect of a pack file: which file, where, and what was expected. */
export interface PackProblem {
	readonly file: string;
	/** Field path such as `points.1.why`; empty for the file as a whole. */
	readonly field: string;
	readonly message: string;
}

export type Parsed<T> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problems: readonly PackProblem[] };

export interface QuestionFile {
	readonly file: string;
	readonly front: QuestionFrontMatter;
	/** Markdown. */
	readonly prompt: string;
	/** Markdown. */
	readonly explanation: string;
}

export interface TopicFile {
	readonly file: string;
	readonly front: TopicFrontMatter;
	readonly description: string;
}

const EXPLANATION_HEADING = /^## Explanation[ \t]*$/mu;

/** Reads a question file: YAML front matter, the prompt, `## Explanation`. */
export function parseQuestion(file: string, source: string): Parsed<QuestionFile> {
	const parts = splitFrontMatter(file, source);
	if (!parts.ok) return parts;
	const front = checkFrontMatter(file, questionFrontMatterSchema, parts.value.data);
	if (!front.ok) return front;

	const [prompt = '', explanation = ''] = parts.value.body
		.split(EXPLANATION_HEADING)
		.map((part) => part.trim());
	const problems: PackProblem[] = [];
	if (prompt === '')
		problems.push({ file, field: 'prompt', message: 'write the question below the front matter' });
	if (explanation === '')
		problems.push({ file, field: 'explanation', message: 'add a section "## Explanation"' });
	if (problems.length > 0) return { ok: false, problems };
	return { ok: true, value: { file, front: front.value, prompt, explanation } };
}

/** Reads a `_topic.md`: YAML front matter and a sentence or two about the topic. */
export function parseTopic(file: string, source: string): Parsed<TopicFile> {
	const parts = splitFrontMatter(file, source);
	if (!parts.ok) return parts;
	const front = checkFrontMatter(file, topicFrontMatterSchema, parts.value.data);
	if (!front.ok) return front;
	const description = parts.value.body.trim();
	if (description === '')
		return problem(file, 'description', 'describe the topic below the front matter');
	return { ok: true, value: { file, front: front.value, description } };
}

function splitFrontMatter(file: string, source: string): Parsed<{ data: unknown; body: string }> {
	const text = source.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n');
	const match = /^---\n(.*?)\n---\n(.*)$/su.exec(text);
	if (match === null)
		return problem(file, '', 'begin with "---", YAML front matter and a closing "---"');
	const [, yaml = '', body = ''] = match;
	try {
		// Aliases are refused, so that front matter cannot multiply itself.
		return { ok: true, value: { data: parseYaml(yaml, { maxAliasCount: 0 }), body } };
	} catch (error) {
		if (!(error instanceof YAMLParseError || error instanceof ReferenceError)) throw error;
		return problem(file, '', `front matter is not valid YAML: ${error.message}`);
	}
}

function checkFrontMatter<T>(file: string, schema: z.ZodType<T>, data: unknown): Parsed<T> {
	const result = schema.safeParse(data);
	if (result.success) return { ok: true, value: result.data };
	return {
		ok: false,
		problems: result.error.issues.map((issue) => ({
			file,
			field: issue.path.join('.'),
			message: issue.message
		}))
	};
}

function problem(file: string, field: string, message: string): Parsed<never> {
	return { ok: false, problems: [{ file, field, message }] };
}
