import { matchCosine } from '../points';
import type { Evidence } from '../types';
import { CAPS, capText, type Guard } from './guard';
import type { ReadWord } from './reading';

/** Words that fill a sentence about a question without answering it. */
const FILLERS = new Set(
	`question questions asks asked ask answer answers answered explain explained explains describe described
	define defined definition describes called name named mean means meaning important interesting topic
	subject term concept concepts thing things difference differences different differ differs compare
	compared comparison similar various several many much certain specific reason reasons way ways use
	used uses using happens happen happening occur occurs need needs needed work works know known must
	because since although however therefore thus hence one ones another own
	can get gets make makes made well good great computer computing science field course always often
	usually really actually basically simply`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

/** Of a reference with fewer words of its own, an answer may rightly repeat the question. */
const FEWEST_KEY_WORDS = 3;

/** A new word earns something from this cosine with a key word. */
const EARNS_COSINE = 0.5;

/** A restatement has that share of the question's own content words. */
const LEAST_OF_PROMPT = 0.5;

/** Most new content words, as a share of all, of an answer that restates. */
const MOST_NEW = 0.34;

/** The question's own words again: what is new in the answer comes near to no key word. */
export const questionRestated: Guard = ({ answer, prompt, expected, evidence, foreign }) => {
	if (foreign !== null || answer.content.length < 2 || prompt.stems.size === 0) return null;
	if (expected.some((text) => [...text.stems].filter(isNew).length < FEWEST_KEY_WORDS)) return null;
	if (coverage() < LEAST_OF_PROMPT || states()) return null;
	if (/^\s*(?:yes|no|true|false)\b/iu.test(answer.text) || offersChoice()) return null;
	const fresh = answer.content.filter((word) => isNew(word.stem) && !FILLERS.has(word.normal));
	const freshStems = new Set(fresh.map((word) => word.stem));
	if (freshStems.size / answer.stems.size > MOST_NEW) return null;
	if (evidence === null ? freshStems.size > 1 : earns(evidence, fresh)) return null;
	const cap = CAPS.question_restated;
	return {
		code: 'question_restated',
		cap,
		message: `Nearly all content words here are the question's own, and the rest adds nothing to them. The score is at most ${capText(cap)}. Saying what the question does not say yet lifts this.`
	};

	function isNew(stem: string): boolean {
		return !prompt.stems.has(stem);
	}

	function coverage(): number {
		const asked = new Set(
			prompt.content.filter((word) => !FILLERS.has(word.normal)).map((word) => word.stem)
		);
		return [...asked].filter((stem) => answer.stems.has(stem)).length / Math.max(1, asked.size);
	}

	/** A "not" or "more" that the question does not have says something about it. */
	function states(): boolean {
		return STATES.test(answer.text) && !STATES.test(prompt.text);
	}

	/** "Which is faster, A or B?": there the question holds the answer. */
	function offersChoice(): boolean {
		return /\b(?:or|whether)\b/iu.test(prompt.text) && answer.stems.size <= prompt.stems.size / 2;
	}
};

const STATES = /\b(?:no|not|never|cannot|without|more|less|fewer|than|only|both)\b|n['’]t\b/iu;

function earns(evidence: Evidence, fresh: readonly ReadWord[]): boolean {
	const starts = new Set(fresh.map((word) => word.span[0]));
	const texts = [...evidence.expected, ...evidence.points.flat()];
	return texts.some((text) =>
		text.words.some(
			(match) =>
				match.span !== null && starts.has(match.span[0]) && matchCosine(match) >= EARNS_COSINE
		)
	);
}
