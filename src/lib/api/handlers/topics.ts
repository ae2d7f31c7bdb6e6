import type { Handler } from '../context';

export const listTopics: Handler<'GET /api/topics'> = async (_context, { packs }) => ({
	status: 200,
	body: {
		topics: packs
			.topics()
			.map(({ topic, title, description, questions, concepts, difficulty_counts, kinds }) => ({
				topic,
				title,
				description,
				questions,
				concepts: concepts.map((concept) => ({ ...concept })),
				difficulty_counts: { ...difficulty_counts },
				kinds: [...kinds]
			}))
	}
});
