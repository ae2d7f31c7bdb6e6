import { isMarkedAs } from '$lib/contract/marks';
import { keepMark, MARK_TABLES, readMarks } from '$lib/store/actions/marks';
import { ApiError, invalidField } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { presentMark } from '../present';
import { poolOf } from '../packs';

export const listMarks: Handler<'GET /api/marks'> = async ({ profile, query }, { store }) => {
	const marks = await store.read(['marks'], (tx) => readMarks(tx, profile.id));
	const { kind } = query;
	return {
		status: 200,
		body: {
			marks: marks
				.filter((mark) => kind === undefined || isMarkedAs(mark, kind))
				.sort((a, b) => b.at_ms - a.at_ms)
				.map(presentMark)
		}
	};
};

export const markQuestion: Handler<'PATCH /api/marks/:question_id'> = async (context, deps) => {
	const { params, body, profile, now } = context;
	const pool = await poolOf(deps.packs, [body.topic]);
	if (pool.missing.length > 0)
		throw invalidField('topic', `there is no topic "${body.topic}"; GET api/topics lists them`);
	const question = pool.find(params.question_id);

	return writeOnce<'PATCH /api/marks/:question_id'>(context, deps, MARK_TABLES, async (tx) => {
		const known = await tx.get('marks', [profile.id, params.question_id]);
		// A mark can be taken off a question whose pack has lost it.
		const prompt = question?.prompt ?? known?.prompt;
		if (prompt === undefined)
			throw new ApiError(404, `There is no question ${params.question_id} in "${body.topic}".`);
		const mark = await keepMark(tx, stampOf(profile, now, deps), body.topic, {
			question_id: params.question_id,
			prompt,
			bookmarked: body.bookmarked ?? known?.bookmarked ?? false,
			hidden: body.hidden ?? known?.hidden ?? false,
			flagged: body.flagged ?? known?.flagged ?? false,
			note: body.note?.trim() ?? known?.note ?? ''
		});
		return { status: 200, body: { mark: presentMark(mark) } };
	});
};
