import { expect, test } from 'vitest';
import { weighAdvert, type TopicStanding } from '$lib/domain/adverts/weigh-advert';

const standing = (topic: string, mastery: number | null, answers = 10): TopicStanding => ({
	topic,
	title: topic,
	mastery,
	answers: mastery === null ? 0 : answers,
	concepts: [
		{ id: 'a', title: 'A', mastery: 0.5 },
		{ id: 'b', title: 'B', mastery: 0.2 },
		{ id: 'c', title: 'C', mastery: null },
		{ id: 'd', title: 'D', mastery: null },
		{ id: 'e', title: 'E', mastery: 0.9 }
	]
});
const asked = (topic: string, starts: readonly number[], concept: string | null = null) => ({
	topic,
	mentions: starts.map((start) => ({
		phrase: `${topic}${String(start)}`,
		span: [start, start + 2] as const,
		concept
	}))
});

test('gaps come first, then what is asked for most, then earliest', () => {
	const topics = weighAdvert(
		[
			asked('solid', [0, 1, 2, 3]),
			asked('late', [30]),
			asked('early', [20]),
			asked('often', [40, 50]),
			asked('unknown to the app', [5])
		],
		[
			standing('solid', 0.8),
			standing('late', 0.3),
			standing('early', null),
			standing('often', 0.69)
		]
	);
	expect(topics.map(({ topic }) => topic)).toEqual(['often', 'early', 'late', 'solid']);
});

test('what the advert names stands before what is merely weakest', () => {
	const [topic] = weighAdvert([asked('db', [0], 'a')], [standing('db', 0.4)]);
	expect(topic?.weak_concepts).toEqual(['a', 'b']);
	const [other] = weighAdvert([asked('db', [0], 'd')], [standing('db', 0.4)]);
	expect(other).toMatchObject({ weak_concepts: ['b', 'a'], never_practised: ['d', 'c'] });
});

test('each says why, with its figures', () => {
	const reasonOf = (mastery: number | null, answers: number, starts = [0]) =>
		weighAdvert([asked('db', starts)], [standing('db', mastery, answers)])[0]?.reason;

	expect(reasonOf(0.42, 10)).toBe('Asked for once (db0). Mastery is 0.42, below 0.70: a gap.');
	expect(reasonOf(0.9, 2, [0, 1, 2, 3])).toBe(
		'Asked for 4 times (db0, db1, db2 and 1 more). Mastery is 0.90 after only 2 answers: solid begins at 0.70.'
	);
	expect(reasonOf(null, 0)).toBe(
		'Asked for once (db0). You have not practised it here yet: a gap.'
	);
});
