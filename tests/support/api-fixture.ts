import { readFileSync } from 'node:fs';
import { handle } from '$lib/api/handle';
import type { Deps } from '$lib/api/deps';
import { stemsOf } from '$lib/domain/grading/normalise';
import type { Evidence, WordingEvidence } from '$lib/domain/grading/types';
import type { Question } from '$lib/domain/types';
import type { Embedder, Measurement, RubricTexts } from '$lib/embedder/embedder';
import { PACK_INDEX } from '$lib/packs/generated';
import { createPackSource } from '$lib/packs/load-packs';
import { packSchema, type Pack } from '$lib/packs/pack-schema';
import { createMemoryStore } from '$lib/store/memory-store';
import { TABLE_NAMES } from '$lib/store/schema';
import type { Store } from '$lib/store/store';
import { checkDocumented } from './documented';

const PACKS = new URL('../../static/packs/', import.meta.url);
const START_MS = Date.UTC(2026, 2, 3, 14, 30, 0);

/** An embedder whose vectors are words: 1 for the same stem, 0 for any other. */
export function createWordEmbedder(
	measure: (rubric: RubricTexts, answer: string) => Measurement = byWords
): Embedder {
	return {
		prepare: () => undefined,
		measure: (rubric, answer) => Promise.resolve(measure(rubric, answer)),
		state: () => Promise.resolve({ state: 'ready', model: 'words', threads: 1 })
	};
}

export function byWords(rubric: RubricTexts, answer: string): Measurement {
	const stems = new Set(stemsOf(answer));
	const compare = (text: string): WordingEvidence => {
		const words = stemsOf(text).map((word) => ({
			word,
			cosine: stems.has(word) ? 1 : 0,
			same: stems.has(word),
			span: null
		}));
		const share = words.filter((word) => word.same).length / Math.max(1, words.length);
		return {
			cosine: share,
			novel_cosine: share,
			words,
			sentence_cosine: share,
			sentence: null
		};
	};
	const evidence: Evidence = {
		model: 'words',
		expected: rubric.expected.map((text) => {
			const compared = compare(text);
			return {
				...compared,
				terms: compared.words.map(({ word, cosine, span }) => ({
					term: word,
					weight: 1 / compared.words.length,
					cosine,
					span
				})),
				novel_terms: compared.words.length,
				content_cosine: compared.cosine,
				novel_content_cosine: compared.cosine
			};
		}),
		points: rubric.points.map((point) => point.wordings.map(compare)),
		misconceptions: rubric.misconceptions.map(() => []),
		windows: 1
	};
	return { kind: 'evidence', evidence };
}

/** Deterministic dependencies: a clock that moves a minute a request, numbered ids, a fixed seed. */
export function createTestDeps(parts: Partial<Deps> = {}): Deps {
	let minutes = 0;
	let ids = 0;
	return {
		store: createMemoryStore(),
		embedder: createWordEmbedder(),
		packs: createPackSource(PACK_INDEX, (file) =>
			Promise.resolve(readFileSync(new URL(file, PACKS), 'utf8'))
		),
		clock: () => ({ at_ms: START_MS + 60_000 * minutes++, offset_minutes: 60 }),
		random: {
			bytes: (length) => Uint8Array.from({ length }, (_, index) => (index * 7 + ids * 31) % 256),
			ulid: (atMs) => `${String(atMs).padStart(13, '0')}${String(ids++).padStart(13, '0')}`,
			seed: () => 7
		},
		base: '/',
		version: 'test',
		...parts
	};
}

export interface Reply {
	readonly status: number;
	readonly body: any;
	readonly headers: Headers;
}
export type Send = (
	method: string,
	path: string,
	body?: unknown,
	headers?: Readonly<Record<string, string>>
) => Promise<Reply>;

/** Sends requests straight to the handlers; what they answer must be what is documented. */
export function sendTo(deps: Deps): Send {
	return async (method, path, body, headers = {}) => {
		const response = await handle(buildRequest(method, path, body, headers), deps);
		const reply = {
			status: response.status,
			body: await response.json(),
			headers: response.headers
		};
		checkDocumented({ method, path, ...reply });
		return reply;
	};
}

export function buildRequest(
	method: string,
	path: string,
	body: unknown,
	headers: Readonly<Record<string, string>>
): Request {
	return new Request(`http://mettle.test/${path}`, {
		method,
		headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
	});
}

/** The same, signed in. */
export async function signIn(send: Send): Promise<Send> {
	const { body } = await send('POST', 'api/auth/token', {});
	const authorization = { Authorization: `Bearer ${String(body.token)}` };
	return (method, path, json, headers = {}) =>
		send(method, path, json, { ...authorization, ...headers });
}

/** The packs as built. */
export function readPacks(): Pack[] {
	return PACK_INDEX.map(({ file }) =>
		packSchema.parse(JSON.parse(readFileSync(new URL(file, PACKS), 'utf8')))
	);
}

/** Every question of the packs by its id, with its answer key. */
export function questionsById(): ReadonlyMap<string, Question> {
	return new Map(
		readPacks()
			.flatMap((pack) => pack.questions)
			.map((question) => [question.id, question])
	);
}

/** An answer that has every point in another wording, with its key terms: no copy of a model answer. */
export function inOwnWords(questionId: string): string {
	const points = questionsById().get(questionId)?.points ?? [];
	return points
		.map(
			({ wordings, keywords }) =>
				`${String(wordings[1])} ${keywords.map(({ term }) => term).join(', ')}`
		)
		.join(' ');
}

/** Everything stored, for comparing before and after. */
export function dump(store: Store): Promise<string> {
	return store.read(TABLE_NAMES, async (tx) => {
		const tables = [];
		for (const table of TABLE_NAMES) tables.push([table, await tx.all(table)]);
		return JSON.stringify(tables);
	});
}
