import { describe, expect, test } from 'vitest';
import { buildContrast } from '$lib/domain/activities/contrast';
import { conceptText, nearestConcept } from '$lib/domain/activities/neighbours';
import { readPacks } from '../../../support/api-fixture';

describe('nearestConcept', () => {
	test('the nearest that is another; of equals the first by name', () => {
		const near = [
			{ concept: 'own', cosine: 1 },
			{ concept: 'b', cosine: 0.6 },
			{ concept: 'c', cosine: 0.6 },
			{ concept: 'a', cosine: 0.2 }
		];
		expect(nearestConcept('own', near)).toBe('b');
		expect(nearestConcept('own', [{ concept: 'own', cosine: 1 }])).toBeNull();
	});
});

describe('a contrast of any two concepts of a pack', () => {
	const pairs = readPacks().flatMap(({ questions, concepts }) =>
		concepts.flatMap((a) => concepts.filter((b) => b.id !== a.id).map((b) => ({ a, b, questions })))
	);
	const side = (
		{ id, title }: { id: string; title: string },
		questions: (typeof pairs)[0]['questions']
	) => ({
		concept: id,
		title,
		questions
	});

	test('is graded by one to three points of each, half the weight a side', () => {
		for (const { a, b, questions } of pairs) {
			const made = buildContrast(side(a, questions), side(b, questions));
			if (made === null) throw new Error(`no contrast of ${a.id} and ${b.id}`);
			const { points, keywords, misconceptions, expected } = made.rubric;
			for (const concept of [a.id, b.id]) {
				const own = points.filter((point) => point.concept === concept);
				expect(own.length).toBeGreaterThanOrEqual(1);
				expect(own.length).toBeLessThanOrEqual(3);
				expect(own.reduce((sum, point) => sum + point.weight, 0)).toBeCloseTo(0.5);
			}
			const ids = new Set(points.map((point) => point.id));
			expect(ids.size).toBe(points.length);
			expect(misconceptions.every(({ confuses }) => ids.has(confuses))).toBe(true);
			expect(new Set(keywords.map(({ term }) => term)).size).toBe(keywords.length);
			expect(expected.every((text) => text.length > 0)).toBe(true);
		}
	});

	test('shows no wording of a point in its prompt or reminders', () => {
		for (const { a, b, questions } of pairs) {
			const made = buildContrast(side(a, questions), side(b, questions));
			const shown = JSON.stringify([made?.rubric.prompt, made?.sides]);
			for (const point of made?.rubric.points ?? [])
				expect(point.wordings.some((wording) => shown.includes(wording))).toBe(false);
		}
	});

	test('a concept without points has none', () => {
		const [pair] = pairs;
		if (pair === undefined) throw new Error('no packs');
		expect(
			buildContrast(side(pair.a, pair.questions), {
				concept: 'unknown',
				title: 'Unknown',
				questions: pair.questions
			})
		).toBeNull();
	});
});

test('a concept in words is its title and its points', () => {
	const [pack] = readPacks();
	const text = conceptText('Transactions', 'transactions', pack?.questions ?? []);
	expect(text.startsWith('Transactions. ')).toBe(true);
	expect(text.length).toBeGreaterThan(100);
});
