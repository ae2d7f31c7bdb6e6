import type { IndexName, TableName, Tables, Value } from './store';

/** Fixed for ever: under another name, everybody's progress would be gone. */
export const DATABASE_NAME = 'mettle';

/** The tables as idb's schema: a mapped type, because idb asks for an index signature. */
export type MettleSchema = { [T in TableName]: Tables[T] };

/** A field of any kind of value in the table, so that events of every kind are covered. */
type Field<V> = V extends unknown ? keyof V & string : never;
/** One field, or several for a key that is an array. */
export type KeyPath = string | readonly string[];

type TableShape<T extends TableName> = {
	key: Field<Value<T>> | readonly Field<Value<T>>[];
	/** True where the store gives the key: 1, 2, 3 … */
	numbered: boolean;
	indexes: Record<IndexName<T>, Field<Value<T>> | readonly Field<Value<T>>[]>;
};

/**
 * Key paths of the present version, as the migrations leave them (a test compares the two). A value
 * that lacks a field of an index is not in that index.
 */
export const SHAPES = {
	profiles: { key: 'id', numbered: false, indexes: {} },
	tokens: { key: 'hash', numbered: false, indexes: { by_profile: 'profile_id' } },
	sessions: {
		key: 'id',
		numbered: true,
		indexes: {
			by_ulid: 'ulid',
			by_profile: ['profile_id', 'created_at_ms', 'id'],
			by_type: ['profile_id', 'session_type', 'created_at_ms', 'id'],
			by_topic: ['profile_id', 'topic', 'created_at_ms', 'id']
		}
	},
	events: {
		key: 'id',
		numbered: false,
		indexes: {
			by_session: ['session', 'at_ms', 'id'],
			by_topic: ['profile_id', 'topic', 'at_ms', 'id'],
			by_kind: ['profile_id', 'kind', 'at_ms', 'id']
		}
	},
	mastery: {
		key: ['profile_id', 'topic'],
		numbered: false,
		indexes: { by_profile: 'profile_id' }
	},
	reviews: {
		key: ['profile_id', 'topic', 'kind', 'id'],
		numbered: false,
		indexes: {
			by_due: ['profile_id', 'kind', 'due_ms'],
			by_topic: ['profile_id', 'topic']
		}
	},
	waiting: {
		key: 'answer_id',
		numbered: false,
		indexes: { by_profile: ['profile_id', 'at_ms', 'answer_id'] }
	},
	seen: {
		key: ['profile_id', 'question_id'],
		numbered: false,
		indexes: { by_topic: ['profile_id', 'topic'] }
	},
	marks: {
		key: ['profile_id', 'question_id'],
		numbered: false,
		indexes: { by_profile: 'profile_id' }
	},
	wordings: {
		key: ['profile_id', 'question_id'],
		numbered: false,
		indexes: { by_profile: 'profile_id' }
	},
	regrades: { key: 'answer_id', numbered: false, indexes: { by_profile: 'profile_id' } },
	replies: {
		key: ['profile_id', 'key'],
		numbered: false,
		indexes: { by_age: 'at_ms', by_profile: 'profile_id' }
	},
	drafts: {
		key: ['profile_id', 'session_id'],
		numbered: false,
		indexes: { by_profile: 'profile_id' }
	},
	device: { key: 'name', numbered: false, indexes: {} }
} as const satisfies { [T in TableName]: TableShape<T> };

/** Every table there is. */
export const TABLE_NAMES: readonly TableName[] = Object.keys(SHAPES).filter(
	(name): name is TableName => name in SHAPES
);
