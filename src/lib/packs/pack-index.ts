import type { Difficulty, SessionType } from '$lib/domain/types';
import type { Pack } from './pack-schema';

/** What the topic list needs to know of a pack, and the file that holds the rest. */
export interface PackIndexEntry {
	topic: string;
	title: string;
	description: string;
	version: number;
	/** File under `packs/`, named by its content's hash. */
	file: string;
	questions: number;
	concepts: { id: string; title: string }[];
	/** Names under which job adverts ask for it; those with capitals, digits or signs are names, the others words in any inflection. */
	asked_as: string[];
	difficulty_counts: Record<Difficulty, number>;
	kinds: SessionType[];
}

export function indexEntry(pack: Pack, file: string): PackIndexEntry {
	const atLevel = (level: Difficulty) =>
		pack.questions.filter((question) => question.difficulty === level).length;
	return {
		topic: pack.topic,
		title: pack.title,
		description: pack.description,
		version: pack.version,
		file,
		questions: pack.questions.length,
		concepts: pack.concepts,
		asked_as: pack.asked_as,
		difficulty_counts: { easy: atLevel('easy'), medium: atLevel('medium'), hard: atLevel('hard') },
		kinds: [...new Set(pack.questions.map((question) => question.kind))]
	};
}
