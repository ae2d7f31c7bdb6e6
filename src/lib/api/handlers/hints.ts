import { hintCap } from '$lib/domain/grading/guards/hints';
import { showHint } from '$lib/store/actions/hints';
import { ApiError } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { packOfTopic, questionIn } from '../packs';
import { presentHints } from '../present-coaching';
import { ratio3 } from '../present';
import { findSession } from '../session-view';

/** Shows the next hint of the open question, and from then on caps what its answer can score. */
export const nextHint: Handler<'POST /api/sessions/:id/hints'> = async (context, deps) => {
	const { params, body, profile, now } = context;
	const known = await deps.store.read(['sessions'], (tx) => findSession(tx, profile.id, params.id));
	const asked = known.slots.find((slot) => slot.question_id === body.question_id);
	const pack = await packOfTopic(deps.packs, asked?.topic ?? known.topic);

	return writeOnce<'POST /api/sessions/:id/hints'>(
		context,
		deps,
		['sessions', 'events'],
		async (tx) => {
			const session = await findSession(tx, profile.id, params.id);
			const open = session.slots.find((slot) => slot.outcome === 'open');
			if (session.completed_at_ms !== null || open?.question_id !== body.question_id)
				throw new ApiError(
					409,
					`The question ${body.question_id} is not open, so it has no hint to show. GET api/sessions/<id> shows which is.`
				);
			const question = questionIn(pack, open.question_id);
			if (question === undefined)
				throw new ApiError(409, 'This question was removed from its pack; end the session.');
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
