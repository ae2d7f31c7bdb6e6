import type { TopicConfidence } from '$lib/contract/confidence';
import type { FollowUp, GivenFollowUp } from '$lib/contract/follow-up';
import type { OpenQuestion } from '$lib/contract/sessions';
import { followUp } from '$lib/domain/grading/follow-up';
import { hintCap } from '$lib/domain/grading/guards/hints';
import type { Grade } from '$lib/domain/grading/types';
import {
	brierScore,
	CONFIDENCES,
	ENOUGH_RATINGS,
	ratings,
	type ConfidenceTally
} from '$lib/domain/mastery/confidence';
import { confidenceMessage } from '$lib/domain/mastery/confidence-message';
import type { Question } from '$lib/domain/types';
import type { FollowUpFields } from '$lib/store/event-records';
import type { SessionRecord, SlotRecord } from '$lib/store/records';
import type { QuestionPool } from './packs';
import { ratio3 } from './present';

/** The hints of an open question that were shown, and what the next one costs. */
export function presentHints(
	question: Pick<Question, 'hints'>,
	slot: Pick<SlotRecord, 'hints'>
): Pick<OpenQuestion, 'hints' | 'hints_left' | 'next_cap'> {
	const hints = question.hints.slice(0, slot.hints ?? 0);
	const left = question.hints.length - hints.length;
	return { hints, hints_left: left, next_cap: left === 0 ? null : hintCap(hints.length + 1) };
}

/** What is asked back after an answer; null where nothing is, and in a mock, which gives no feedback yet. */
export function followUpOf(
	session: Pick<SessionRecord, 'session_type'>,
	grade: Grade,
	question: Question,
	pool: Pick<QuestionPool, 'conceptTitle'>
): FollowUp | null {
	if (session.session_type === 'mock') return null;
	return followUp(grade, question, (concept) => pool.conceptTitle(question.topic, concept));
}

export function presentFollowUp(given: FollowUpFields): GivenFollowUp {
	const { point, prompt, text, covered, coverage, why, wording, note } = given;
	return { point, prompt, text, covered, coverage: ratio3(coverage), why, wording, note };
}

/** A topic's table from its tally; without figures while there are too few ratings. */
export function presentConfidence(topic: string, tally: ConfidenceTally): TopicConfidence {
	const count = ratings(tally);
	const brier = brierScore(tally);
	return {
		topic,
		ratings: count,
		table:
			count < ENOUGH_RATINGS
				? []
				: CONFIDENCES.map((confidence) => {
						const { answers, correct, score_sum } = tally[confidence];
						return {
							confidence,
							answers,
							correct,
							accuracy: answers === 0 ? null : ratio3(correct / answers),
							avg_score: answers === 0 ? null : ratio3(score_sum / answers)
						};
					}),
		brier: brier === null ? null : ratio3(brier),
		message: confidenceMessage(tally)
	};
}
