import { rememberedOf } from '$lib/domain/remembered';
import type { Question } from '$lib/domain/types';
import type { LoadedPack, PackSource } from '$lib/packs/load-packs';
import { ApiError } from './api-error';

/** The questions a session draws on, of one topic or of several. */
export interface QuestionPool {
	readonly questions: readonly Question[];
	/** Topics of it whose pack is not on this device any more. */
	readonly missing: readonly string[];
	/** Undefined when the question, or its pack, is gone. */
	readonly find: (id: string | undefined) => Question | undefined;
	/** The topic's own name where its pack is gone. */
	readonly topicTitle: (topic: string) => string;
	readonly conceptTitle: (topic: string, concept: string) => string;
}

/**
 * The questions of some topics. A pack that was removed leaves its topic without questions; what
 * was recorded in it stays.
 *
 * @throws PackUnavailableError when a pack that is here cannot be read now
 */
export async function poolOf(packs: PackSource, topics: readonly string[]): Promise<QuestionPool> {
	const found = new Map<string, LoadedPack>();
	for (const [index, pack] of (await Promise.all(topics.map((t) => packs.load(t)))).entries()) {
		const topic = topics[index];
		if (pack !== undefined && topic !== undefined) found.set(topic, pack);
	}
	const own = [...found.values()];
	const [only, ...others] = own;
	const questions =
		only !== undefined && others.length === 0
			? only.questions
			: own.flatMap((pack) => pack.questions);
	return {
		questions,
		missing: topics.filter((topic) => !found.has(topic)),
		find: (id) =>
			own.map((pack) => questionIn(pack, id)).find((question) => question !== undefined),
		topicTitle: (topic) => found.get(topic)?.title ?? topic,
		conceptTitle: (topic, concept) => conceptTitleIn(found.get(topic), concept)
	};
}

/** The pack of a topic. @throws ApiError 409 when it was removed */
export async function packOfTopic(packs: PackSource, topic: string): Promise<LoadedPack> {
	const pack = await packs.load(topic);
	if (pack === undefined) throw packGone(topic);
	return pack;
}

/** What to say where a question cannot be asked because its pack was removed. */
export function packGone(topic: string): ApiError {
	return new ApiError(
		409,
		`The questions of "${topic}" are no longer on this device. Your answers are kept; end the session or add the pack again.`
	);
}

/** A concept's title; its own name where the pack, or the concept in it, is gone. */
export function conceptTitleIn(pack: LoadedPack | undefined, concept: string): string {
	return pack?.conceptTitles.get(concept) ?? concept;
}

/**
 * Titles of concepts by the list of topics, so that no pack need be read; a concept's own name
 * where its topic is not on this device any more.
 */
export function conceptTitles(packs: PackSource): QuestionPool['conceptTitle'] {
	const concepts = new Map(packs.topics().map((entry) => [entry.topic, entry.concepts]));
	return (topic, concept) =>
		concepts.get(topic)?.find(({ id }) => id === concept)?.title ?? concept;
}

const indexOf = rememberedOf(
	(pack: LoadedPack): ReadonlyMap<string, Question> =>
		new Map(pack.questions.map((question) => [question.id, question]))
);

/** A question of one pack; undefined when the pack, or the question in it, is gone. */
export function questionIn(
	pack: LoadedPack | undefined,
	id: string | undefined
): Question | undefined {
	if (pack === undefined || id === undefined) return undefined;
	return indexOf(pack).get(id);
}
