import { dayWords } from '../calendar-days';
import { counted } from './counted';
import { LEARNING_RATE } from './learning';
import type { Missing } from './types';

/** What the expected masteries rest on, for whoever wants to know. */
export const ASSUMES =
	`An estimate, not a promise. Each planned question is assumed to close ${String(Math.round(100 * LEARNING_RATE))} % of what its concept lacks, ` +
	'a rate taken from simulated learners; a concept never asked is reckoned at 0.30. ' +
	'Where a forgetting curve is known, a concept fades by it from its last practice on. ' +
	'The band widens with the days ahead, and with few answers.';

interface Situation {
	/** Days since 1970-01-01. */
	readonly today: number;
	/** Null where none is set. */
	readonly interviewDay: number | null;
	readonly minutesADay: number | null;
	readonly missing: readonly Missing[];
	/** Whether any of the topics can be planned. */
	readonly hasQuestions: boolean;
	/** Days that are planned, and days there are until the interview, itself included. */
	readonly plannedDays: number;
}

/** How things stand, and what is missing, in plain words. */
export function readinessMessage(situation: Situation): string {
	const { today, interviewDay, minutesADay, missing } = situation;
	if (interviewDay === null)
		return missing.includes('minutes_a_day')
			? 'Set the day of your interview and the minutes you have a day, and this becomes a plan.'
			: 'Set the day of your interview, and this becomes a plan.';
	if (interviewDay < today)
		return `Your interview day was ${dayWords(interviewDay, today)}; set a new one to plan again.`;

	return [countDown(interviewDay - today), whatFollows(situation, interviewDay, minutesADay)].join(
		' '
	);
}

function countDown(days: number): string {
	if (days === 0) return 'Your interview is today.';
	if (days === 1) return 'Your interview is tomorrow.';
	return `${counted(days, 'day')} until your interview.`;
}

function whatFollows(
	{ today, missing, hasQuestions, plannedDays }: Situation,
	interviewDay: number,
	minutesADay: number | null
): string {
	if (missing.includes('topics'))
		return 'There is nothing to plan yet: answer a few questions, or paste a job advert and choose its topics.';
	if (minutesADay === null)
		return 'Say how many minutes a day you have, and the days are planned; what is expected now counts no practice.';
	if (!hasQuestions)
		return 'None of your topics has questions on this device, so nothing is planned.';
	const most = `The plan asks for at most ${counted(minutesADay, 'minute')} a day.`;
	return plannedDays > interviewDay - today
		? most
		: `${most} Only the first ${counted(plannedDays, 'day')} are planned.`;
}
