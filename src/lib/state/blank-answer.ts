import { gradable } from '$lib/domain/grading/gradable';

/** Whether a text holds nothing that could be graded: sending it could only be refused. */
export function isBlankAnswer(text: string): boolean {
	return gradable(text).kind === 'blank';
}
