import { beforeEach, expect, test } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { Readiness } from '$lib/state/readiness.svelte';
import { Settings } from '$lib/state/settings.svelte';
import { createTestPage, type TestPage } from '../../support/page-fixture';

let page: TestPage;
let settings: Settings;
let readiness: Readiness;

beforeEach(async () => {
	page = createTestPage();
	settings = new Settings(page.surroundings);
	readiness = new Readiness(page.surroundings, new Grader(page.surroundings), settings);
	await readiness.load();
});

test('a change of the aims plans anew', async () => {
	expect(readiness.current?.missing).toContain('interview_date');
	expect(
		await readiness.change({
			interview_date: '2026-03-13',
			minutes_a_day: 20,
			target_topics: ['python']
		})
	).toBeNull();

	expect(readiness.current).toMatchObject({ days_left: 10, missing: [] });
	expect(readiness.current?.topics.map(({ topic }) => topic)).toEqual(['python']);
	expect(settings.profile).toMatchObject({ minutes_a_day: 20, target_topics: ['python'] });
});

test('a change that was refused says why and leaves the plan as it is', async () => {
	await readiness.change({ interview_date: '2026-03-13', minutes_a_day: 20 });
	const failure = await readiness.change({ interview_date: '2026-03-01' });

	expect(failure?.detail).toContain('has passed');
	expect(readiness.current?.interview_date).toBe('2026-03-13');
});

test('an advert is read; a bad one takes the last result away and says why', async () => {
	await readiness.readAdvert('You know PostgreSQL and Kubernetes.');
	expect(readiness.advert?.topics.map(({ topic }) => topic)).toEqual(['databases']);
	expect(readiness.advertFailure).toBeNull();

	await readiness.readAdvert(' ');
	expect(readiness.advert).toBeNull();
	expect(readiness.advertFailure?.detail).toContain('no words in it');
	expect(readiness.isReading).toBe(false);
});
