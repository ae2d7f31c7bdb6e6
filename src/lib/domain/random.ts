/** Source of chance: each call gives the next number, at least 0 and below 1. */
export type Random = () => number;

const UINT32_VALUES = 2 ** 32;
/** Outputs thrown away first, so that neighbouring seeds part company. */
const WARM_UP = 12;

/**
 * Chance that repeats: the same seed gives the same numbers everywhere. Not for secrets.
 *
 * Chris Doty-Humphrey's sfc32 (PractRand), state (0, seed, 0, 1), of which 12 outputs are dropped.
 *
 * @param seed whole, 0 to 2³² − 1
 * @throws RangeError for any other seed
 */
export function createRandom(seed: number): Random {
	if (!Number.isInteger(seed) || seed < 0 || seed >= UINT32_VALUES) {
		throw new RangeError(`a seed is a whole number from 0 to 2^32 - 1, not ${seed}`);
	}

	let a = 0;
	let b = seed | 0;
	let c = 0;
	let counter = 1;

	const next: Random = () => {
		const output = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + output) | 0;

		return (output >>> 0) / UINT32_VALUES;
	};

	for (let dropped = 0; dropped < WARM_UP; dropped++) next();

	return next;
}

/**
 * Draws one item with a chance in proportion to its weight. An item of weight 0 is drawn only
 * where all weigh 0; then all have the same chance.
 *
 * @param weightOf finite, 0 or more
 * @returns undefined for an empty list; uses up one random number otherwise
 * @throws RangeError for a weight that is negative or not finite
 */
export function drawWeighted<Item>(
	random: Random,
	items: readonly Item[],
	weightOf: (item: Item) => number
): Item | undefined {
	if (items.length === 0) return undefined;

	const weights = items.map(weightOf);
	for (const weight of weights) {
		if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
	}

	const chance = random();
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	if (total === 0) return items[Math.floor(chance * items.length)];

	let left = chance * total;
	let drawn: Item | undefined;
	for (const [index, weight] of weights.entries()) {
		if (weight === 0) continue;
		// Kept even if rounding leaves something over after the last one.
		drawn = items[index];
		left -= weight;
		if (left < 0) break;
	}

	return drawn;
}
