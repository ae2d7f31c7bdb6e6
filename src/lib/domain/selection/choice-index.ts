import { DIFFICULTIES, type Difficulty } from '../types';
import type { AskedQuestion, Candidate, ConceptView, LearnerView, SeenQuestion } from './types';

/** Other questions that must lie between a missed one and its return. */
const BEFORE_RETURN = 3;
const NO_PLACES: readonly number[] = [];

/** A question that may be asked now, with all that the rules look at. */
export interface Item {
	readonly question: Candidate;
	readonly seen: SeenQuestion | undefined;
	/** Its entries, in the order in which the question names its concepts. */
	readonly concepts: readonly ConceptEntry[];
	/** Levels between it and the learner's: 0, 1 or 2. */
	readonly distance: number;
	/** Order of levels: 0 the learner's own, then the nearest, the easier of two first. */
	readonly levelRank: number;
	/** Place in this session of the slot in which it was missed; null when not asked in it. */
	readonly missedAt: number | null;
	/** One of its concepts rests. */
	readonly rests: boolean;
	/** Shares a concept with the question before. */
	readonly repeatsConcept: boolean;
}

/** A concept of a topic, over all candidates. */
export interface ConceptEntry {
	readonly topic: string;
	readonly concept: string;
	/** Undefined when never practised. */
	readonly view: ConceptView | undefined;
	readonly rests: boolean;
	/** One of the concepts of the question before. */
	readonly isLast: boolean;
	/** In the topic's count of questions shown; 0 when never shown. */
	lastNumber: number;
	/** −∞ when neither shown nor practised. */
	lastSeenMs: number;
	timesShown: number;
}

export interface TopicEntry {
	readonly topic: string;
	readonly level: Difficulty;
	shownCount: number;
	/** Slots of this session so far. */
	askedCount: number;
	/** When each question that has been shown was shown last, epoch ms. */
	readonly shownMs: number[];
	readonly concepts: Map<string, ConceptEntry>;
}

export interface ChoiceIndex {
	readonly topics: ReadonlyMap<string, TopicEntry>;
	readonly items: readonly Item[];
	/** The question before; null at the start, or when it has left the pool. */
	readonly last: Candidate | null;
}

/**
 * Everything that the rules look up, in one pass over the candidates: what may be asked now (never
 * asked in this session, or missed in it once with enough others since), and when each concept was
 * last seen, by whichever question.
 */
export function indexChoices(
	candidates: readonly Candidate[],
	asked: readonly AskedQuestion[],
	learner: LearnerView,
	nowMs: number
): ChoiceIndex {
	const topics = new Map<string, TopicEntry>();
	const slots = slotsByQuestion(asked);
	const lastId = asked.at(-1)?.question_id;
	const last = candidates.find(({ id }) => id === lastId) ?? null;

	const items: Item[] = [];
	for (const question of candidates) {
		const topic = topicEntry(question.topic);
		const concepts = question.concepts.map((concept) => conceptEntry(topic, concept));
		const seen = learner.seen.get(question.id);
		if (seen !== undefined) countSeen(topic, concepts, seen);

		const places = slots.get(question.id) ?? NO_PLACES;
		topic.askedCount += places.length;
		if (!mayBeAsked(asked, places)) continue;

		const steps = DIFFICULTIES.indexOf(question.difficulty) - DIFFICULTIES.indexOf(topic.level);
		const distance = Math.abs(steps);
		items.push({
			question,
			seen,
			concepts,
			distance,
			levelRank: 2 * distance - (steps < 0 ? 1 : 0),
			missedAt: places[0] ?? null,
			rests: concepts.some(({ rests }) => rests),
			repeatsConcept: concepts.some(({ isLast }) => isLast)
		});
	}

	for (const topic of topics.values()) numberUnknown(topic);
	return { topics, items, last };

	function topicEntry(topic: string): TopicEntry {
		const known = topics.get(topic);
		if (known !== undefined) return known;

		const view = learner.topics.get(topic);
		const made: TopicEntry = {
			topic,
			level: view?.current_difficulty ?? 'medium',
			shownCount: view?.shown_count ?? 0,
			askedCount: 0,
			shownMs: [],
			concepts: new Map()
		};
		topics.set(topic, made);
		return made;
	}

	function conceptEntry({ topic, concepts }: TopicEntry, concept: string): ConceptEntry {
		const known = concepts.get(concept);
		if (known !== undefined) return known;

		const view = learner.topics.get(topic)?.concepts.get(concept);
		const made: ConceptEntry = {
			topic,
			concept,
			view,
			rests: (view?.rests_until_ms ?? -Infinity) > nowMs,
			isLast: last?.topic === topic && last.concepts.includes(concept),
			lastNumber: 0,
			lastSeenMs: view?.last_seen_ms ?? -Infinity,
			timesShown: 0
		};
		concepts.set(concept, made);
		return made;
	}
}

function slotsByQuestion(asked: readonly AskedQuestion[]): ReadonlyMap<string, readonly number[]> {
	const slots = new Map<string, number[]>();
	for (const [place, { question_id }] of asked.entries()) {
		const places = slots.get(question_id);
		if (places === undefined) slots.set(question_id, [place]);
		else places.push(place);
	}
	return slots;
}

/** @param places of the question in this session */
function mayBeAsked(asked: readonly AskedQuestion[], places: readonly number[]): boolean {
	const [first] = places;
	if (first === undefined) return true;
	const others = asked.length - 1 - first;
	return places.length === 1 && asked[first]?.missed === true && others >= BEFORE_RETURN;
}

function countSeen(topic: TopicEntry, concepts: readonly ConceptEntry[], seen: SeenQuestion): void {
	// A count that lags behind the numbers given out would move deadlines into the past.
	topic.shownCount = Math.max(topic.shownCount, seen.shown_number);
	topic.shownMs.push(seen.last_shown_ms);
	for (const concept of concepts) {
		concept.lastNumber = Math.max(concept.lastNumber, seen.shown_number);
		concept.lastSeenMs = Math.max(concept.lastSeenMs, seen.last_shown_ms);
		concept.timesShown += seen.times_shown;
	}
}

/**
 * Concepts that were last shown before questions were numbered: as many questions ago as others
 * have been shown since, each counted once. Without this they would all look long overdue.
 */
function numberUnknown(topic: TopicEntry): void {
	const unknown = [...topic.concepts.values()].filter(
		({ lastNumber, timesShown }) => lastNumber === 0 && timesShown > 0
	);
	if (unknown.length === 0) return;

	const latestFirst = topic.shownMs.sort((a, b) => b - a);
	for (const entry of unknown) {
		const since = latestFirst.findIndex((shownMs) => shownMs <= entry.lastSeenMs);
		entry.lastNumber = Math.max(0, topic.shownCount - since);
	}
}
