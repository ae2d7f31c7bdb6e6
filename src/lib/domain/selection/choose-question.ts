import { drawWeighted, type Random } from '../random';
import { indexChoices, type ConceptEntry, type Item, type TopicEntry } from './choice-index';
import { pressingConcept } from './deadlines';
import { lowest, preferring } from './items';
import { drawQuestion, isDue, isSureMissDue, lastShownMs, wasMissed } from './question-order';
import { conceptReason, dueReason, missedReason } from './reasons';
import { fillSlot, slotAt } from './slots';
import type { AskedQuestion, Candidate, Choice, ChoiceReason, Focus, LearnerView } from './types';

export interface ChoiceOptions {
	readonly focus: Focus;
	readonly nowMs: number;
	/** Seeded, so that the same state gives the same question. */
	readonly random: Random;
}

/**
 * Chooses the next question of a session (design section 5). Whatever the focus: nothing twice in
 * a session but one return of a missed question after three others, no level jumped, concepts that
 * rest last, no concept twice running where there is a choice. Then, in an adaptive session, in
 * this order: a concept whose deadline comes up; the second question of a brand-new concept; what
 * was missed though the learner was sure; the slot's own kind.
 *
 * @param candidates the pool: questions of every topic of the session that may be asked at all
 * @param asked this session's slots, all answered or skipped, in order
 * @returns null when the pool is used up for this focus
 */
export function chooseQuestion(
	candidates: readonly Candidate[],
	asked: readonly AskedQuestion[],
	learner: LearnerView,
	options: ChoiceOptions
): Choice | null {
	const { focus, nowMs, random } = options;
	const index = indexChoices(candidates, asked, learner, nowMs);
	const inFocus = index.items.filter((item) => isIn(focus, item, nowMs));
	// A level is never jumped while a nearer question is left.
	const near = preferring(inFocus, (item) => item.distance <= 1);
	const open = preferring(near, (item) => !item.rests);
	if (open.length === 0) return null;
	if (focus !== 'adaptive') return chooseReview(focus, open, nowMs);

	const topic = turnOf([...index.topics.values()], open, index.last?.topic, random);
	const isOfTopic = (item: Item) => item.question.topic === topic.topic;
	return chooseInTopic(topic, open.filter(isOfTopic), near.filter(isOfTopic), index.last, options);
}

function isIn(focus: Focus, item: Item, nowMs: number): boolean {
	switch (focus) {
		case 'adaptive':
			return true;
		case 'missed':
			return wasMissed(item.seen) || item.seen?.sure_miss === true;
		case 'due':
			return isDue(item, nowMs);
	}
}

/** How many questions there are for a focus. */
export function questionsInFocus(
	candidates: readonly Candidate[],
	learner: LearnerView,
	focus: Focus,
	nowMs: number
): number {
	return indexChoices(candidates, [], learner, nowMs).items.filter((item) =>
		isIn(focus, item, nowMs)
	).length;
}

/** Sure misses first, then what was missed longest ago; or what is most overdue. */
function chooseReview(
	focus: 'missed' | 'due',
	open: readonly Item[],
	nowMs: number
): Choice | null {
	const others = preferring(open, (item) => !item.repeatsConcept);
	if (focus === 'due') {
		const [item] = lowest(others, ({ seen }) => seen?.due_ms ?? Infinity);
		return item === undefined ? null : choice(item, dueReason(item, nowMs));
	}

	const item = oldest(preferring(others, ({ seen }) => seen?.sure_miss === true));
	return item === undefined ? null : choice(item, missedReason(item));
}

/**
 * Several topics take turns: another than the last where one has a question, of these one asked
 * least so far in this session.
 */
function turnOf(
	topics: readonly TopicEntry[],
	open: readonly Item[],
	last: string | undefined,
	random: Random
): TopicEntry {
	const available = new Set(open.map((item) => item.question.topic));
	const withQuestions = topics.filter(({ topic }) => available.has(topic));
	const others = withQuestions.filter(({ topic }) => topic !== last);
	const choices = others.length > 0 ? others : withQuestions;
	const fewest = Math.min(...choices.map(({ askedCount }) => askedCount));
	const drawn = drawWeighted(
		random,
		choices.filter(({ askedCount }) => askedCount === fewest),
		() => 1
	);
	if (drawn === undefined) throw new RangeError('no topic has a question');
	return drawn;
}

/**
 * @param open questions of the topic that may be asked, at least one
 * @param resting the same with those whose concept rests: only a deadline asks them
 */
function chooseInTopic(
	topic: TopicEntry,
	open: readonly Item[],
	resting: readonly Item[],
	last: Candidate | null,
	{ nowMs, random }: ChoiceOptions
): Choice {
	const { topic: name } = topic;
	const pressing = pressingConcept(topic, preferring(resting, isFresh));
	if (pressing !== null) {
		const { entry, items, questions } = pressing;
		const { concept } = entry;
		const reason: ChoiceReason = { topic: name, concept, kind: 'deadline', questions };
		return choice(drawQuestion(items, nowMs, random), reason);
	}

	const second = secondOfNew(topic, open, last);
	if (second !== null) {
		const { concept } = second.entry;
		return choice(drawQuestion(second.items, nowMs, random), { topic: name, concept, kind: 'new' });
	}

	const others = preferring(open, (item) => !item.repeatsConcept);
	const sureMiss = oldest(others.filter((item) => isFresh(item) && isSureMissDue(item, nowMs)));
	if (sureMiss !== undefined) return choice(sureMiss, missedReason(sureMiss));

	const slot = slotAt(topic.shownCount);
	const missed = oldest(others.filter((item) => !isFresh(item)));
	if (slot === 'focus' && missed !== undefined) return choice(missed, missedReason(missed));

	const filled = fillSlot(slot, preferring(others, isFresh), nowMs, random);
	const item = drawQuestion(filled.items, nowMs, random);
	return choice(item, conceptReason(item, filled.entry, filled.kind, nowMs));
}

/**
 * A brand-new concept gets two questions running where it has one at the learner's level: the
 * second, if the last was the first.
 */
function secondOfNew(
	topic: TopicEntry,
	open: readonly Item[],
	last: Candidate | null
): { readonly entry: ConceptEntry; readonly items: readonly Item[] } | null {
	if (last?.topic !== topic.topic) return null;
	const atLevel = lowest(open, (item) => item.levelRank);
	for (const concept of last.concepts) {
		const entry = topic.concepts.get(concept);
		if (entry?.timesShown !== 1) continue;
		const items = atLevel.filter((item) => isFresh(item) && item.concepts.includes(entry));
		if (items.length > 0) return { entry, items };
	}
	return null;
}

/** Not asked in this session yet. */
function isFresh(item: Item): boolean {
	return item.missedAt === null;
}

function oldest(items: readonly Item[]): Item | undefined {
	return lowest(items, lastShownMs)[0];
}

function choice(item: Item, reason: ChoiceReason): Choice {
	return { question_id: item.question.id, reason };
}
