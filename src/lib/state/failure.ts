import type { Problem } from '$lib/contract/problems';

/** What went wrong, by what the person can do about it. */
export type FailureKind =
	| 'not_found'
	| 'moved_on'
	| 'too_long'
	| 'no_space'
	| 'not_ready'
	| 'signed_out'
	| 'unreachable'
	| 'other';

export interface Failure {
	readonly kind: FailureKind;
	/** The API's own words as sentences, without its names of fields; empty where there are none. */
	readonly detail: string;
	/** What was sent and is not as it must be, by the API's names. */
	readonly fields: readonly string[];
}

/** Status of a request with invalid fields. */
const INVALID = 422;

const KINDS: Readonly<Record<number, FailureKind>> = {
	0: 'unreachable',
	401: 'signed_out',
	404: 'not_found',
	409: 'moved_on',
	413: 'too_long',
	503: 'not_ready',
	507: 'no_space'
};

/** @param result a call that the API refused or that did not reach it */
export function failureOf(result: { readonly status: number; readonly problem: Problem }): Failure {
	const { detail, errors = [] } = result.problem;
	return {
		kind: KINDS[result.status] ?? 'other',
		detail: result.status === INVALID ? sentences(detail, errors) : detail,
		fields: errors.map(({ field }) => field)
	};
}

/** Of invalid fields, `detail` is a list of "field: message". */
function sentences(detail: string, errors: NonNullable<Problem['errors']>): string {
	if (errors.length === 0) return detail;
	return errors.map(({ message }) => sentence(message)).join(' ');
}

function sentence(message: string): string {
	const text = message.charAt(0).toUpperCase() + message.slice(1);
	return /[.?!]$/u.test(text) ? text : `${text}.`;
}
