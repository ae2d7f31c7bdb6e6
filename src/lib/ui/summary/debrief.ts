import type { SessionDetail } from '$lib/contract/sessions';

export interface Debrief {
	/** The question that took longest, where several were answered. */
	readonly longest: { readonly number: number; readonly seconds: number } | null;
	readonly topics: readonly {
		readonly topic: string;
		readonly title: string;
		/** Mean score of its answers, 0–100, skipped ones as 0; null while none is graded. */
		readonly score: number | null;
		readonly count: number;
	}[];
}

/** What can be said of an interview as a whole, from its answers. */
export function debriefOf({ answers }: SessionDetail): Debrief {
	const counted = answers.filter(({ answer }) => answer.state !== 'undone');
	const byTime = counted.toSorted((a, b) => b.response_time - a.response_time);
	const [longest] = byTime;
	const topics = [...new Set(counted.map(({ question }) => question.topic))];
	return {
		longest:
			longest === undefined || byTime.length < 2
				? null
				: { number: longest.question.number, seconds: Math.round(longest.response_time) },
		topics: topics.map((topic) => {
			const own = counted.filter(({ question }) => question.topic === topic);
			const scores = own.flatMap(({ answer, grade }) =>
				answer.state === 'skipped' ? [0] : grade === null ? [] : [grade.score]
			);
			const sum = scores.reduce((total, score) => total + score, 0);
			return {
				topic,
				title: own[0]?.question.topic_title ?? topic,
				score: scores.length === 0 ? null : Math.round((100 * sum) / scores.length),
				count: own.length
			};
		})
	};
}
