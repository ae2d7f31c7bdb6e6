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

/** 422 for one field. */
export function invalidField(field: string, message: string): ApiError {
	return new ApiError(422, `${field}: ${message}`, { errors: [{ field, message }] });
}
