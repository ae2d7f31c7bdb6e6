import { API_HEADER, PROBLEM_TITLES, type Problem } from '$lib/contract/problems';
import { PackUnavailableError } from '$lib/packs/load-packs';
import { StoreError, type StoreErrorCode } from '$lib/store/store';
import { ApiError, notReady } from './api-error';

/** A successful reply. */
export function jsonResponse(status: number, body: string): Response {
	return new Response(body, {
		status,
		headers: {
			'Content-Type': 'application/json',
			'Cache-Control': 'no-store',
			[API_HEADER]: '1'
		}
	});
}

/** Turns anything thrown into a problem that says what to do; the one place that does. */
export function problemResponse(error: unknown): Response {
	const { status, detail, more } = describe(error);
	const problem: Problem = {
		type: 'about:blank',
		title: PROBLEM_TITLES[status],
		status,
		detail,
		error: detail,
		...(more.errors === undefined ? {} : { errors: [...more.errors] })
	};
	return new Response(JSON.stringify(problem), {
		status,
		headers: {
			'Content-Type': 'application/problem+json',
			'Cache-Control': 'no-store',
			[API_HEADER]: '1',
			...more.headers
		}
	});
}

function describe(error: unknown): Pick<ApiError, 'status' | 'more'> & { detail: string } {
	if (error instanceof ApiError)
		return { status: error.status, detail: error.message, more: error.more };
	if (error instanceof PackUnavailableError) return describe(notReady(error.message));
	if (error instanceof StoreError) return storeProblem(error.code);
	return {
		status: 500,
		detail: `Mettle met an error it did not expect: ${error instanceof Error ? error.message : String(error)}. Nothing was recorded; try again, and reload the page if it stays.`,
		more: {}
	};
}

function storeProblem(code: StoreErrorCode): ReturnType<typeof describe> {
	switch (code) {
		case 'quota':
			return {
				status: 507,
				detail: 'Not saved: this device is out of space. Free some space and try again.',
				more: {}
			};
		case 'newer_version':
			return describe(notReady('This tab runs an older version of Mettle. Reload it.'));
		case 'blocked':
			return describe(
				notReady('Mettle is open in another tab in an older version. Reload or close it.')
			);
		case 'upgrade_failed':
			return describe(
				notReady(
					'Your data could not be updated to this version; nothing of it was changed. Try again.'
				)
			);
		case 'timeout':
		case 'unavailable':
		case 'exists':
		case 'inactive':
			return describe(
				notReady('Storage did not answer; nothing was recorded. Try again, or reload the page.')
			);
	}
}
