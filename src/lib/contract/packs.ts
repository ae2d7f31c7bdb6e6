import { sessionType, z } from './schema';
import { topicItem } from './topics';

export const packItem = topicItem
	.extend({
		/** Comes with the app; cannot be changed or removed. */
		built_in: z.boolean()
	})
	.meta({ id: 'Pack' });

export const packsResponse = z.object({ packs: z.array(packItem) });
export const packResponse = z.object({ pack: packItem });
export const removedPackResponse = z.object({ removed: z.string() });
export const packPatchRequest = z.strictObject({ title: z.string().trim().min(1).max(200) });

/** The least a pack has; its questions are checked when packs can be added. */
export const packRequest = z.looseObject({
	topic: z.string().trim().min(1).max(200),
	title: z.string().trim().min(1).max(200),
	questions: z.array(z.looseObject({ id: z.string().min(1), kind: sessionType.optional() }))
});
