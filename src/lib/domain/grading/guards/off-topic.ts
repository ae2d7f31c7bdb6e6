import { findKeywords } from '../keyword-coverage';
import { clip, mean, wordingCoverage } from '../points';
import type { Rubric } from '../../types';
import type { Evidence, TextEvidence, WordMatch } from '../types';
import { CAPS, capText, type Guard } from './guard';
import { isFormal } from './reading';

/** A key word counts as met from this cosine: above what any two words of a field have. */
const MET_COSINE = 0.6;

/**
 * Least sum of cosine, novel cosine, cosine with the prompt, share of met key words and share of
 * found key terms, each 0–1, of an answer to a question with points. Found on the packs' own
 * answers: of answers with full marks fewer than one in a hundred lose by it.
 */
const LEAST_WITH_POINTS = 1.5;

/**
 * Least sum of the cosine of the whole texts and that of their content words beyond the prompt
 * where a question has no points. Three of four answers to another question on the same subject
 * lie below, and of human-graded answers with full marks and of paraphrases 1 to 2 in a hundred.
 */
const LEAST_WITHOUT_POINTS = 0.35;

/** A shorter answer is no good prose about anything: its score says enough. */
const FEWEST_STEMS = 7;

/** Points covered to this extent, on average, are an answer to the question. */
const POINTS_COVERED = 0.7;

/** Points and key terms say more surely than an expected answer alone that nothing was met. */
const CAP_WITH_POINTS = 0.15;

/** Good prose about something else: near to no expected answer, as a whole and word by word. */
export const offTopic: Guard = ({ rubric, answer, evidence, foreign }) => {
	if (foreign !== null || isFormal(answer) || answer.stems.size < FEWEST_STEMS) return null;
	if (evidence === null || evidence.expected.length === 0) return null;
	if (!isFar(rubric, answer.text, evidence) || coversPoints(evidence)) return null;
	const cap = rubric.points.length > 0 ? CAP_WITH_POINTS : CAPS.off_topic;
	return {
		code: 'off_topic',
		cap,
		message: `This seems to answer another question: neither its words nor its meaning as a whole come near to what was asked. The score is at most ${capText(cap)}. Saying how it bears on this question lifts this.`
	};
};

function isFar(rubric: Rubric, answer: string, evidence: Evidence): boolean {
	if (rubric.points.length > 0)
		return nearness(evidence) + keyTerms(answer, rubric) < LEAST_WITH_POINTS;
	const nearest = evidence.expected.map((text) => clip(text.cosine) + clip(text.content_cosine));
	return Math.max(...nearest) < LEAST_WITHOUT_POINTS;
}

/** 0–4: whole texts, what is left of them without the prompt, key words met, and the prompt. */
function nearness({ expected, prompt_cosine }: Evidence): number {
	const best = (figure: (text: TextEvidence) => number) =>
		Math.max(...expected.map((text) => clip(figure(text))));
	return (
		best((text) => text.cosine) +
		clip(prompt_cosine ?? best((text) => text.cosine)) +
		best((text) => text.novel_cosine) +
		best((text) => mean(text.words.map((match) => Number(isMet(match)))))
	);
}

/** Share of the key terms that the author of the question chose, 0–1. */
function keyTerms(answer: string, { keywords }: Rubric): number {
	return mean(findKeywords(answer, keywords).map(({ found }) => Number(found)));
}

function isMet(match: WordMatch): boolean {
	return match.same || match.cosine >= MET_COSINE;
}

function coversPoints({ points }: Evidence): boolean {
	return (
		mean(points.map((wordings) => Math.max(0, ...wordings.map(wordingCoverage)))) >= POINTS_COVERED
	);
}
