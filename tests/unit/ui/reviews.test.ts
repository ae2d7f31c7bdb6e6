import { describe, expect, test } from 'vitest';
import { dueText } from '$lib/ui/reviews/due-text';

describe('dueText', () => {
	const now = new Date('2026-03-03T12:00:00');
	/** A local time as the API writes it: UTC without a zone suffix. */
	const utc = (local: string) => new Date(local).toISOString().slice(0, 19);

	test.each([
		['2026-03-03T00:01:00', 'due today'],
		['2026-03-03T23:59:00', 'due today'],
		['2026-03-04T00:01:00', 'tomorrow'],
		['2026-03-06T08:00:00', 'in 3 days'],
		['2026-03-02T23:59:00', '1 day overdue'],
		['2026-02-21T12:00:00', '10 days overdue']
	])('%s is %s', (local, text) => {
		expect(dueText(utc(local), now)).toBe(text);
	});
});
