import type { Unit } from './unit';

/** Lemmas on the two sides of a word such as "than". */
export interface Sides {
	readonly word: string;
	readonly left: ReadonlySet<string>;
	readonly right: ReadonlySet<string>;
}

/** What stands left and right of the first than, before or after. */
export function comparedSides(unit: Unit): Sides | null {
	for (const { tokens } of unit.contentClauses)
		for (const [place, { word }] of tokens.entries()) {
			if (word !== 'than' && word !== 'before' && word !== 'after') continue;
			const left = stemsOf(tokens.slice(0, place));
			const right = stemsOf(tokens.slice(place + 1));
			if (left.size > 0 && right.size > 0) return { word, left, right };
		}
	return null;
}

/** What goes from where to where. */
export function fromTo(unit: Unit): Sides | null {
	for (const { tokens } of unit.contentClauses) {
		const from = tokens.findIndex(({ word }) => word === 'from');
		if (from < 0) continue;
		const to = tokens.findIndex(
			({ word }, place) => place > from && (word === 'to' || word === 'into')
		);
		if (to < 0) continue;
		const part = tokens[to]?.part;
		const left = stemsOf(tokens.slice(from, to));
		const right = stemsOf(tokens.slice(to).filter((token) => token.part === part));
		if (left.size > 0 && right.size > 0) return { word: 'from', left, right };
	}
	return null;
}

function stemsOf(tokens: Unit['tokens']): Set<string> {
	return new Set(tokens.filter((token) => token.content).map((token) => token.stem));
}

/** Without what stands on both sides. */
export function withoutShared({ word, left, right }: Sides): Sides {
	return { word, left: minus(left, right), right: minus(right, left) };
}

export function minus(a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> {
	return new Set([...a].filter((item) => !b.has(item)));
}

export function sharedCount(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let count = 0;
	for (const item of a) if (b.has(item)) count++;
	return count;
}
