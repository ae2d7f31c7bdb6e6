import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '$lib/ui/controls/rich-text';
import { stretchesOf } from '$lib/ui/feedback/quotes';

describe('rich text', () => {
	test('knows code, emphasis, strong, paragraphs and fences, and nothing else', () => {
		expect(blocksOf('Use `x` *now* or **never**.\n\n```py\na\n\nb\n```\n<b>no</b>')).toEqual([
			{
				kind: 'paragraph',
				parts: [
					{ kind: 'text', text: 'Use ' },
					{ kind: 'code', text: 'x' },
					{ kind: 'text', text: ' ' },
					{ kind: 'emphasis', text: 'now' },
					{ kind: 'text', text: ' or ' },
					{ kind: 'strong', text: 'never' },
					{ kind: 'text', text: '.' }
				]
			},
			{ kind: 'code', text: 'a\n\nb' },
			{ kind: 'paragraph', parts: [{ kind: 'text', text: '<b>no</b>' }] }
		]);
	});
});

describe('the marked answer', () => {
	test('marks ranges that overlap once', () => {
		expect(
			stretchesOf('a lock waits', [
				{ id: 'p1', spans: [[2, 6]] },
				{ id: 'p2', spans: [[4, 12]] }
			])
		).toEqual([
			{ text: 'a ', points: [] },
			{ text: 'lo', points: ['p1'] },
			{ text: 'ck', points: ['p1', 'p2'] },
			{ text: ' waits', points: ['p2'] }
		]);
	});

	test('is the answer as typed, whatever the ranges', () => {
		const range = fc
			.tuple(fc.nat(30), fc.nat(30))
			.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
		fc.assert(
			fc.property(fc.string({ maxLength: 30 }), fc.array(range), (answer, spans) => {
				const whole = stretchesOf(answer, [{ id: 'p', spans }]).map(({ text }) => text);
				expect(whole.join('')).toBe(answer);
			})
		);
	});
});
