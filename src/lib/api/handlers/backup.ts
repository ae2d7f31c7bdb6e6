import { BACKUP_FORMAT, type Backup } from '$lib/contract/backup';
import { ApiError } from '../api-error';
import type { Handler } from '../context';
import { presentProfile, presentSettings, utc } from '../present';

/** Everything recorded, as the events that the rest follows from. */
export const exportProfile: Handler<'GET /api/export'> = async ({ profile, now }, { store }) => {
	const events = await store.read(['events'], (tx) =>
		tx.select('events', 'by_kind', { prefix: [profile.id] })
	);
	const body: Backup = {
		format: BACKUP_FORMAT,
		version: 1,
		exported_at: utc(now.at_ms),
		profile: presentProfile(profile),
		settings: presentSettings(profile.settings),
		events: events
			.sort((a, b) => (a.at_ms === b.at_ms ? (a.id < b.id ? -1 : 1) : a.at_ms - b.at_ms))
			.map((event) => ({ ...event }))
	};
	return { status: 200, body };
};

export const importBackup: Handler<'POST /api/import'> = async () => {
	throw new ApiError(409, 'This version cannot bring a backup back yet. Keep the file.');
};
