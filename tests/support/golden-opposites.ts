import { readFileSync } from 'node:fs';

/** A reference and an answer with the finding that is wanted. */
export interface GoldenPair {
	readonly id: string;
	readonly kind: string;
	readonly reference: string;
	readonly answer: string;
	readonly isOpposite: boolean;
	/** What a first implementation of the same rules found. */
	readonly firstFinding: boolean;
}

export const GOLDEN_FILE = 'tests/fixtures/opposites/golden.tsv';

/** Reads the golden pairs. @throws when the file is missing */
export function readGoldenPairs(file = GOLDEN_FILE): GoldenPair[] {
	const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
	return lines.map((line) => {
		const [id = '', kind = '', reference = '', answer = '', wanted, first] = line.split('\t');
		return {
			id,
			kind,
			reference,
			answer,
			isOpposite: wanted === '1',
			firstFinding: first === '1'
		};
	});
}
