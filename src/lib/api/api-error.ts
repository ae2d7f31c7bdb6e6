import type { ProblemStatus } from '$lib/contract/problems';

export interface FieldError {
	readonly field: string;
	readonly message: string;
}

/** Bad input or a state that refuses it: says what is wrong and what to do. Nothing was changed. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	constructor(
		readonly status: ProblemStatus,
		detail: string,
		readonly more: {
			readonly errors?: readonly FieldError[];
			readonly headers?: Readonly<Record<string, string>>;
		} = {}
	) {
		super(detail);
	}
}

/** 503: what is needed is on its way. @param seconds after which to ask again */
export function notReady(detail: string, seconds = 2): ApiError {
	return new ApiError(503, detail, { headers: { 'Retry-After': String(Math.ceil(seconds)) } });
}

/** 422 for one field. */
export function invalidField(field: string, message: string): ApiError {
	return new ApiError(422, `${field}: ${message}`, { errors: [{ field, message }] });
}
