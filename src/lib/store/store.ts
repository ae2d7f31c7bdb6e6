import type { EventRecord, EventKind } from './event-records';
import type {
	DeviceRecord,
	DraftRecord,
	MarkRecord,
	MasteryRecord,
	ProfileRecord,
	RegradeRecord,
	ReplyRecord,
	ReviewRecord,
	SeenRecord,
	SessionRecord,
	TokenRecord,
	WaitingRecord,
	WordingsRecord
} from './records';
import type { ReviewKind } from '$lib/domain/reviews/types';
import type { SessionType } from '$lib/domain/types';

/** Every table: its key, its value and its indexes' keys. The one place that says so. */
export interface Tables {
	profiles: { key: string; value: ProfileRecord; indexes: Record<never, never> };
	/** key: hash */
	tokens: { key: string; value: TokenRecord; indexes: { by_profile: string } };
	/** key: id, given by the store */
	sessions: {
		key: number;
		value: SessionRecord;
		indexes: {
			by_ulid: string;
			/** profile, created_at_ms, id */
			by_profile: [string, number, number];
			/** profile, session_type, created_at_ms, id */
			by_type: [string, SessionType, number, number];
			/** profile, topic, created_at_ms, id */
			by_topic: [string, string, number, number];
		};
	};
	/** key: id */
	events: {
		key: string;
		value: EventRecord;
		indexes: {
			/** session ULID, at_ms, id; events without a session are not in it */
			by_session: [string, number, string];
			/** profile, topic, at_ms, id */
			by_topic: [string, string, number, string];
			/** profile, kind, at_ms, id */
			by_kind: [string, EventKind, number, string];
		};
	};
	/** key: profile, topic */
	mastery: { key: [string, string]; value: MasteryRecord; indexes: { by_profile: string } };
	/** key: profile, topic, kind, question id or concept */
	reviews: {
		key: [string, string, ReviewKind, string];
		value: ReviewRecord;
		indexes: {
			/** profile, kind, due_ms */
			by_due: [string, ReviewKind, number];
			/** profile, topic */
			by_topic: [string, string];
		};
	};
	/** key: answer_id */
	waiting: {
		key: string;
		value: WaitingRecord;
		/** profile, at_ms, answer_id */
		indexes: { by_profile: [string, number, string] };
	};
	/** key: profile, question */
	seen: {
		key: [string, string];
		value: SeenRecord;
		/** profile, topic */
		indexes: { by_topic: [string, string] };
	};
	/** key: profile, question */
	marks: { key: [string, string]; value: MarkRecord; indexes: { by_profile: string } };
	/** key: profile, question */
	wordings: { key: [string, string]; value: WordingsRecord; indexes: { by_profile: string } };
	/** key: answer_id */
	regrades: { key: string; value: RegradeRecord; indexes: { by_profile: string } };
	/** key: profile, idempotency key */
	replies: {
		key: [string, string];
		value: ReplyRecord;
		indexes: { by_age: number; by_profile: string };
	};
	/** key: profile, session id */
	drafts: { key: [string, number]; value: DraftRecord; indexes: { by_profile: string } };
	/** key: name */
	device: { key: string; value: DeviceRecord; indexes: Record<never, never> };
}

export type TableName = keyof Tables;
export type Key<T extends TableName> = Tables[T]['key'];
export type Value<T extends TableName> = Tables[T]['value'];
export type IndexName<T extends TableName> = keyof Tables[T]['indexes'] & string;

export type KeyPart = string | number | readonly KeyPart[];

/**
 * Which entries of an index: all whose key begins with `prefix` (a plain value stands for the
 * whole key), optionally only those after or from a further part, in order or newest first.
 */
export interface Selection {
	/** Left out: every entry of the index. */
	prefix?: KeyPart;
	/** Only keys strictly greater than this full key. */
	after?: KeyPart;
	/** Only keys strictly smaller than this full key. */
	before?: KeyPart;
	direction?: 'next' | 'prev';
	limit?: number;
}

/** Reading inside one transaction. All values are copies: changing one changes nothing stored. */
export interface ReadTx {
	get<T extends TableName>(table: T, key: Key<T>): Promise<Value<T> | undefined>;
	/** All values of a table in key order: for small tables only. */
	all<T extends TableName>(table: T): Promise<Value<T>[]>;
	select<T extends TableName>(
		table: T,
		index: IndexName<T>,
		selection: Selection
	): Promise<Value<T>[]>;
	count<T extends TableName>(table: T, index: IndexName<T>, selection: Selection): Promise<number>;
}

export interface WriteTx extends ReadTx {
	/** Inserts or replaces by key. */
	put<T extends TableName>(table: T, value: Value<T>): Promise<void>;
	/** Inserts; throws StoreError `exists` when the key is taken. */
	add<T extends Exclude<TableName, 'sessions'>>(table: T, value: Value<T>): Promise<void>;
	/** Inserts a session and returns the number it was given (1, 2, 3 …). */
	addSession(value: Omit<SessionRecord, 'id'>): Promise<number>;
	delete<T extends TableName>(table: T, key: Key<T>): Promise<void>;
}

export interface Store {
	/**
	 * Runs `work` in one read-only transaction over the named tables.
	 * `work` may await nothing but the transaction's own calls.
	 */
	read<R>(tables: readonly TableName[], work: (tx: ReadTx) => Promise<R>): Promise<R>;
	/**
	 * Runs `work` in one transaction with strict durability. It resolves after the transaction's
	 * completion event; when `work` throws or anything fails, nothing of it is stored and the
	 * promise rejects with that error (storage faults as StoreError). A call that fails dooms the
	 * transaction even when `work` catches its error: look with `get` before an `add` that may meet
	 * an existing key.
	 */
	write<R>(tables: readonly TableName[], work: (tx: WriteTx) => Promise<R>): Promise<R>;
	/** Whether anything outlives this page: false for the in-memory store. */
	readonly persistent: boolean;
	close(): void;
}

export type StoreErrorCode =
	/** The device is out of space; nothing was stored. */
	| 'quota'
	/** An insert met an existing key. */
	| 'exists'
	/** `work` waited for something other than the database. */
	| 'inactive'
	/** A newer version of the app owns the data. */
	| 'newer_version'
	/** Another tab with an older version holds the data open. */
	| 'blocked'
	/** Opening took longer than its limit. */
	| 'timeout'
	/** Older data could not be brought to this version; nothing of it was changed. */
	| 'upgrade_failed'
	/** The browser forbids or lost the database. */
	| 'unavailable';

/** A storage fault; compare `code`, never the text. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
	constructor(
		readonly code: StoreErrorCode,
		message: string,
		options?: ErrorOptions
	) {
		super(message, options);
	}
}
