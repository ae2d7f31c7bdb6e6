import { describe, expect, test } from 'vitest';
import { rememberedOf, rememberedWords } from '$lib/domain/remembered';

describe('rememberedOf', () => {
	test('works an object out once, and one that equals it anew', () => {
		let made = 0;
		const count = rememberedOf((key: { readonly name: string }) => ({
			name: key.name,
			made: ++made
		}));
		const key = { name: 'a' };

		expect([count(key), count(key)]).toEqual([
			{ name: 'a', made: 1 },
			{ name: 'a', made: 1 }
		]);
		expect(count({ name: 'a' }).made).toBe(2);
	});
});

describe('rememberedWords', () => {
	test('reads a word once, an empty reading too', () => {
		const read: string[] = [];
		const shorten = rememberedWords((word) => {
			read.push(word);
			return word.slice(1);
		});

		expect(['ab', 'a', 'ab', 'a'].map(shorten)).toEqual(['b', '', 'b', '']);
		expect(read).toEqual(['ab', 'a']);
	});

	test('stays right when there are more words than it keeps', () => {
		const shout = rememberedWords((word) => `${word}!`);
		for (let word = 0; word < 20_001; word++) shout(String(word));

		expect([shout('0'), shout('20000')]).toEqual(['0!', '20000!']);
	});
});
