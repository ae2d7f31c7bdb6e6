import { twoDecimals } from '$lib/domain/rounding';
import type { ChoiceReason } from '$lib/domain/selection/types';
import type { QuestionPool } from './packs';

/** In a mock interview figures would tell how the answers so far were graded. */
export const MOCK_REASON = 'A mock interview mixes what is weak, new and strong.';

/** Why a question was chosen, in plain words with the figures behind it. */
export function reasonText(reason: ChoiceReason, pool: QuestionPool): string {
	const title = pool.conceptTitle(reason.topic, reason.concept);
	switch (reason.kind) {
		case 'sure_miss':
			return reason.last_score === null
				? 'Once more: you were sure last time, and it was not right'
				: `Once more: you were sure last time, and it scored ${twoDecimals(reason.last_score)}`;
		case 'missed_today':
			return `Once more: you missed this one a few questions ago`;
		case 'missed_before':
			return `Once more: it scored ${twoDecimals(reason.last_score)} last time`;
		case 'weak':
			return `Weak: ${title}, ${twoDecimals(reason.mastery)} after ${counted(reason.attempts, 'answer')}`;
		case 'stagnating':
			return `Not rising: ${title}, ${twoDecimals(reason.mastery)}, no rise in ${counted(reason.stagnation_count, 'answer')}`;
		case 'fading':
			return `Fading: ${title}, ${twoDecimals(reason.mastery)}, due for review ${ago(reason.days)}`;
		case 'new':
			return `New: ${title}`;
		case 'uncertain':
			return `Still uncertain: ${title}, ${twoDecimals(reason.mastery)} after ${counted(reason.attempts, 'answer')}`;
		case 'maintenance':
			return `To keep it up: ${title}, ${twoDecimals(reason.mastery)}, last asked ${ago(reason.days)}`;
		case 'deadline':
			return `Not forgotten: ${title} has not come up for ${counted(reason.questions, 'question')}`;
		case 'due':
			return `Due for review ${ago(reason.days)}: ${title}`;
	}
}

function counted(count: number, thing: string): string {
	return `${String(count)} ${thing}${count === 1 ? '' : 's'}`;
}

/** @param days 0 or more, with fraction */
function ago(days: number): string {
	const whole = Math.floor(days);
	return whole === 0 ? 'today' : `${counted(whole, 'day')} ago`;
}
