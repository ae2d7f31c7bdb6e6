import type { Grade } from '$lib/domain/grading/types';
import type { EventOf, EventRecord } from '../event-records';

/** A correction of a point that counts now. */
export interface Override {
	readonly point: string;
	readonly said: boolean;
	readonly wording?: string;
	readonly at_ms: number;
}

/** What became of one answer, read from the events of its session. */
export interface AnswerHistory {
	readonly given: EventOf<'answer_given'>;
	/** The latest version. */
	readonly text: string;
	readonly undone: boolean;
	/** Those since the latest version of the text, one per point. */
	readonly overrides: readonly Override[];
	/** The latest grade measured from the latest text; null while there is none. */
	readonly measured: Grade | null;
	/** The grade that counts: measured, with the corrections. */
	readonly grade: Grade | null;
	/** What was said to the question asked back; null while nothing was. */
	readonly followUp: EventOf<'follow_up_given'> | null;
	/** Everything that concerns the answer, in order. */
	readonly events: readonly EventRecord[];
}

/** @returns undefined when there is no such answer among the events */
export function answerHistory(
	events: readonly EventRecord[],
	answerId: string
): AnswerHistory | undefined {
	const own = events.filter((event) =>
		event.kind === 'answer_given'
			? event.id === answerId
			: 'answer_id' in event && event.answer_id === answerId
	);
	const given = own.find((event) => event.kind === 'answer_given');
	if (given === undefined) return undefined;

	let text = given.text;
	let undone = false;
	let overrides = new Map<string, Override>();
	let measured: Grade | null = null;
	let grade: Grade | null = null;
	let followUp: AnswerHistory['followUp'] = null;
	for (const event of own) {
		switch (event.kind) {
			case 'answer_edited':
				text = event.text;
				// Said of the text before; of the new one nothing has been said yet.
				overrides = new Map();
				measured = null;
				break;
			case 'answer_graded':
				grade = event.grade;
				if (event.cause !== 'corrected') measured = event.grade;
				break;
			case 'point_overridden':
				if (event.said === null) overrides.delete(event.point);
				else
					overrides.set(event.point, {
						point: event.point,
						said: event.said,
						...(event.wording === undefined ? {} : { wording: event.wording }),
						at_ms: event.at_ms
					});
				break;
			case 'answer_undone':
			case 'answer_restored':
				undone = event.kind === 'answer_undone';
				break;
			case 'follow_up_given':
				followUp = event;
				break;
			case 'answer_given':
			case 'hint_shown':
			case 'session_started':
			case 'question_shown':
			case 'session_completed':
			case 'activity_done':
			case 'activity_declined':
			case 'mastery_reset':
			case 'reset_undone':
			case 'level_locked':
			case 'question_marked':
			case 'plan_saved':
			case 'plan_removed':
				break;
		}
	}
	return {
		given,
		text,
		undone,
		overrides: [...overrides.values()],
		measured,
		grade,
		followUp,
		events: own
	};
}

/** The outcome of a slot that holds the answer, from what became of it. */
export function outcomeOf(
	history: AnswerHistory
): 'waiting' | 'graded' | 'provisional' | 'skipped' | 'undone' {
	if (history.undone) return 'undone';
	if (history.given.skipped) return 'skipped';
	if (history.measured === null) return 'waiting';
	return history.measured.state === 'final' ? 'graded' : 'provisional';
}
