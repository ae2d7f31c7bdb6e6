import { capText, type Guard } from './guard';

/**
 * Highest score at a lean (`lean.ts`), linear between. Found on our own answers so that hardly a
 * right one loses by it (docs/grading.md).
 */
const CAP_AT = [
	[0.005, 0.3],
	[0.04, 1]
] as const;

/**
 * The lean of a few words says little: with up to so many different content words an answer must
 * lean further by `SHORT_MARGIN` to be held to a cap, with as many as `LONG_FROM` no further.
 */
const SHORT_TO = 17;
const LONG_FROM = 24;
const SHORT_MARGIN = 0.02;

/** Fluent, on the topic, in its very words, and put together as in what people get wrong. */
export const leansWrong: Guard = ({ typed, answer, evidence }) => {
	const lean = evidence?.lean ?? null;
	if (lean === null) return null;
	const cap = capAt(lean.value + marginOf(answer.stems.size));
	if (cap >= 1) return null;
	const said = typed.slice(...(lean.sentence ?? [0, 0])).replace(/[.!?;\s]+$/u, '');
	const part = said === '' ? '' : `, above all “${said}”`;
	return {
		code: 'leans_wrong',
		cap,
		message: `Taken together, this reads more like what people often get wrong about this question than like what is right${part}. The score is at most ${capText(cap)}. If that is a misreading, “I said that” on a point lifts this.`
	};
};

/** What is granted to an answer of so many different content words. */
export function marginOf(stems: number): number {
	const short = (LONG_FROM - stems) / (LONG_FROM - SHORT_TO);
	return SHORT_MARGIN * Math.min(1, Math.max(0, short));
}

/** The cap at a lean, 0–1; it never falls as the lean rises. */
export function capAt(lean: number): number {
	let [fromLean, fromCap]: readonly [number, number] = CAP_AT[0];
	if (lean <= fromLean) return fromCap;
	for (const [toLean, toCap] of CAP_AT) {
		if (lean <= toLean)
			return fromCap + ((toCap - fromCap) * (lean - fromLean)) / (toLean - fromLean);
		[fromLean, fromCap] = [toLean, toCap];
	}
	return 1;
}
