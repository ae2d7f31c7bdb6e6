import { expect, test } from 'vitest';
import { createNodeEncoder, hasModel, reportMissingModel } from '../../support/node-embedder';

reportMissingModel('memory over a thousand answers');

test.runIf(hasModel)('memory levels off over a thousand answers', async () => {
	const encoder = await createNodeEncoder();
	const residentMb = async (from: number, to: number) => {
		for (let i = from; i < to; i++) {
			await encoder.encode(`Answer ${i}: threads wait for each other in a circle, ${i} of them.`);
		}
		return process.memoryUsage().rss / 1e6;
	};

	const warm = await residentMb(0, 400);
	const end = await residentMb(400, 1000);

	expect(end - warm).toBeLessThan(60);
});
