import { normaliseWord, stemOf } from '../grading/normalise';
import { wordsOf } from '../grading/words';
import { AMBIGUOUS, TECHNOLOGIES } from './technologies';

/** What is known of a topic's names. */
export interface AdvertTopicNames {
	readonly topic: string;
	readonly title: string;
	/** Names that adverts use for it, such as `PostgreSQL`. */
	readonly asked_as: readonly string[];
	readonly concepts: readonly { readonly id: string; readonly title: string }[];
}

/** A name to be found, and what it stands for. */
export interface AdvertTerm {
	/** Null for a technology that no topic covers. */
	readonly topic: string | null;
	readonly concept: string | null;
	/** The usual spelling. */
	readonly name: string;
	/** One key a word; compared with a word's key or, where `byStem` is set, with its stem. */
	readonly words: readonly string[];
	readonly byStem: boolean;
	/**
	 * What else must hold: `company` of technologies and the very spelling, or another name of the
	 * `topic` in the same sentence.
	 */
	readonly needs: 'nothing' | 'company' | 'topic';
}

type Meaning = Pick<AdvertTerm, 'topic' | 'concept' | 'name'>;

/** Shorter names have no plural: `Cs` is no C. */
const LETTERS_OF_PLURAL = 3;

/**
 * Everything that is looked for in an advert; of two terms with the same words the earlier one
 * counts: names of topics before concepts, both before technologies without a topic.
 */
export function advertTerms(topics: readonly AdvertTopicNames[]): AdvertTerm[] {
	const named = topics.flatMap(({ topic, title, asked_as }) => [
		...byStem(title, { topic, concept: null, name: title }),
		...asked_as.flatMap((name) =>
			(isName(name) ? asWritten : byStem)(name, { topic, concept: null, name })
		)
	]);
	const concepts = topics.flatMap(({ topic, concepts }) =>
		concepts.flatMap(({ id, title }) =>
			partsOf(title).flatMap((part) => conceptTerms(part, { topic, concept: id, name: title }))
		)
	);
	const others = TECHNOLOGIES.flatMap(([name = '', ...spellings]) =>
		[name, ...spellings].flatMap((spelling) =>
			asWritten(spelling, { topic: null, concept: null, name })
		)
	);
	return [...named, ...concepts, ...others];
}

/** "Memory" or "joins" alone may be any memory, and whoever joins; `HTTP` and "virtual memory" not. */
function conceptTerms(part: string, meaning: Meaning): AdvertTerm[] {
	if (wordsOf(part).length > 1) return byStem(part, meaning);
	const terms = asWritten(part, meaning);
	return /\p{Lu}{2}/u.test(part) ? terms : terms.map((term) => ({ ...term, needs: 'topic' }));
}

/** A name: compared as it is but for its case, also in the plural. */
function asWritten(spelling: string, meaning: Meaning): AdvertTerm[] {
	const words = wordsOf(spelling).map((word) => normaliseWord(word.text));
	const last = words.at(-1);
	if (last === undefined) return [];
	if (AMBIGUOUS.has(spelling)) return [{ ...meaning, words, byStem: false, needs: 'company' }];
	const term = { ...meaning, words, byStem: false, needs: 'nothing' } as const;
	return last.length < LETTERS_OF_PLURAL
		? [term]
		: [term, { ...term, words: [...words.slice(0, -1), `${last}s`] }];
}

/** Ordinary words: compared in any inflection. */
function byStem(spelling: string, meaning: Meaning): AdvertTerm[] {
	const words = wordsOf(spelling).map((word) => stemOf(word.text));
	return words.length === 0 ? [] : [{ ...meaning, words, byStem: true, needs: 'nothing' }];
}

/** `Keys and constraints` as a whole, `Keys` and `constraints`. */
function partsOf(title: string): string[] {
	const parts = title.split(/\s+and\s+(?:the\s+)?/u);
	return parts.length === 1 ? parts : [title, ...parts];
}

/** Written with capitals, digits or signs. */
function isName(spelling: string): boolean {
	return /[\p{Lu}\p{N}#+.]/u.test(spelling);
}
