import type { Migration } from './migration';

interface ProfileOfVersion1 {
	id: string;
	settings: { persist_asked: boolean };
}

/** Marks of questions, own wordings of points, grades to be accepted, sessions by topic, what a profile wants, and ways to delete a profile. */
export const marksAndProfiles: Migration = {
	version: 2,
	async migrate(database, tx) {
		const marks = database.createObjectStore('marks', { keyPath: ['profile_id', 'question_id'] });
		marks.createIndex('by_profile', 'profile_id');

		const wordings = database.createObjectStore('wordings', {
			keyPath: ['profile_id', 'question_id']
		});
		wordings.createIndex('by_profile', 'profile_id');

		const regrades = database.createObjectStore('regrades', { keyPath: 'answer_id' });
		regrades.createIndex('by_profile', 'profile_id');

		tx.objectStore('sessions').createIndex('by_topic', [
			'profile_id',
			'topic',
			'created_at_ms',
			'id'
		]);
		tx.objectStore('replies').createIndex('by_profile', 'profile_id');
		tx.objectStore('drafts').createIndex('by_profile', 'profile_id');

		const profiles = tx.objectStore('profiles');
		// Written by version 1 of this very app.
		const known = (await profiles.getAll()) as ProfileOfVersion1[];
		for (const profile of known)
			await profiles.put({
				...profile,
				interview_date: null,
				minutes_a_day: null,
				settings: { ...profile.settings, question_count: 5, show_timer: true }
			});
	}
};
