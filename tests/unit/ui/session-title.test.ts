import { describe, expect, test } from 'vitest';
import { sessionTitle, topicsText, typeBesideTitle } from '$lib/ui/session-title';

const titles = {
	titleOf: (topic: string) =>
		({ python: 'Python', databases: 'Databases', networks: 'Computer networks' })[topic]
};

describe('the title of a session', () => {
	test('names up to two topics, and counts the others', () => {
		expect(topicsText(titles, ['python'])).toBe('Python');
		expect(topicsText(titles, ['python', 'databases'])).toBe('Python and Databases');
		expect(topicsText(titles, ['python', 'databases', 'networks', 'os'])).toBe(
			'Python, Databases and 2 more'
		);
	});

	test('names a topic that is not on this device by its id', () => {
		expect(topicsText(titles, ['cobol'])).toBe('cobol');
	});

	test('says what a mock interview is, so that the type beside it need not', () => {
		const session = { session_type: 'mock', asked_topics: ['python'] } as const;
		expect(sessionTitle(titles, session)).toBe('Mock interview: Python');
		expect(typeBesideTitle('mock')).toBeNull();
		expect(sessionTitle(titles, { ...session, session_type: 'technical' })).toBe('Python');
		expect(typeBesideTitle('technical')).toBe('Technical');
	});
});
