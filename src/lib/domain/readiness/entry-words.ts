import { twoDecimals } from '../rounding';
import { STRONG_FROM, WEAK_BELOW } from '../mastery/concepts';
import { dayWords } from '../calendar-days';
import { counted } from './counted';
import { SAFE_FROM, UNKNOWN_MASTERY } from './learning';
import { wantedGap } from './spacing';
import type { ConceptAim, DayEntry, TopicAim } from './types';

/** A concept as planning moves it on. */
export interface PlannedCard {
	readonly topic: TopicAim;
	readonly aim: ConceptAim;
	/** Mastery expected after what is planned, 0–1. */
	expected: number;
	/** Right answers, each planned line counted as one. */
	correct: number;
	/** Day of the last attempt, real or planned. */
	lastDay: number | null;
	/** Questions planned; one that is kept short counts in part. */
	planned: number;
	lastEntry: DraftEntry | null;
}

/** A line before it is put into words. */
export interface DraftEntry {
	readonly day: number;
	readonly topic: TopicAim;
	readonly card: PlannedCard | null;
	readonly kind: 'learn' | 'review';
	readonly questions: number;
	readonly minutes: number;
	/** Whether the day is too short for a question as this person answers it. */
	readonly isShort: boolean;
	/** Day of the attempt before. */
	readonly sinceDay: number | null;
	/** Whether that attempt is a planned one. */
	readonly isReturn: boolean;
	/** Day of the next line for the same concept. */
	nextDay: number | null;
}

/** When it is, until when, and how much a day. */
export interface PlanCalendar {
	/** Days since 1970-01-01, in the person's own calendar. */
	readonly today: number;
	/** Not before today. */
	readonly interviewDay: number;
	/** Minutes a day, at least 1. */
	readonly minutesADay: number;
	/** Seconds practised today already, reading included. */
	readonly secondsToday: number;
}

/** Stagnation from which reading comes before answering. */
const READ_FIRST_FROM = 3;

export function describeEntry(entry: DraftEntry, calendar: PlanCalendar): DayEntry {
	const { topic, card, kind, questions, minutes, isShort } = entry;
	const short = isShort
		? ` A question takes you about ${counted(Math.ceil(topic.secondsPerQuestion / 60), 'minute')} here; keep this one to ${String(minutes)}.`
		: '';
	return {
		topic: topic.topic,
		concept: card?.aim.concept ?? null,
		kind,
		questions,
		minutes,
		reason: reasonOf(entry, calendar) + short,
		done_when: doneWhen(entry, calendar)
	};
}

/**
 * A day without a line, and why: the interview, enough done, or nothing due.
 *
 * @param nextDay the next day with a line; null where there is none
 */
export function restEntry(day: number, calendar: PlanCalendar, nextDay: number | null): DayEntry {
	const rest = (reason: string, done_when: string): DayEntry => ({
		topic: null,
		concept: null,
		kind: 'rest',
		questions: 0,
		minutes: 0,
		reason,
		done_when
	});
	if (day === calendar.interviewDay)
		return rest(
			'The day of the interview: what is learnt is learnt.',
			'Nothing to tick off. Good luck.'
		);
	if (day === calendar.today && calendar.secondsToday > 0)
		return rest(
			`You have practised about ${counted(Math.round(calendar.secondsToday / 60), 'minute')} of ${String(calendar.minutesADay)} today; nothing else is due that fits in.`,
			'Done for today.'
		);
	return rest(
		'Nothing is due: what you know holds better after a pause.' +
			(nextDay === null ? '' : ` The next line is for ${dayWords(nextDay, calendar.today)}.`),
		'A free day, nothing to tick off.'
	);
}

function reasonOf(entry: DraftEntry, calendar: PlanCalendar): string {
	const { topic, card, kind, day, sinceDay } = entry;
	const { today, interviewDay } = calendar;
	if (card === null)
		return `The day before, and no answer on ${topic.title} yet: one question shows where you stand.`;
	if (day === interviewDay - 1)
		return `The day before: a light look at what was practised, nothing new. ${stands(card.aim)}`;
	if (kind === 'learn') return learnReason(entry, card.aim, today);
	if (sinceDay === null) return stands(card.aim);

	const { from, to } = wantedGap(interviewDay - sinceDay);
	const best = from === to ? counted(from, 'day') : `${String(from)} to ${counted(to, 'day')}`;
	const pause = `${counted(day - sinceDay, 'day')} after ${dayWords(sinceDay, today)}`;
	return day - sinceDay > to
		? `Back ${pause}; a pause of ${best} would have held best, so it is due.`
		: `Back ${pause}: a pause of ${best} holds best until ${dayWords(interviewDay, today)}.`;
}

function learnReason(
	{ day, sinceDay, isReturn }: DraftEntry,
	aim: ConceptAim,
	today: number
): string {
	const again =
		isReturn && sinceDay !== null
			? `Again ${counted(day - sinceDay, 'day')} after ${dayWords(sinceDay, today)}: one round is seldom enough. `
			: '';
	if (aim.attempts === 0) return `${again}${stands(aim)}`;
	const stuck =
		aim.stagnation === 0
			? ''
			: ` The last ${aim.stagnation === 1 ? 'answer' : String(aim.stagnation)} did not raise it` +
				(aim.stagnation >= READ_FIRST_FROM ? ': read its explanation before you answer.' : '.');
	return again + stands(aim) + stuck;
}

/** Where a concept stands now. */
function stands({ title, mastery, attempts }: ConceptAim): string {
	if (attempts === 0)
		return `${title}: no answer yet, so it is reckoned as weak, at ${twoDecimals(UNKNOWN_MASTERY)}.`;
	const after = `${title} is at ${twoDecimals(mastery)} after ${counted(attempts, 'answer')}`;
	return mastery < WEAK_BELOW ? `${after}; weak is below ${twoDecimals(WEAK_BELOW)}.` : `${after}.`;
}

function doneWhen({ kind, card, day, nextDay }: DraftEntry, calendar: PlanCalendar): string {
	const { today, interviewDay } = calendar;
	if (day === interviewDay - 1) return 'Off the list once it is answered; then leave it for today.';
	if (kind === 'learn' && card !== null)
		return `Off the list once ${card.aim.title} is at ${twoDecimals(STRONG_FROM)}, or at ${twoDecimals(SAFE_FROM)} with two right answers.`;
	return nextDay === null
		? 'Off the list once it is answered; that is its last time before the interview.'
		: `Off the list once it is answered; it is due again on ${dayWords(nextDay, today)}.`;
}
