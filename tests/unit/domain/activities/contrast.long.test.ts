import { expect, test } from 'vitest';
import { contrastOf } from '$lib/api/activities/content';
import { measureRubric } from '$lib/api/grading';
import type { SlotActivity } from '$lib/store/records';
import type { LoadedPack } from '$lib/packs/load-packs';
import { readPacks } from '../../../support/api-fixture';
import { createNodeEmbedder, hasModel, reportMissingModel } from '../../../support/node-embedder';

const packs: LoadedPack[] = readPacks().map(({ topic, title, concepts, questions }) => ({
	topic,
	title,
	conceptTitles: new Map(concepts.map((concept) => [concept.id, concept.title])),
	questions
}));
const offered = (concept: string): SlotActivity => ({
	kind: 'contrast',
	concept,
	state: 'offered',
	score: null,
	seed: 1,
	mastery: 0.4,
	attempts: 3,
	stagnation_count: 2
});

reportMissingModel('contrasts');

test.runIf(hasModel)(
	'every concept has a contrast whose grade tells a whole answer from half of one and from none',
	{ timeout: 600_000 },
	async () => {
		const embedder = await createNodeEmbedder();
		for (const pack of packs) {
			for (const concept of pack.conceptTitles.keys()) {
				const question = pack.questions.find(({ points }) =>
					points.some((point) => point.concept === concept)
				);
				if (question === undefined) throw new Error(`no question on ${concept}`);
				const found = await contrastOf(embedder, pack, question, offered(concept));
				if (found.kind !== 'contrast') throw new Error(`${concept}: ${found.kind}`);
				const { rubric, sides } = found.contrast;
				const score = async (text: string) =>
					(await measureRubric(embedder, rubric, text))?.score ?? 0;
				const other = (points: typeof rubric.points) =>
					points.map(({ wordings }) => wordings[1] ?? '').join(' ');

				const whole = await score(other(rubric.points));
				const half = await score(other(rubric.points.filter((p) => p.concept === concept)));
				const none = await score(
					`${sides[0].title} and ${sides[1].title} differ. They are two different things.`
				);
				expect(whole, concept).toBeGreaterThan(0.8);
				expect(half, concept).toBeLessThan(whole - 0.1);
				expect(none, concept).toBeLessThan(0.25);
			}
		}
	}
);
