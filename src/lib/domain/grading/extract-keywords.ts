import type { Keyword, Rubric } from '../types';
import { stemOf } from './normalise';
import { isContentWord } from './stopwords';
import { wordsOf } from './words';

/**
 * Key terms of the first expected answer, for a question that lists none: its content words, each
 * stem once, without those the prompt already contains.
 */
export function extractKeywords(rubric: Pick<Rubric, 'prompt' | 'expected'>): Keyword[] {
	const prompt = new Set(contentStems(rubric.prompt).keys());
	const terms = contentStems(rubric.expected[0] ?? '');
	const novel = [...terms].filter(([stem]) => !prompt.has(stem));
	return (novel.length > 0 ? novel : [...terms]).map(([, term]) => ({ term, aliases: [] }));
}

function contentStems(text: string): Map<string, string> {
	const stems = new Map<string, string>();
	for (const { text: word } of wordsOf(text)) {
		const stem = stemOf(word);
		if (isContentWord(word) && !stems.has(stem)) stems.set(stem, word);
	}
	return stems;
}
