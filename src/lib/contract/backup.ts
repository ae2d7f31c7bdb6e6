import { profile } from './profile';
import { count, utcTime, z } from './schema';
import { settings } from './settings';

/** Marks a file as a backup of Mettle. */
export const BACKUP_FORMAT = 'mettle-backup';

/** Everything recorded in a profile: the events are the truth, the rest follows from them. */
export const backup = z.object({
	format: z.literal(BACKUP_FORMAT),
	/** Raised when the shape of the events changes. */
	version: z.literal(1),
	exported_at: utcTime,
	profile,
	settings,
	events: z.array(z.looseObject({ id: z.string(), kind: z.string(), at_ms: z.number() }))
});

export const importRequest = z.looseObject({ format: z.literal(BACKUP_FORMAT), version: count });
export const importResponse = z.object({ added: count, known: count });
export type Backup = z.infer<typeof backup>;
