import type { PackIndexEntry, PackSource } from '$lib/packs/load-packs';
import { ApiError } from '../api-error';
import type { Handler } from '../context';

/** Contract's item of a topic, from the index of packs. */
export function topicItem(entry: PackIndexEntry) {
	const { topic, title, description, questions, concepts, difficulty_counts, kinds } = entry;
	return {
		topic,
		title,
		description,
		questions,
		concepts: concepts.map((concept) => ({ ...concept })),
		difficulty_counts: { ...difficulty_counts },
		kinds: [...kinds]
	};
}

export const listTopics: Handler<'GET /api/topics'> = async (_context, { packs }) => ({
	status: 200,
	body: { topics: packs.topics().map(topicItem) }
});

export const listPacks: Handler<'GET /api/packs'> = async (_context, { packs }) => ({
	status: 200,
	body: { packs: packs.topics().map((entry) => ({ ...topicItem(entry), built_in: true })) }
});

export const addPack: Handler<'POST /api/packs'> = async () => {
	throw new ApiError(409, 'This version has built-in packs only; none can be added yet.');
};

export const changePack: Handler<'PATCH /api/packs/:topic'> = async ({ params }, { packs }) =>
	refuseBuiltIn(packs, params.topic, 'changed');

export const removePack: Handler<'DELETE /api/packs/:topic'> = async ({ params }, { packs }) =>
	refuseBuiltIn(packs, params.topic, 'removed');

function refuseBuiltIn(packs: PackSource, topic: string, what: string): never {
	if (!packs.topics().some((entry) => entry.topic === topic))
		throw new ApiError(404, `There is no pack "${topic}"; GET api/packs lists them.`);
	throw new ApiError(409, `"${topic}" comes with the app and cannot be ${what}.`);
}
