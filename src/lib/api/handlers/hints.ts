import { hintCap } from '$lib/domain/grading/guards/hints';
import { showHint } from '$lib/store/actions/hints';
import { ApiError } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { openSlotOf, questionOf } from '../open-question';
import { poolOf } from '../packs';
import { presentHints } from '../present-coaching';
import { ratio3 } from '../present';
import { findSession } from '../session-view';

/** Shows the next hint of the open question, and from then on caps what its answer can score. */
export const nextHint: Handler<'POST /api/sessions/:id/hints'> = async (context, deps) => {
	const { params, body, profile, now } = context;
	const known = await deps.store.read(['sessions'], (tx) => findSession(tx, profile.id, params.id));
	const pool = await poolOf(deps.packs, known.topics);

	return writeOnce<'POST /api/sessions/:id/hints'>(
		context,
		deps,
		['sessions', 'events'],
		async (tx) => {
			const session = await findSession(tx, profile.id, params.id);
			const open = openSlotOf(session, body.question_id);
			const question = questionOf(open, pool);
			const number = (open.hints ?? 0) + 1;
			const hint = question.hints[number - 1];
			const cap = hintCap(number);
			if (hint === undefined || cap === null)
				throw new ApiError(409, 'This question has no hint left; answer it, or skip it.');

			await showHint(tx, stampOf(profile, now, deps), session, open);
			const { next_cap } = presentHints(question, { hints: number });
			return {
				status: 200,
				body: { hint, number, of: question.hints.length, cap: ratio3(cap), next_cap }
			};
		}
	);
};
