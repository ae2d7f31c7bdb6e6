import { m } from '$lib/paraglide/messages';

/** The grader's version and its model, as one can quote them. */
export function graderName({
	grader,
	model
}: {
	readonly grader: string;
	readonly model: string | null;
}): string {
	return model === null
		? m.session_grader_keywords({ grader })
		: m.session_grader({ grader, model });
}
