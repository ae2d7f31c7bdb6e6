import type { Migration } from './migration';

/** The tables of the first release. */
export const firstTables: Migration = {
	version: 1,
	migrate(database) {
		database.createObjectStore('profiles', { keyPath: 'id' });

		const tokens = database.createObjectStore('tokens', { keyPath: 'hash' });
		tokens.createIndex('by_profile', 'profile_id');

		const sessions = database.createObjectStore('sessions', { keyPath: 'id', autoIncrement: true });
		sessions.createIndex('by_ulid', 'ulid');
		sessions.createIndex('by_profile', ['profile_id', 'created_at_ms', 'id']);
		sessions.createIndex('by_type', ['profile_id', 'session_type', 'created_at_ms', 'id']);

		const events = database.createObjectStore('events', { keyPath: 'id' });
		events.createIndex('by_session', ['session', 'at_ms', 'id']);
		events.createIndex('by_topic', ['profile_id', 'topic', 'at_ms', 'id']);
		events.createIndex('by_kind', ['profile_id', 'kind', 'at_ms', 'id']);

		const mastery = database.createObjectStore('mastery', { keyPath: ['profile_id', 'topic'] });
		mastery.createIndex('by_profile', 'profile_id');

		const waiting = database.createObjectStore('waiting', { keyPath: 'answer_id' });
		waiting.createIndex('by_profile', ['profile_id', 'at_ms', 'answer_id']);

		const seen = database.createObjectStore('seen', { keyPath: ['profile_id', 'question_id'] });
		seen.createIndex('by_topic', ['profile_id', 'topic']);

		const replies = database.createObjectStore('replies', { keyPath: ['profile_id', 'key'] });
		replies.createIndex('by_age', 'at_ms');

		database.createObjectStore('drafts', { keyPath: ['profile_id', 'session_id'] });
		database.createObjectStore('device', { keyPath: 'name' });
	}
};
