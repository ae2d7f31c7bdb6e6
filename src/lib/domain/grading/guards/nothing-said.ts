import { matchCosine } from '../points';
import type { Evidence } from '../types';
import { CAPS, capText, type Guard } from './guard';
import type { Reading } from './reading';

/** Remarks that answer no question unless the expected answer is one of them. */
const REMARKS = new Set(
	`fine ok okay good nice great cool yes yeah yep no nope maybe perhaps sure true false correct right
	done nothing something anything everything whatever stuff thing things depends sometimes always never
	please answer question thanks thank hello hi hey test testing lol hmm um uh well obviously yada blah etc easy hard`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

/** An expected answer with at most this many words of its own can be given in one word. */
const SHORT_EXPECTED = 4;

/** One content word among that many function words can be a statement: "it has none between them". */
const MOST_WORDS = 4;

/** The one word must be this near to a key word of the short expected answer. */
const NEAR_COSINE = 0.5;

/** One word, or a remark such as "fine", where the question asks for more. */
export const nothingSaid: Guard = ({ answer, prompt, expected, evidence }) => {
	if (answer.words.length === 0) return null;
	const said = [...answer.content].filter((word) => !REMARKS.has(word.normal));
	const stems = new Set(said.map((word) => word.stem));
	if (stems.size > 1) return null;
	if (said.length === 1 && answer.words.length > MOST_WORDS) return null;
	const isShort = expected.some(
		({ stems: all }) => [...all].filter((stem) => !prompt.stems.has(stem)).length <= SHORT_EXPECTED
	);
	if (isShort && fits(answer, expected, evidence)) return null;
	const cap = CAPS.nothing_said;
	const seen =
		stems.size === 0
			? 'This makes no statement about the question.'
			: `This is the one word “${said[0]?.text ?? ''}”, and the question asks for more than a word.`;
	return {
		code: 'nothing_said',
		cap,
		message: `${seen} The score is at most ${capText(cap)}. A sentence that says what happens, or why, lifts this.`
	};
};

/** Whether a short answer is one of the short answers that the question expects. */
function fits(answer: Reading, expected: readonly Reading[], evidence: Evidence | null): boolean {
	const normals = new Set(answer.words.map((word) => word.stem));
	if (expected.some((text) => text.words.some((word) => normals.has(word.stem)))) return true;
	// Without the model nobody can say that the word is a wrong one.
	if (evidence === null) return !answer.words.every((word) => REMARKS.has(word.normal));
	return evidence.expected.some((text) =>
		text.words.some((match) => matchCosine(match) >= NEAR_COSINE)
	);
}
