import { rememberedOf } from '$lib/domain/remembered';
import { readMastery } from '$lib/store/actions/mastery';
import { readTopicReviews } from '$lib/store/actions/reviews';
import type { EventOf, EventRecord, Instant } from '$lib/store/event-records';
import type { ReviewRecord, SeenRecord } from '$lib/store/records';
import type { ReadTx, Store } from '$lib/store/store';

/** What has been shown of a topic, and what is to be reviewed in it. */
export interface TopicPast {
	/** By question. */
	readonly seen: ReadonlyMap<string, SeenRecord>;
	/** By kind and id, as `reviewKey` puts them. */
	readonly reviews: ReadonlyMap<string, ReviewRecord>;
}

/** The past of a topic up to an event of its log. */
interface Known extends TopicPast {
	readonly seen: Map<string, SeenRecord>;
	readonly reviews: Map<string, ReviewRecord>;
	/** Null where it cannot be followed from here. */
	readonly through: Pick<EventRecord, 'at_ms' | 'id'> | null;
}

/** Topics remembered at a time. */
const MOST_TOPICS = 12;
/** With more to catch up on than this, everything is read anew. */
const MOST_EVENTS = 40;

/** The memory that goes with a store, for as long as this worker or page lives. */
export const topicMemoryOf = rememberedOf((_: Store) => new TopicMemory());

/**
 * Remembers what was read of a topic, so that with thousands of questions only what the log says
 * has changed since is read again. Whatever it cannot follow step by step (a correction, an undo, a
 * reset, a clock set back, a write that was given up) makes it read everything. Without a record
 * of mastery the next answer replays the topic and may bring back any review: then nothing is
 * remembered.
 */
export class TopicMemory {
	readonly #known = new Map<string, Known>();

	/** @returns valid until the next call: it goes on being kept up to date */
	async read(tx: ReadTx, profileId: string, topic: string, now: Instant): Promise<TopicPast> {
		const key = JSON.stringify([profileId, topic]);
		const known = this.#known.get(key);
		const past =
			(known && (await catchUp(tx, profileId, topic, known, now))) ??
			(await readAll(tx, profileId, topic));
		this.#known.delete(key);
		if (past.through !== null) this.#known.set(key, past);
		const [oldest] = this.#known.keys();
		if (this.#known.size > MOST_TOPICS && oldest !== undefined) this.#known.delete(oldest);
		return past;
	}
}

export function reviewKey(kind: ReviewRecord['kind'], id: string): string {
	return `${kind} ${id}`;
}

async function readAll(tx: ReadTx, profileId: string, topic: string): Promise<Known> {
	// Side by side: each call that is awaited alone costs a way to the database and back.
	const [seen, reviews, mastery, [latest]] = await Promise.all([
		tx.select('seen', 'by_topic', { prefix: [profileId, topic] }),
		readTopicReviews(tx, profileId, topic),
		readMastery(tx, profileId, topic),
		tx.select('events', 'by_topic', { prefix: [profileId, topic], direction: 'prev', limit: 1 })
	]);
	return {
		seen: new Map(seen.map((record) => [record.question_id, record])),
		reviews: new Map(reviews.map((record) => [reviewKey(record.kind, record.id), record])),
		through: mastery === undefined ? null : (latest ?? null)
	};
}

/** @returns undefined where the steps since cannot be followed */
async function catchUp(
	tx: ReadTx,
	profileId: string,
	topic: string,
	known: Known,
	now: Instant
): Promise<Known | undefined> {
	if (known.through === null || now.at_ms < known.through.at_ms) return undefined;
	const { at_ms, id } = known.through;
	const [anchor, mastery, later] = await Promise.all([
		tx.get('events', id),
		readMastery(tx, profileId, topic),
		tx.select('events', 'by_topic', {
			prefix: [profileId, topic],
			after: [profileId, topic, at_ms, id],
			limit: MOST_EVENTS + 1
		})
	]);
	// The event may have gone with a transaction that was given up.
	if (anchor === undefined || mastery === undefined || later.length > MOST_EVENTS) return undefined;
	const changes = await changesOf(tx, later);
	if (changes === undefined) return undefined;

	const [seen, reviews] = await Promise.all([
		Promise.all(changes.questions.map((question) => tx.get('seen', [profileId, question]))),
		Promise.all(
			changes.reviews.map(([kind, name]) => tx.get('reviews', [profileId, topic, kind, name]))
		)
	]);
	keep(known.seen, seen, (record) => record.question_id);
	keep(known.reviews, reviews, (record) => reviewKey(record.kind, record.id));
	return { ...known, through: later.at(-1) ?? known.through };
}

interface Changes {
	readonly questions: readonly string[];
	readonly reviews: readonly (readonly [kind: ReviewRecord['kind'], id: string])[];
}

/** What such events touch; undefined where one of them may touch anything. */
async function changesOf(tx: ReadTx, events: readonly EventRecord[]): Promise<Changes | undefined> {
	const questions = new Set<string>();
	const concepts = new Set<string>();
	for (const event of events) {
		switch (event.kind) {
			case 'question_shown':
			case 'hint_shown':
				questions.add(event.question_id);
				break;
			case 'answer_given':
				questions.add(event.question.id);
				break;
			case 'answer_graded': {
				if (event.cause !== undefined) return undefined;
				const given = await givenOf(tx, events, event.answer_id);
				if (given === undefined) return undefined;
				questions.add(given.question.id);
				for (const concept of given.question.concepts) concepts.add(concept);
				for (const { concept } of event.grade.points) concepts.add(concept);
				break;
			}
			case 'session_started':
			case 'session_completed':
			case 'activity_done':
			case 'activity_declined':
			case 'follow_up_given':
			case 'level_locked':
			case 'question_marked':
				break;
			case 'answer_edited':
			case 'point_overridden':
			case 'answer_undone':
			case 'answer_restored':
			case 'mastery_reset':
			case 'reset_undone':
			case 'plan_saved':
			case 'plan_removed':
				return undefined;
		}
	}
	return {
		questions: [...questions],
		reviews: [
			...[...questions].map((id) => ['question', id] as const),
			...[...concepts].map((id) => ['concept', id] as const)
		]
	};
}

async function givenOf(
	tx: ReadTx,
	events: readonly EventRecord[],
	answerId: string
): Promise<EventOf<'answer_given'> | undefined> {
	const given = events.find((event) => event.id === answerId) ?? (await tx.get('events', answerId));
	return given?.kind === 'answer_given' ? given : undefined;
}

/** Puts what was read anew among the records. */
function keep<R>(
	records: Map<string, R>,
	changed: readonly (R | undefined)[],
	keyOf: (record: R) => string
): void {
	for (const record of changed) if (record !== undefined) records.set(keyOf(record), record);
}
