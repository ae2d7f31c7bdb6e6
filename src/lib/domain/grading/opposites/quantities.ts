import type { Unit } from './unit';

type Quantity = 'all' | 'many' | 'few' | 'one' | 'always' | 'sometimes';

const OPPOSITE_QUANTITIES = new Set(
	['one many', 'one all', 'few many', 'few all', 'always sometimes'].flatMap((pair) => {
		const [a = '', b = ''] = pair.split(' ');
		return [`${a} ${b}`, `${b} ${a}`];
	})
);

const EXACTLY = new Set(['only', 'just', 'exactly', 'a', 'single']);

export function areOppositeQuantities(a: Quantity, b: Quantity): boolean {
	return OPPOSITE_QUANTITIES.has(`${a} ${b}`);
}

/** How much of which word a statement speaks of. */
export function quantitiesOf({ tokens }: Unit): Map<string, Quantity> {
	const quantities = new Map<string, Quantity>();
	for (const [place, { word }] of tokens.entries()) {
		const next = tokens
			.slice(place + 1, place + 5)
			.find((token) => token.content && token.number === null);
		if (next === undefined) continue;
		const quantity = quantityOf(
			word,
			tokens[place - 1]?.word ?? '',
			tokens[place + 1]?.word ?? '',
			quantities.has(next.stem)
		);
		if (quantity !== null) quantities.set(next.stem, quantity);
	}
	return quantities;
}

function quantityOf(word: string, prev: string, next: string, known: boolean): Quantity | null {
	if (['all', 'every', 'each'].includes(word)) return 'all';
	if (['many', 'several', 'multiple', 'numerous'].includes(word)) return 'many';
	if (word === 'few' || word === 'always' || word === 'sometimes') return word;
	if (word === 'only' && ['the', 'those', 'this'].includes(next)) return known ? null : 'one';
	return (word === 'one' || word === 'single') && EXACTLY.has(prev) ? 'one' : null;
}

/** Numbers by the word they count; `=` for those behind "is". */
export function numbersOf({ tokens }: Unit): Map<string, Set<string>> {
	const numbers = new Map<string, Set<string>>();
	for (const [place, { number }] of tokens.entries()) {
		if (number === null) continue;
		const next = tokens[place + 1];
		const prev = tokens[place - 1]?.word ?? '';
		if (next?.content === true && next.number === null)
			numbers.set(next.stem, (numbers.get(next.stem) ?? new Set()).add(number));
		else if (['is', 'are', 'be', 'was'].includes(prev))
			numbers.set('=', (numbers.get('=') ?? new Set()).add(number));
	}
	return numbers;
}
