import type { Problem } from '$lib/contract/problems';

/** What went wrong, by what the person can do about it. */
export type FailureKind =
	| 'blank'
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
	/** The API's own words; empty where there are none. */
	readonly detail: string;
}

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
	return { kind: KINDS[result.status] ?? 'other', detail: result.problem.detail };
}
