import { isWeak } from '../mastery/concepts';
import { DayList } from './day-list';
import {
	describeEntry,
	restEntry,
	type DraftEntry,
	type PlanCalendar,
	type PlannedCard
} from './entry-words';
import { needsLearning, UNKNOWN_MASTERY } from './learning';
import { wantedGap } from './spacing';
import type { ConceptAim, DayEntry, DayPlan, PlannedPractice, TopicAim } from './types';

/** What a plan is made for. */
export interface PlanAims extends PlanCalendar {
	readonly topics: readonly TopicAim[];
	/** How many days are put into words; all are planned. */
	readonly listedDays: number;
}

export interface Plan {
	/** The first planned days; the day of the interview is the last there is. */
	readonly days: readonly DayPlan[];
	/** All planned days, the day of the interview included. */
	readonly plannedDays: number;
	readonly practice: readonly PlannedPractice[];
}

/** Nobody plans further: days beyond it are not planned. */
const MOST_DAYS = 366;
/** Concepts learnt side by side on a day, where there is time enough; more where time is short. */
const LEARNT_A_DAY = 6;
/** Days on which a concept is likely to be learnt before it is safe. */
const LEARNING_ROUNDS = 3;
/** The day before: no more than this many minutes, and lines. */
const LIGHT_MINUTES = 15;
const LIGHT_ENTRIES = 3;
/** Of days with room for one line, one in so many is for reviews that are overdue. */
const REVIEW_EVERY = 3;

/**
 * What to do on each day until the interview. Weak concepts are learnt first, the weakest before
 * all, on one day after another until they are safe; what is safe comes back after the gap that
 * holds best until the interview (`wantedGap`), later only where the days before are full. The day
 * before is for a light look at what is known; the day itself is free. Expected masteries rise as
 * `raised` assumes.
 */
export function planDays(aims: PlanAims): Plan {
	const { today, interviewDay, topics, listedDays } = aims;
	const cards = cardsOf(
		topics.filter((topic) => topic.available),
		today
	);
	if (cards.length === 0) return { days: [], plannedDays: 0, practice: [] };

	const drafts: { day: number; entries: DraftEntry[] }[] = [];
	const end = Math.min(interviewDay, today + MOST_DAYS);
	for (let day = today; day < end; day++) {
		const list = new DayList(day, aims);
		if (day === interviewDay - 1) lightReview(list, cards);
		else ordinaryDay(list, cards);
		drafts.push({ day, entries: list.entries });
	}

	if (end === interviewDay) drafts.push({ day: interviewDay, entries: [] });

	const days = drafts.slice(0, listedDays).map(({ day, entries }, index) => {
		if (entries.length > 0)
			return dayOf(
				day,
				entries.map((entry) => describeEntry(entry, aims))
			);
		const next = drafts.find((later, at) => at > index && later.entries.length > 0);
		return dayOf(day, [restEntry(day, aims, next?.day ?? null)]);
	});
	return { days, plannedDays: drafts.length, practice: practiceOf(cards) };
}

/** Every concept, the topics in turn: of equally weak ones no topic's come all before another's. */
function cardsOf(topics: readonly TopicAim[], today: number): PlannedCard[] {
	const longest = Math.max(0, ...topics.map((topic) => topic.concepts.length));
	return Array.from({ length: longest }, (_, at) =>
		topics.flatMap((topic) => {
			const aim = topic.concepts[at];
			return aim === undefined ? [] : [cardOf(topic, aim, today)];
		})
	).flat();
}

function cardOf(topic: TopicAim, aim: ConceptAim, today: number): PlannedCard {
	return {
		topic,
		aim,
		expected: aim.attempts > 0 ? aim.mastery : UNKNOWN_MASTERY,
		correct: aim.correct,
		// A clock that was put back must not keep a concept off the list.
		lastDay: aim.lastDay === null ? null : Math.min(aim.lastDay, today),
		planned: 0,
		lastEntry: null
	};
}

function practiceOf(cards: readonly PlannedCard[]): PlannedPractice[] {
	return cards.flatMap(({ topic, aim, planned, lastEntry }) =>
		lastEntry === null
			? []
			: [
					{
						topic: topic.topic,
						concept: aim.concept,
						questions: planned,
						lastDay: lastEntry.day
					}
				]
	);
}

function dayOf(day: number, entries: readonly DayEntry[]): DayPlan {
	return { day, minutes: entries.reduce((sum, entry) => sum + entry.minutes, 0), entries };
}

function ordinaryDay(list: DayList, cards: readonly PlannedCard[]): void {
	const { day, interviewDay } = list;
	const toLearn = cards.filter((card) => needsLearning(card.expected, card.correct));
	const rounds = (toLearn.length * LEARNING_ROUNDS) / (interviewDay - 1 - day);
	const learn = toLearn
		.filter((card) => card.lastDay === null || card.lastDay < day)
		.sort((a, b) =>
			a.expected === b.expected ? b.aim.attempts - a.aim.attempts : a.expected - b.expected
		)
		.slice(0, Math.max(LEARNT_A_DAY, Math.ceil(rounds)));
	const review = cards
		.flatMap((card) => {
			if (card.lastDay === null || needsLearning(card.expected, card.correct)) return [];
			const gap = wantedGap(interviewDay - card.lastDay);
			return card.lastDay + gap.from <= day ? [{ card, latest: card.lastDay + gap.to }] : [];
		})
		.sort((a, b) =>
			a.latest === b.latest ? a.card.expected - b.card.expected : a.latest - b.latest
		);

	// What is weakest comes first; but where a day has room for one line only, every third one is
	// for what would otherwise wait too long. Counted from the interview, so that a plan made
	// tomorrow agrees with today's.
	const isReviewFirst = (interviewDay - day) % REVIEW_EVERY === 0;
	const urgent = isReviewFirst ? review.filter(({ latest }) => latest <= day) : [];
	const [weakest, ...others] = learn;
	for (const { card } of urgent) list.add(card.topic, card, 'review');
	if (weakest !== undefined) list.add(weakest.topic, weakest, 'learn');
	for (const { card } of review) if (card.lastDay !== day) list.add(card.topic, card, 'review');
	for (const card of others) list.add(card.topic, card, 'learn');
}

/** Nothing new: what is known best first, of that the longest unseen. */
function lightReview(list: DayList, cards: readonly PlannedCard[]): void {
	list.limit(LIGHT_MINUTES, LIGHT_ENTRIES);
	const known = cards
		.filter((card) => card.lastDay !== null)
		.sort((a, b) =>
			isWeak(a.expected) === isWeak(b.expected)
				? (a.lastDay ?? 0) - (b.lastDay ?? 0)
				: Number(isWeak(a.expected)) - Number(isWeak(b.expected))
		);
	for (const card of known) if (card.lastDay !== list.day) list.add(card.topic, card, 'review');
	const [first] = cards;
	if (known.length === 0 && first !== undefined) list.add(first.topic, null, 'review');
}
