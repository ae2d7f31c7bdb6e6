import type { Question, Rubric } from '$lib/domain/types';
import { packSchema, type Pack } from './pack-schema';
import type { PackIndexEntry } from './pack-index';

export type { PackIndexEntry } from './pack-index';

/** Where the API gets its questions from. */
export interface PackSource {
	/** Every topic, without its questions: small, always at hand. */
	topics(): readonly PackIndexEntry[];
	/**
	 * A topic's questions.
	 *
	 * @returns undefined for an unknown topic
	 * @throws PackUnavailableError when the pack cannot be had now
	 */
	load(topic: string): Promise<LoadedPack | undefined>;
	/** Brings every pack, so that all topics work offline from now on; failures are left for later. */
	keepAll(): Promise<void>;
}

export interface LoadedPack {
	readonly topic: string;
	readonly title: string;
	readonly conceptTitles: ReadonlyMap<string, string>;
	readonly questions: readonly Question[];
}

/** The questions of a topic cannot be read now: no network and no copy, or a damaged file. */
export class PackUnavailableError extends Error {
	override readonly name = 'PackUnavailableError';
}

/**
 * Packs as the build emits them, read through `read` and kept in memory once parsed.
 *
 * @param read gives the text of `packs/<file>`; rejects when it cannot be had
 */
export function createPackSource(
	index: readonly PackIndexEntry[],
	read: (file: string) => Promise<string>
): PackSource {
	const loaded = new Map<string, Promise<LoadedPack>>();

	function loadEntry(entry: PackIndexEntry): Promise<LoadedPack> {
		const known = loaded.get(entry.topic);
		if (known !== undefined) return known;
		const loading = parsePack(entry, read);
		loaded.set(entry.topic, loading);
		// A failure is not kept: the next request tries again.
		loading.catch(() => loaded.delete(entry.topic));
		return loading;
	}

	return {
		topics: () => index,
		load: async (topic) => {
			const entry = index.find((candidate) => candidate.topic === topic);
			return entry === undefined ? undefined : loadEntry(entry);
		},
		keepAll: async () => {
			await Promise.allSettled(index.map((entry) => read(entry.file)));
		}
	};
}

async function parsePack(
	entry: PackIndexEntry,
	read: (file: string) => Promise<string>
): Promise<LoadedPack> {
	let pack: Pack;
	try {
		pack = packSchema.parse(JSON.parse(await read(entry.file)));
	} catch (cause) {
		throw new PackUnavailableError(
			`The questions of "${entry.title}" could not be read. Go online once and try again.`,
			{ cause }
		);
	}
	return {
		topic: pack.topic,
		title: pack.title,
		conceptTitles: new Map(pack.concepts.map((concept) => [concept.id, concept.title])),
		questions: pack.questions
	};
}

/** The part of a question that an answer is measured against. */
export function rubricOf(question: Rubric): Rubric {
	const { prompt, expected, points, keywords, misconceptions, counterexamples } = question;
	return {
		prompt,
		expected,
		points,
		keywords,
		misconceptions,
		...(counterexamples === undefined ? {} : { counterexamples })
	};
}
