/** Shares of the time left after which to return, for a test in a week and in a year. */
const SHORT = { days: 7, from: 0.2, to: 0.4 };
const LONG = { days: 365, from: 0.05, to: 0.1 };

/** Days to wait before a concept is practised again: whole, `from` at least 1, never above `to`. */
export interface Gap {
	readonly from: number;
	readonly to: number;
}

/**
 * The gap after which practice holds best until a day that is so far away: 20–40 % of a week,
 * 5–10 % of a year (Cepeda et al. 2008), in between by the logarithm of the days. Ten days give 2
 * to 3, two months 6 to 11.
 *
 * @param daysLeft from the practice to the interview, at least 1
 */
export function wantedGap(daysLeft: number): Gap {
	const between = Math.log(daysLeft / SHORT.days) / Math.log(LONG.days / SHORT.days);
	const shrink = (LONG.from / SHORT.from) ** Math.min(1, Math.max(0, between));
	const from = Math.max(1, Math.ceil(daysLeft * SHORT.from * shrink));
	return { from, to: Math.max(from, Math.floor(daysLeft * SHORT.to * shrink)) };
}
