import { expect, test } from 'vitest';
import type { RubricTexts } from '$lib/embedder/embedder';
import { createEncoder } from '$lib/embedder/encode';
import { createMeasuring } from '$lib/embedder/measuring';
import { nextTurn, settleMessages } from '../../support/memory-port';
import { createPretendRuntime } from '../../support/pretend-runtime';

/** 600 words, each with a full stop of its own after every tenth: three windows. */
const LONG = Array.from({ length: 600 }, (_, i) => `w${i}${i % 10 === 9 ? '.' : ''}`).join(' ');

function setUp() {
	const runtime = createPretendRuntime();
	const measured: number[] = [];
	const failed: { id: number; error: unknown }[] = [];
	const measuring = createMeasuring(createEncoder(runtime), {
		breathe: nextTurn,
		now: () => 0,
		onMeasured: (id) => measured.push(id),
		onFailed: (id, error) => failed.push({ id, error })
	});
	return { measuring, runtime, measured, failed };
}

function rubric(name: string): RubricTexts {
	return {
		prompt: `${name} prompt`,
		expected: [`${name} expected`],
		points: [],
		keywords: [],
		misconceptions: []
	};
}

test('an answer goes before the texts of questions that wait', async () => {
	const { measuring, runtime, measured } = setUp();
	measuring.prepare(rubric('next'));
	measuring.measure({ id: 1, rubric: rubric('this'), answer: 'answer' });
	await settleMessages();

	expect(measured).toEqual([1]);
	expect(runtime.passes).toEqual([
		'answer',
		'this prompt',
		'this expected',
		'next prompt',
		'next expected'
	]);
});

test('an answer to a prepared question that was measured ahead takes no pass', async () => {
	const { measuring, runtime, measured } = setUp();
	measuring.prepare(rubric('this'));
	measuring.ahead('the answer');
	await settleMessages();
	expect(runtime.passes).toHaveLength(3);

	measuring.measure({ id: 1, rubric: rubric('this'), answer: 'the answer' });
	await settleMessages();

	expect(measured).toEqual([1]);
	expect(runtime.passes).toHaveLength(3);
});

test('a newer draft drops the one that is being read', async () => {
	const { measuring, runtime } = setUp();
	runtime.beforePass = () => {
		if (runtime.passes.length === 0) measuring.ahead('newer draft');
	};

	measuring.ahead(LONG);
	await settleMessages();

	expect(runtime.passes).toHaveLength(2);
	expect(runtime.passes[1]).toBe('newer draft');
});

test('an answer does not wait for a long draft, which is read afterwards', async () => {
	const { measuring, runtime, measured } = setUp();
	runtime.beforePass = () => {
		if (runtime.passes.length === 0) {
			measuring.measure({ id: 1, rubric: rubric('this'), answer: 'answer' });
		}
	};

	measuring.ahead(LONG);
	await settleMessages();

	expect(measured).toEqual([1]);
	expect(runtime.passes.slice(1, 4)).toEqual(['answer', 'this prompt', 'this expected']);
	expect(runtime.passes).toHaveLength(1 + 3 + 3);
});

test('the submitted draft itself is read on, not started again', async () => {
	const { measuring, runtime, measured } = setUp();
	runtime.beforePass = () => {
		if (runtime.passes.length === 0) {
			measuring.measure({ id: 1, rubric: rubric('this'), answer: LONG });
		}
	};

	measuring.ahead(LONG);
	await settleMessages();

	expect(measured).toEqual([1]);
	expect(runtime.passes).toHaveLength(3 + 2);
});

test('an aborted answer stops before its next pass and reports nothing', async () => {
	const { measuring, runtime, measured, failed } = setUp();
	runtime.beforePass = () => measuring.abort(1);

	measuring.measure({ id: 1, rubric: rubric('this'), answer: LONG });
	await settleMessages();

	expect(runtime.passes).toHaveLength(1);
	expect([measured, failed]).toEqual([[], []]);
});

test('a pass that throws fails its answer and no other', async () => {
	const { measuring, runtime, measured, failed } = setUp();
	const error = new RangeError('memory');
	runtime.beforePass = (text) => {
		if (text === 'bad') throw error;
	};

	measuring.measure({ id: 1, rubric: rubric('this'), answer: 'bad' });
	measuring.measure({ id: 2, rubric: rubric('this'), answer: 'good' });
	await settleMessages();

	expect(failed).toEqual([{ id: 1, error }]);
	expect(measured).toEqual([2]);
});

test('a question whose text cannot be read is dropped from the background work', async () => {
	const { measuring, runtime } = setUp();
	let tries = 0;
	runtime.beforePass = () => {
		tries += 1;
		throw new RangeError('memory');
	};

	measuring.prepare(rubric('this'));
	await settleMessages();

	expect(tries).toBe(1);
});

test('an edited question is read anew, one that comes back is not', async () => {
	const { measuring, runtime } = setUp();
	measuring.prepare(rubric('this'));
	await settleMessages();
	measuring.prepare({ ...rubric('this'), expected: ['edited'] });
	await settleMessages();
	measuring.prepare(rubric('this'));
	await settleMessages();

	expect(runtime.passes).toEqual(['this prompt', 'this expected', 'this prompt', 'edited']);
});
