import type { SessionDetail } from '$lib/contract/sessions';

/** Something to fix, with the answer that shows it. */
export interface Fix {
	readonly key: string;
	/** Of the element that holds the answer; undefined where it is not on the page. */
	readonly target: string | undefined;
	/** What the point says. */
	readonly wording: string | undefined;
	readonly why: string;
}

/** The things to fix first, each with the latest answer to its question that has the point. */
export function fixesOf({ answers, summary }: SessionDetail): Fix[] {
	return summary.to_fix.map(({ question_id, point, why }, index) => {
		const answered = answers.filter(
			({ question, answer }) => question.id === question_id && answer.state !== 'undone'
		);
		const entry = answered.at(-1);
		return {
			key: `${question_id} ${point} ${String(index)}`,
			target: entry === undefined ? undefined : `answer-${entry.answer.id}`,
			wording: entry?.grade?.points.find((graded) => graded.id === point)?.wording,
			why
		};
	});
}
