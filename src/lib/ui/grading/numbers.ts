import { roundHalfUp } from '$lib/domain/rounding';
import { m } from '$lib/paraglide/messages';

/** A share, 0–1, in whole per cent. */
export function percent(share: number): string {
	return m.grading_percent({ value: roundHalfUp(share * 100, 0) });
}

/** 1186 as 1,186. */
export function count(value: number): string {
	return value.toLocaleString('en');
}

/** A day such as 2026-11-25 as people write it. */
export function day(date: string): string {
	return new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long' });
}
