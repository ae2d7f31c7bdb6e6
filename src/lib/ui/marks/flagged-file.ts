import type { Mark } from '$lib/contract/marks';
import { m } from '$lib/paraglide/messages';

/**
 * Flagged questions as a Markdown document for the author of their pack. The question's own text
 * and the note are quoted, so that whatever Markdown is in them stays apart from the document's.
 *
 * @param date as it is to be written
 */
export function flaggedFile(marks: readonly Mark[], date: string): string {
	const parts = marks.map((mark) =>
		[
			`## ${mark.question_id}`,
			m.marks_file_topic({ topic: mark.topic }),
			m.marks_file_question(),
			quoted(mark.prompt),
			...(mark.note === '' ? [m.marks_file_no_note()] : [m.marks_file_note(), quoted(mark.note)])
		].join('\n\n')
	);
	return [`# ${m.marks_file_title()}`, m.marks_file_intro({ date }), ...parts, ''].join('\n\n');
}

function quoted(text: string): string {
	return text
		.trim()
		.split(/\r?\n/u)
		.map((line) => `> ${line}`.trimEnd())
		.join('\n');
}
