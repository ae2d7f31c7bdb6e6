import { count, z } from './schema';

/** What a profile may choose. */
export const settings = z
	.object({
		/** Questions of a session that does not say how many. */
		question_count: count.min(1).max(50),
		/** Whether the running time is shown while answering. */
		show_timer: z.boolean(),
		/** Whether one may say how sure one is before the grade. */
		ask_confidence: z.boolean()
	})
	.meta({ id: 'Settings' });

export const settingsResponse = z.object({ settings });
export const patchSettingsRequest = z.strictObject(settings.partial().shape);

export const DEFAULT_SETTINGS: Settings = {
	question_count: 5,
	show_timer: true,
	ask_confidence: true
};
export type Settings = z.infer<typeof settings>;
