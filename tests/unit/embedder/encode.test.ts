import { pipeline } from '@xenova/transformers';
import { beforeAll, describe, expect, test } from 'vitest';
import { dot } from '$lib/domain/grading/vectors';
import { createEncoder, type Encoder } from '$lib/embedder/encode';
import { piecesOf } from '$lib/embedder/pieces';
import type { ModelRuntime } from '$lib/embedder/runtime';
import { warmUp } from '$lib/embedder/warm-up';
import { hasModel, reportMissingModel, startNodeRuntime } from '../../support/node-embedder';

reportMissingModel('encoder');

const DEADLOCK = 'A deadlock is a circle of threads, each holding a lock that the next one wants.';
const AWKWARD = [
	"naïve café: isn’t it, isn't it?",
	'C++, C#, .NET and async/await; a==b && !c, O(n log n), snake_case, x->y',
	'zero\u200Bwidth, soft\u00ADhyphen, byte\uFEFForder, a\u0301ccent, tab\tand\u000Bvertical',
	'emoji 😀, glued😀 to a word, family 👨‍👩‍👧',
	'死锁 is a deadlock, デッドロック too, 교착 상태',
	'ＦＵＬＬ　ＷＩＤＴＨ text',
	'no\u00A0break, line\u2028separator, “quotes” – dash — and … dots',
	'İstanbul STRASSE ſharp Ǆ ﬁ ligature ≠ ≤ → x²',
	'a\uFFFDb \u0000null \uD800 lone'
];

describe.runIf(hasModel)('the encoder over the real model', () => {
	let runtime: ModelRuntime;
	let encoder: Encoder;
	const widths: number[] = [];

	beforeAll(async () => {
		const real = await startNodeRuntime();
		runtime = {
			...real,
			forward: (ids) => {
				widths.push(ids.length);
				return real.forward(ids);
			}
		};
		encoder = createEncoder(runtime);
	}, 60_000);

	test('passes the self-test of the warm-up', async () => {
		expect(await warmUp(encoder)).toBe(true);
	});

	test.each(AWKWARD)('reads the same pieces run by run as in one go: %j', (text) => {
		expect(piecesOf(text, runtime.tokenize).ids).toEqual(runtime.tokenize(text));
	});

	test('gives a text of 15 pieces to the model 15 wide, with its two markers, unpadded', async () => {
		const text = 'one two three four five six seven eight nine ten red green blue';
		expect(runtime.tokenize(text)).toHaveLength(13);

		widths.length = 0;
		await encoder.encode(text);

		expect(widths).toEqual([15]);
	});

	test('gives the same bits for the same text', async () => {
		const first = await encoder.encode(DEADLOCK);
		await encoder.encode('Something quite different stands between the two.');
		const second = await encoder.encode(DEADLOCK);

		expect([...second.vector]).toEqual([...first.vector]);
		expect([...(second.words[1]?.vector ?? [])]).toEqual([...(first.words[1]?.vector ?? [])]);
	});

	test('gives every word and sentence a vector of length 1 at its place', async () => {
		const text = 'C++ has no garbage collector. Python does!';
		const { words, sentences } = await encoder.encode(text);

		expect(words.map((word) => text.slice(...word.span))).toEqual(words.map((word) => word.text));
		expect(words[0]?.text).toBe('C++');
		expect(sentences.map(({ span }) => text.slice(...span))).toEqual([
			'C++ has no garbage collector.',
			'Python does!'
		]);
		for (const { vector } of [...words, ...sentences])
			expect(dot(vector, vector)).toBeCloseTo(1, 5);
	});

	test('reads all of a long text: its last sentence counts', async () => {
		const filler = Array.from({ length: 60 }, (_, i) => `Line ${i} tells of the weather.`).join(
			' '
		);
		const plain = await encoder.encode(filler);
		widths.length = 0;
		const withEnd = await encoder.encode(`${filler} ${DEADLOCK}`);
		const alone = await encoder.encode(DEADLOCK);

		expect(withEnd.words.length).toBeGreaterThan(300);
		expect(withEnd.windows).toBe(widths.length - 1);
		expect(withEnd.windows).toBeGreaterThan(1);
		expect(Math.max(...widths)).toBeLessThanOrEqual(256);
		expect(dot(withEnd.vector, alone.vector)).toBeGreaterThan(
			dot(plain.vector, alone.vector) + 0.01
		);
		expect(dot(withEnd.sentences.at(-1)?.vector ?? alone.vector, alone.vector)).toBeGreaterThan(
			0.6
		);
	});

	test('a decisive sentence keeps its words wherever a long answer puts it', async () => {
		const alone = await encoder.encode(DEADLOCK);
		const filler = Array.from({ length: 100 }, (_, i) => `Line ${i} tells of the weather.`);
		const cosines: number[] = [];
		for (const at of [0, 50, 100]) {
			const text = filler.toSpliced(at, 0, DEADLOCK).join(' ');
			const { vector, words, windows } = await encoder.encode(text);
			expect(windows).toBeGreaterThan(2);
			cosines.push(dot(vector, alone.vector));
			for (const key of ['deadlock', 'circle', 'threads', 'lock']) {
				const own = words.find((word) => word.text === key);
				const wanted = alone.words.find((word) => word.text === key);
				if (own === undefined || wanted === undefined) throw new Error(`${key} was lost`);
				// At .75 a word counts in full towards the alignment (design section 3).
				expect(dot(own.vector, wanted.vector)).toBeGreaterThan(0.75);
			}
		}

		// The whole-text cosine does depend on the place; it decides a fifth of the similarity.
		expect(Math.max(...cosines) - Math.min(...cosines)).toBeLessThan(0.1);
	});

	test.each(['', '   \n', '\u200B\u200B', '😀😀', '😀 🎉'])(
		'reads nothing in %j and stays at 0',
		async (text) => {
			widths.length = 0;
			const encoded = await encoder.encode(text);

			expect(widths).toEqual([]);
			expect(encoded.windows).toBe(0);
			expect(Math.max(...encoded.vector)).toBe(0);
		}
	);

	test.each(['x', '...', 'zzzqqqxxy'])('reads %j without NaN', async (text) => {
		const { vector } = await encoder.encode(text);

		expect(dot(vector, vector)).toBeCloseTo(1, 5);
	});

	test('stops before the next window once nobody waits', async () => {
		const stop = new Error('nobody waits');
		const text = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ');
		let windows = 0;

		const reading = encoder.encode(text, () => {
			windows += 1;
			return windows > 1 ? Promise.reject(stop) : Promise.resolve();
		});

		await expect(reading).rejects.toBe(stop);
		expect(windows).toBe(2);
	});

	test('gives the vector of the library’s own pipeline', async () => {
		const { env } = await import('@xenova/transformers');
		const before = { ...env };
		env.useCustomCache = false;
		env.localModelPath = new URL('../../../static/models/', import.meta.url).pathname;
		const extract = await pipeline('feature-extraction', 'afdb6f1a', { dtype: 'q8' });
		const expected = await extract(DEADLOCK, { pooling: 'mean', normalize: true });
		await extract.dispose();
		Object.assign(env, { useCustomCache: before.useCustomCache });

		const { vector } = await encoder.encode(DEADLOCK);

		expect(expected.dims).toEqual([1, 384]);
		for (let i = 0; i < 384; i++) expect(vector[i]).toBeCloseTo(Number(expected.data[i]), 5);
	}, 60_000);
});
