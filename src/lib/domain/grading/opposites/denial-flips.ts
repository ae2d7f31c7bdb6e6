import type { Pair } from './alignment';
import type { Aligned, AnalysedText } from './comparison';
import type { Doubt } from './doubts';
import type { Flip } from './flips';
import { HAVING_VERBS, LIGHT_WORDS } from './lexicon/word-classes';
import { stemsOfWords } from './stem';
import type { Token } from './tokens';
import { weightOf, type Unit } from './unit';

const HAVING = stemsOfWords(HAVING_VERBS);
const LEAST_SCOPE_PAIRED = 0.8;

/** Whether a verb says what happens, not only that something is there. */
export function isTellingVerb(token: Token): boolean {
	return token.verb && token.content && !LIGHT_WORDS.has(token.stem) && !HAVING.has(token.stem);
}

/** Words that are denied on exactly one side; negation is compared word by word. */
export function findDenialFlips(aligned: Aligned): { flips: Flip[]; doubt: Doubt | null } {
	const { pairOf, reference, answer } = aligned;
	const strayReference = reference.negators.filter((token) => !pairOf.has(token));
	const strayAnswer = answer.negators.filter((token) => !pairOf.has(token));
	const odd = Math.abs(strayReference.length - strayAnswer.length) % 2 === 1;
	const missed = missedDenials(aligned);

	if (missed.length > 0) {
		const flips = missed.map(({ reference: ours, answer: theirs }): Flip => ({
			kind: 'negation',
			words: [ours.negated ? ours.word : '', theirs.negated ? theirs.word : ''],
			reference: ours,
			answer: theirs
		}));
		let doubt: Doubt | null = missed.some(
			(pair) => losesVerb(pair.reference, aligned) || losesVerb(pair.answer, aligned)
		)
			? 'verb'
			: null;
		if (!odd && missed.length === 1) doubt = 'moved_negation';
		const targets = new Set(missed.flatMap((pair) => [pair.reference, pair.answer]));
		for (const { target, scope } of [...strayReference, ...strayAnswer]) {
			if (target === null || !targets.has(target)) continue;
			const weight = weightOf(scope);
			const paired = weightOf(scope.filter((token) => pairOf.has(token)));
			if (weight > 0 && paired / weight < LEAST_SCOPE_PAIRED) doubt = 'scope';
		}
		return { flips, doubt };
	}
	if (!odd) return { flips: [], doubt: null };
	const unexplained =
		strayReference.filter((token) => !deniedElsewhere(token, answer, aligned.answerText)).length -
		strayAnswer.filter((token) => !deniedElsewhere(token, reference, aligned.referenceText)).length;
	if (unexplained % 2 === 0) return { flips: [], doubt: null };
	return {
		flips: [{ kind: 'stray_negation', words: ['', ''], reference: null, answer: null }],
		doubt: 'parity'
	};
}

/** Pairs of which exactly one is denied, by a negator that is no paired word itself. */
function missedDenials({ pairs, pairOf, reference, answer }: Aligned): Pair[] {
	const freed = new Set(
		[...reference.negators, ...answer.negators]
			.filter((token) => pairOf.has(token))
			.map((token) => token.target)
	);
	const isDenied = (token: Token) => token.negated !== freed.has(token);
	return pairs.filter(({ reference: ours, answer: theirs }) => {
		const [ourDenied, theirDenied] = [isDenied(ours), isDenied(theirs)];
		if (ourDenied === theirDenied) return false;
		// Behind a negator too: a list, or another wording.
		const free = ourDenied ? theirs : ours;
		const { tokens } = free.clause;
		return !tokens.slice(0, tokens.indexOf(free)).some((token) => token.negator);
	});
}

/** Whether the verb of a word's clause has no counterpart. */
function losesVerb(token: Token, { pairOf }: Aligned): boolean {
	const verb = token.clause.tokens.find(isTellingVerb);
	return verb !== undefined && !pairOf.has(verb) && verb !== token && !verb.negator;
}

/** Whether the same word is denied elsewhere in the sentence of the other statement. */
function deniedElsewhere(negator: Token, other: Unit, { clauses }: AnalysedText): boolean {
	const { target } = negator;
	if (target === null) return false;
	return clauses
		.filter((clause) => clause.sentence === other.clauses[0]?.sentence)
		.flatMap((clause) => clause.tokens)
		.some(
			(token) =>
				token.negator && token.target?.stem === target.stem && !other.negators.includes(token)
		);
}
