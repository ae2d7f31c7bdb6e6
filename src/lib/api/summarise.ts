import type { Grade } from '$lib/domain/grading/types';
import { COVERED_FROM } from '$lib/domain/grading/calibration';
import type { EventOf, EventRecord } from '$lib/store/event-records';
import type { SessionRecord, SummaryRecord } from '$lib/store/records';

/** How many things to fix a summary names: more would not be read. */
const MOST_TO_FIX = 5;

/** The grade that counts of each answer of a session: the latest one. */
export function latestGrades(
	events: readonly EventRecord[]
): Map<string, EventOf<'answer_graded'>> {
	const grades = new Map<string, EventOf<'answer_graded'>>();
	for (const event of events)
		if (event.kind === 'answer_graded') grades.set(event.answer_id, event);
	return grades;
}

/**
 * What came of a session. Its score is 100 × the mean of its answers' scores, a skipped one as 0;
 * null without a final grade (design section 2, "Counting").
 *
 * @param events of the session, in order
 * @param conceptTitle title of a topic's concept, for the strengths
 * @param masteryAfter mean mastery of its topics now, 0–1
 */
export function summarise(
	session: SessionRecord,
	events: readonly EventRecord[],
	conceptTitle: (topic: string, concept: string) => string,
	masteryAfter: number
): SummaryRecord {
	const outcomes = session.slots.map((slot) => slot.outcome);
	const undone = new Set(
		session.slots.flatMap((slot) => (slot.outcome === 'undone' ? (slot.answer_id ?? []) : []))
	);
	const given = events
		.filter((event) => event.kind === 'answer_given')
		.filter((event) => !undone.has(event.id));
	const grades = latestGrades(events);
	const graded = given.flatMap((answer) => {
		const grade = grades.get(answer.id)?.grade;
		return grade === undefined
			? []
			: [{ question_id: answer.question.id, topic: answer.topic, grade }];
	});
	const final = graded.filter(({ grade }) => grade.state === 'final');
	const skipped = outcomes.filter((outcome) => outcome === 'skipped').length;
	const total = final.reduce((sum, { grade }) => sum + grade.score, 0);

	return {
		answered: given.length - skipped,
		skipped,
		waiting: outcomes.filter((outcome) => outcome === 'waiting').length,
		correct: final.filter(({ grade }) => grade.correct).length,
		score: final.length === 0 ? null : (100 * total) / (final.length + skipped),
		strengths: strengthsOf(graded).map(({ topic, concept }) => conceptTitle(topic, concept)),
		to_fix: toFix(graded),
		mastery_before: session.mastery_before,
		mastery_after: masteryAfter
	};
}

/** Concepts whose points were covered on the whole, best first. */
function strengthsOf(
	graded: readonly { readonly topic: string; readonly grade: Grade }[]
): { topic: string; concept: string }[] {
	interface Sum {
		topic: string;
		concept: string;
		weight: number;
		covered: number;
	}
	const sums = new Map<string, Sum>();
	for (const { topic, grade } of graded)
		for (const { concept, weight, coverage } of grade.points) {
			const key = JSON.stringify([topic, concept]);
			const sum = sums.get(key) ?? { topic, concept, weight: 0, covered: 0 };
			sum.weight += weight;
			sum.covered += weight * coverage;
			sums.set(key, sum);
		}
	return [...sums.values()]
		.filter(({ weight, covered }) => covered / weight >= COVERED_FROM)
		.sort((a, b) => b.covered / b.weight - a.covered / a.weight);
}

/** Missing and contradicted points, the most valuable first. */
function toFix(
	graded: readonly { readonly question_id: string; readonly grade: Grade }[]
): SummaryRecord['to_fix'] {
	return graded
		.flatMap(({ question_id, grade }) => grade.points.map((point) => ({ question_id, point })))
		.filter(({ point }) => point.state === 'missing' || point.state === 'contradicted')
		.sort((a, b) => b.point.weight - a.point.weight)
		.slice(0, MOST_TO_FIX)
		.map(({ question_id, point }) => ({
			question_id,
			point: point.id,
			why: point.mixed_up ?? point.why
		}));
}
