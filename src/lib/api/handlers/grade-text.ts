import type { RouteBody } from '$lib/contract/routes';
import type { Rubric } from '$lib/domain/types';
import { rubricOf } from '$lib/packs/load-packs';
import { answerText } from '../answer-text';
import { invalidField, notReady } from '../api-error';
import type { Handler } from '../context';
import type { Deps } from '../deps';
import { measureRubric } from '../grading';
import { presentGrade } from '../present';

type Route = 'POST /api/grade';

/** Grades a text and records nothing. */
export const gradeText: Handler<Route> = async ({ body }, deps) => {
	const text = answerText(body.answer);
	const grade = await measureRubric(deps.embedder, await rubricFor(body, deps), text);
	if (grade === null) throw notReady('The model is not ready yet; try again in a moment.');
	return { status: 200, body: { grade: presentGrade(grade, undefined) } };
};

async function rubricFor(
	{ question_id, question }: RouteBody<Route>,
	{ packs }: Deps
): Promise<Rubric> {
	if ((question === undefined) === (question_id === undefined))
		throw invalidField('question_id', 'send either question_id or question');
	if (question !== undefined) return { ...question, points: [], misconceptions: [] };

	for (const { topic } of packs.topics()) {
		const known = (await packs.load(topic))?.questions.find(({ id }) => id === question_id);
		if (known !== undefined) return rubricOf(known);
	}
	throw invalidField('question_id', `there is no question "${String(question_id)}"`);
}
