import { MAX_ANSWER_CODE_POINTS } from '$lib/contract/sessions';
import { codePoints, gradable } from '$lib/domain/grading/gradable';
import { ApiError, invalidField } from './api-error';

/**
 * @param field of the request that holds the text
 * @throws ApiError 413 for a text that is too long
 */
export function checkLength(text: string, field = 'answer'): void {
	if (codePoints(text) > MAX_ANSWER_CODE_POINTS)
		throw new ApiError(413, 'An answer may have up to 50,000 characters; shorten it.', {
			errors: [{ field, message: 'at most 50,000 characters' }]
		});
}

/**
 * A text that can be graded.
 *
 * @param field of the request that holds the text
 * @throws ApiError 413 when it is too long, 422 when there is nothing in it to grade
 */
export function answerText(text: string, field = 'answer'): string {
	checkLength(text, field);
	switch (gradable(text).kind) {
		case 'blank':
			throw invalidField(field, 'there is nothing to grade yet; write something');
		case 'dont_know':
			throw invalidField(field, 'there is nothing to grade in "I don’t know"');
		case 'gradable':
			return text;
	}
}
