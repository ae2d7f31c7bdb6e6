import { sentencesOf } from '$lib/domain/grading/words';

/** The same answer in the forms that people type it in; a fair grade is the same for all. */
export const ANSWER_FORMS = {
	list: (answer: string) =>
		sentences(answer)
			.map((sentence) => `- ${sentence}`)
			.join('\n'),
	numbered: (answer: string) =>
		sentences(answer)
			.map((sentence, index) => `${String(index + 1)}. ${sentence}`)
			.join('\n\n'),
	bare_items: (answer: string) =>
		sentences(answer)
			.map((sentence) => `* ${sentence.replace(/\.$/u, '')}`)
			.join('\n'),
	one_line: (answer: string) => sentences(answer).join(' ').replace(/\s+/gu, ' '),
	typographic: (answer: string) =>
		answer
			.replaceAll("'", '’')
			.replace(/"([^"]*)"/gu, '“$1”')
			.replaceAll(' - ', ' – ')
			.replaceAll('...', '…')
			.replace(/, /gu, ',\u00A0'),
	capitals: (answer: string) => answer.toUpperCase()
} satisfies Record<string, (answer: string) => string>;

function sentences(answer: string): string[] {
	return sentencesOf(answer).map((span) => answer.slice(...span).replace(/\s+/gu, ' '));
}
