import type { Migration } from './migration';

/** When questions and concepts come due; what is derived from the answers is marked as outdated. */
export const reviews: Migration = {
	version: 3,
	async migrate(database, tx) {
		const table = database.createObjectStore('reviews', {
			keyPath: ['profile_id', 'topic', 'kind', 'id']
		});
		table.createIndex('by_due', ['profile_id', 'kind', 'due_ms']);
		table.createIndex('by_topic', ['profile_id', 'topic']);

		const profiles = tx.objectStore('profiles');
		// Written by version 2 of this very app, as are the masteries.
		for (const profile of (await profiles.getAll()) as object[])
			await profiles.put({ ...profile, derived_version: 0 });

		// Filled in from the answers at the profile's next request.
		const mastery = tx.objectStore('mastery');
		for (const state of (await mastery.getAll()) as object[])
			await mastery.put({ ...state, recent: [] });
	}
};
