import { describe, expect, test } from 'vitest';
import { checkDocumented, type Answer } from '../../support/documented';

const good: Answer = {
	method: 'GET',
	path: 'api/user/progress?x=1',
	status: 200,
	headers: new Headers({ 'Content-Type': 'application/json', 'Mettle-Api': '1' }),
	body: { topics: {}, overall: { avg_mastery: 0, total_sessions: 0, topics_count: 0 } }
};
const detail = 'There is no session 7.';
const problem: Answer = {
	...good,
	path: 'api/sessions/7',
	status: 404,
	headers: new Headers({ 'Content-Type': 'application/problem+json', 'Mettle-Api': '1' }),
	body: { type: 'about:blank', title: 'Not found', status: 404, detail, error: detail }
};

describe('an answer as documented', () => {
	test('passes', () => {
		expect(() => checkDocumented(good)).not.toThrow();
		expect(() => checkDocumented(problem)).not.toThrow();
	});
});

describe('what is not documented is refused:', () => {
	const overall = { avg_mastery: 0, total_sessions: 0, topics_count: 0 };
	test.each<[string, Answer, RegExp]>([
		['a field too many', { ...good, body: { topics: {}, overall, extra: 1 } }, /additional/],
		[
			'one too many within',
			{ ...good, body: { topics: {}, overall: { ...overall, x: 1 } } },
			/additional/
		],
		['a field too few', { ...good, body: { topics: {} } }, /overall/],
		[
			'a value out of range',
			{ ...good, body: { topics: {}, overall: { ...overall, avg_mastery: 1.2 } } },
			/<= 1/
		],
		['a status', { ...good, status: 202 }, /not documented/],
		['a problem of another route', { ...problem, path: 'api/settings' }, /not documented/],
		['an answer without the header', { ...good, headers: new Headers() }, /Mettle-Api/],
		['another type', { ...good, headers: new Headers({ 'Mettle-Api': '1' }) }, /Content-Type/],
		[
			'a problem with the title of another',
			{ ...problem, body: { ...Object(problem.body), title: 'Conflict' } },
			/not the problem/
		],
		['a route', { ...good, path: 'api/nothing' }, /no such route/]
	])('%s', (_, answer, text) => {
		expect(() => checkDocumented(answer)).toThrow(text);
	});
});
