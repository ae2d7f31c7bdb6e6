import type { Summary } from '$lib/contract/sessions';
import { m } from '$lib/paraglide/messages';

/** Correct answers of those graded, with the accuracy rate; what waits is not counted yet. */
export function correctCount({ answered, waiting, correct }: Summary): string {
	const graded = answered - waiting;
	if (graded <= 0) return m.history_none_correct();
	return m.history_correct_of({
		correct,
		count: graded,
		rate: Math.round((100 * correct) / graded)
	});
}
