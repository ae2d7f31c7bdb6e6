import { describe, expect, test } from 'vitest';
import { findOpposites, prepareReferences } from '$lib/domain/grading/opposites';

const thrashing = 'When there is too little memory, the throughput drops sharply.';

describe('what is said', () => {
	test.each([
		['negation', 'Threads share the heap.', 'Threads do not share the heap.'],
		['antonym', thrashing, thrashing.replace('drops', 'rises')],
		['number', 'A TCP handshake takes three packets.', 'A TCP handshake takes two packets.'],
		[
			'exchanged',
			'A stack gives back the last element, a queue gives back the first element.',
			'A stack gives back the first element, a queue gives back the last element.'
		],
		[
			'order',
			'First the client sends a SYN, then the server answers with a SYN-ACK.',
			'First the server answers with a SYN-ACK, then the client sends a SYN.'
		]
	])('finds a reversal by %s', (_, reference, answer) => {
		expect(findOpposites([reference], answer)).not.toEqual([]);
		expect(findOpposites([reference], reference)).toEqual([]);
	});

	test('finds nothing where the right statement stands beside the wrong one', () => {
		const answer = `It is wrong that the throughput rises sharply. ${thrashing}`;

		expect(findOpposites([thrashing], answer)).toEqual([]);
	});

	test('finds nothing in an empty answer, a question or a bare list', () => {
		for (const answer of ['', '   ', 'Do threads share the heap?', 'threads, heap, share'])
			expect(findOpposites(['Threads share the heap.'], answer)).toEqual([]);
	});
});

test('threads of one process and their process do not change places', () => {
	const reference = 'Threads of one process share its memory, such as the heap.';

	expect(findOpposites([reference], 'Threads share the memory of their process.')).toEqual([]);
});

test('the value None denies nothing', () => {
	const reference = 'Use a default of None and create a new list inside the body.';

	expect(findOpposites([reference], 'Use None and create the list inside.')).toEqual([]);
});

describe('where it is said', () => {
	test('names the clause in the answer as typed', () => {
		const said = 'Threads DON’T share the heap';
		const answer = `Hmm… I think it’s like this:\n${said}. Each has its own stack.`;
		const [found] = findOpposites(['Threads share the heap. Each has a stack.'], answer);

		expect(found?.kind).toBe('negation');
		expect(found?.answer.text).toBe(said);
		expect(answer.slice(...(found?.answer.span ?? [0, 0]))).toBe(said);
		expect(found?.reference).toEqual({ index: 0, span: [0, 22], text: 'Threads share the heap' });
	});

	test('keeps places behind signs that grow in lower case', () => {
		const answer = 'İİİ. Threads do not share the heap.';
		const [found] = findOpposites(['Threads share the heap.'], answer);

		expect(found?.answer.text).toBe('Threads do not share the heap');
	});

	test('names the wording that is reversed', () => {
		const references = prepareReferences(['A heap holds objects.', 'Threads share the heap.']);
		const [found] = findOpposites(references, 'Threads never share the heap.');

		expect(found?.reference.index).toBe(1);
	});
});
