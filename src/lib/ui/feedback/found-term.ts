import { m } from '$lib/paraglide/messages';
import type { Span } from '$lib/domain/types';

/** A key term that was found in an answer, with the words that stand for it where those are others. */
export function foundTerm(
	{ term, span }: { readonly term: string; readonly span: Span | null },
	answer: string
): string {
	const words = span === null ? '' : answer.slice(...span);
	const [a, b] = [term.toLocaleLowerCase(), words.toLocaleLowerCase()];
	// "joins" for "join" speaks for itself.
	return words === '' || a.includes(b) || b.includes(a) ? term : m.result_term_as({ term, words });
}
