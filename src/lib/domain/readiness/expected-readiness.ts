import { hasFewAnswers } from '../mastery/bands';
import { isAtLeast, twoDecimals } from '../rounding';
import { localDay } from '../calendar-days';
import { counted } from './counted';
import { recall } from './forgetting';
import { raised, SAFE_FROM, UNKNOWN_MASTERY } from './learning';
import type { ConceptAim, PlannedPractice, ReadinessWord, TopicAim } from './types';

/** What is expected of a topic on the day of the interview; ratios 0–1, unrounded. */
export interface Readiness {
	readonly topic: string;
	/** Now; null where there is no answer yet. */
	readonly mastery: number | null;
	/** On the day, with the band around it; null where nothing can be expected. */
	readonly expected: number | null;
	readonly low: number | null;
	readonly high: number | null;
	readonly word: ReadinessWord;
	/** Whole questions planned until then. */
	readonly questions: number;
	readonly reason: string;
}

/** How far a level may wander by itself, grows with the square root of the days: an assumption. */
const DRIFT_A_DAY = 0.01;

interface Days {
	/** Days since 1970-01-01. */
	readonly today: number;
	readonly interviewDay: number;
	/** Minutes east of UTC. */
	readonly offsetMinutes: number;
}

/**
 * Mastery of a topic that an answer on the day of the interview would be likely to show: today's
 * mastery, moved by the mean of what is expected of its concepts. Planned questions raise a concept
 * as `raised` assumes; where a forgetting curve is known, it fades from its last practice on.
 *
 * The band is today's range on either side, wider by half of every expected change and by 0.01·√days:
 * never a promise.
 */
export function expectedReadiness(
	topic: TopicAim,
	practice: readonly PlannedPractice[],
	days: Days
): Readiness {
	const { attempts, mastery, available } = topic;
	const own = practice.filter((planned) => planned.topic === topic.topic);
	const questions = Math.round(own.reduce((sum, planned) => sum + planned.questions, 0));
	const known = { topic: topic.topic, mastery: attempts > 0 ? mastery : null, questions };
	if (!available || attempts === 0) {
		const word = available ? 'too_little' : 'unavailable';
		const nothing = { ...known, expected: null, low: null, high: null, word } as const;
		return { ...nothing, reason: reasonOf(topic, nothing) };
	}

	const changes = topic.concepts.map((concept) =>
		changeOf(
			concept,
			own.find((planned) => planned.concept === concept.concept),
			days
		)
	);
	const expected = clamp(mastery + meanOf(changes.map(({ rise, fade }) => rise - fade)));
	const doubt = meanOf(changes.map(({ rise, fade }) => rise + fade)) / 2;
	const half =
		Math.max(mastery - topic.low, topic.high - mastery) +
		doubt +
		DRIFT_A_DAY * Math.sqrt(days.interviewDay - days.today);
	const band = { expected, low: clamp(expected - half), high: clamp(expected + half) };
	const word = wordOf(attempts, band);
	return { ...known, ...band, word, reason: reasonOf(topic, { ...known, ...band, word }) };
}

/** What planned questions add to a concept, and what fading takes away until the day. */
function changeOf(
	{ mastery, attempts, memory }: ConceptAim,
	planned: PlannedPractice | undefined,
	{ interviewDay, offsetMinutes }: Days
): { rise: number; fade: number } {
	const now = attempts > 0 ? mastery : UNKNOWN_MASTERY;
	const after = raised(now, planned?.questions ?? 0);
	if (memory === null) return { rise: after - now, fade: 0 };

	const lastDay = planned?.lastDay ?? localDay(memory.last_review_ms, offsetMinutes);
	const kept = recall(interviewDay - lastDay, memory.stability_days);
	return { rise: after - now, fade: after * (1 - kept) };
}

function wordOf(attempts: number, { low, high }: { low: number; high: number }): ReadinessWord {
	if (hasFewAnswers(attempts)) return 'too_little';
	if (isAtLeast(low, SAFE_FROM)) return 'ready';
	return isAtLeast(high, SAFE_FROM) ? 'getting_there' : 'not_yet';
}

function reasonOf(
	{ title, attempts, mastery }: TopicAim,
	{ expected, low, high, word, questions }: Omit<Readiness, 'reason'>
): string {
	const planned =
		questions === 0
			? 'Without further questions'
			: `With the ${counted(questions, 'question')} planned until then`;
	if (word === 'unavailable')
		return attempts === 0
			? `The questions of ${title} are not on this device, so nothing is planned.`
			: `The questions of ${title} are not on this device, so nothing is planned. Its mastery of ${twoDecimals(mastery)} is kept.`;
	if (expected === null || low === null || high === null)
		return questions === 0
			? 'No answer yet, and no question is planned: nothing can be said.'
			: `No answer yet, so nothing can be said. ${counted(questions, 'question')} ${questions === 1 ? 'is' : 'are'} planned until then.`;

	const range = `${planned}, ${twoDecimals(expected)} is to be expected; anything from ${twoDecimals(low)} to ${twoDecimals(high)} would be no surprise.`;
	const now = `Mastery is ${twoDecimals(mastery)} after ${counted(attempts, 'answer')}`;
	if (word === 'too_little')
		return `${now}: few answers yet, so this is little more than a guess. ${range}`;
	const end = {
		ready: `Even the lower end reaches ${twoDecimals(SAFE_FROM)}, where solid begins.`,
		getting_there: `Solid begins at ${twoDecimals(SAFE_FROM)}: within reach, not yet safe.`,
		not_yet: `Even the upper end stays below ${twoDecimals(SAFE_FROM)}, where solid begins.`
	}[word];
	return `${now}. ${range} ${end}`;
}

function meanOf(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function clamp(value: number): number {
	return Math.min(1, Math.max(0, value));
}
