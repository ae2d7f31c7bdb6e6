import { describe, expect, test } from 'vitest';
import { gradable } from '$lib/domain/grading/gradable';

describe('a blank is never graded', () => {
	test.each([
		['nothing', ''],
		['spaces and line ends', ' \t\n\r\n\u2028 '],
		['spaces that are no ASCII', '\u00A0\u2003\u3000\u205F'],
		['zero-width characters', '\u200B\u200C\u200D\u2060\uFEFF'],
		['soft hyphens and direction marks', '\u00AD\u200E\u202E\u2066'],
		['Hangul fillers', '\u3164\u115F\uFFA0'],
		['a Braille blank', '\u2800'],
		['combining marks alone', '\u0301\u0302'],
		['punctuation', '... ?! -- ;)'],
		['underscores', '___'],
		['operators', '== + <>'],
		['emoji', '🤷‍♀️🙃 👍🏽'],
		['keycap emoji', '1️⃣2️⃣#️⃣'],
		['flags', '🇫🇷🇩🇪'],
		['control characters', '\u0000\u0007']
	])('%s', (_name, answer) => {
		expect(gradable(answer).kind).toBe('blank');
	});
});

describe('saying that one does not know is no answer', () => {
	test.each([
		"I don't know",
		'I don’t know.',
		'i dont know',
		'I DO NOT KNOW!!!',
		'idk',
		'IDK 🤷',
		'Sorry, I don’t know.',
		'Honestly, no idea',
		'no idea, sorry',
		'Hmm... not sure',
		"I don't know yet",
		"well, I can't remember right now",
		'dunno tbh',
		'no clue at all',
		'skip',
		'pass.',
		'I give up'
	])('%s', (answer) => {
		expect(gradable(answer).kind).toBe('dont_know');
	});
});

describe('everything else may be graded', () => {
	test.each([
		'fine',
		'x',
		'0',
		'O(n)',
		'死锁',
		"I don't know, but a mutex has an owner",
		'I am not sure: the kernel loads the page',
		'no',
		'pass by reference',
		'The client does not know the answer yet'
	])('%s', (answer) => {
		expect(gradable(answer).kind).toBe('gradable');
	});
});
