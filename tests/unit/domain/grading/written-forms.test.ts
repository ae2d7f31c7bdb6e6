import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainMarks } from '$lib/domain/grading/plain-marks';
import { quieten } from '$lib/domain/grading/shouted';

describe('quieten', () => {
	const references = [
		'Use None as the default and create the list inside.',
		'It is read by Python.'
	];

	test('gives an answer in capitals small letters, and names theirs', () => {
		expect(quieten('USE NONE AND CREATE THE LIST INSIDE, IN PYTHON.', references)).toBe(
			'use None and create the list inside, in Python.'
		);
	});

	test('leaves any other answer, and one without letters, as it is', () => {
		for (const answer of ['Use NONE of these.', 'UNION ALL keeps duplicates', '42 + 1', ''])
			expect(quieten(answer, references)).toBe(answer);
	});

	test('moves no letter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(quieten(text.toUpperCase(), references)).toHaveLength(text.toUpperCase().length);
			})
		);
	});
});

describe('plainMarks', () => {
	test('reads typographic marks as those of a keyboard', () => {
		expect(plainMarks('It’s “one” – or\u00A0two')).toBe('It\'s "one" - or two');
	});

	test('moves no letter', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(plainMarks(text)).toHaveLength(text.length);
			})
		);
	});
});
