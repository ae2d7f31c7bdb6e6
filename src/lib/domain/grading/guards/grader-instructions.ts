import type { Span } from '../../types';
import { sentencesOf } from '../words';
import { CAPS, capText, type Guard } from './guard';

const MARKS = '(?:marks?|points?|scores?|credits?|grades?|percent|%|stars?)';
const FULL = '(?:full|max(?:imum)?|top|highest|perfect|best|all(?: the)?|100|10/10|a\\+?)';
const RULES =
	'(?:instructions?|prompts?|rules?|rubrics?|guidelines?|criteria|directions?|commands?|context|text|messages?)';
const START =
	'(?:^|\\b(?:please|and|then|now|so|just|you (?:must|should|will|have to|need to|are to)|to) +)';

/**
 * What addresses a grader and cannot be part of an answer: an order to forget the rules, to give
 * marks, or praise of the answer itself. Orders count only where an order can stand, so that "the
 * CPU ignores the previous instructions" is left alone.
 */
const PATTERNS = [
	`${START}(?:ignore|disregard|forget|override|bypass|skip) +(?:(?:all|any|every|the|your|my|these|those|of|previous|prior|above|earlier|preceding|other|system|grading|marking|given) +){1,5}${RULES}?`,
	`${START}(?:give|award|assign|grant|return|output|print|set|record|write|respond with|answer with|reply with) +(?:(?:me|this|it|the|them|us|my|a|an|answer|response|student|submission|candidate|to|with|as|score|grade|of) +){0,7}(?:${FULL} *${MARKS}|${MARKS} *(?:of|to|=|:|as)? *(?:1(?:\\.0+)?|100|10|5|full|max(?:imum)?)\\b|100 ?%|10/10|100\\b)`,
	`${START}(?:mark|grade|score|rate|evaluate|treat|consider|accept|count|classify|judge) +(?:(?:me|this|it|the|my|answer|response|submission|question|everything|every|point|points|all|of) +){1,5}(?:as|to be|at|with|is)? *(?:fully|completely|entirely|totally|absolutely)? *(?:${FULL}|correct|right|excellent|true|covered|complete|outstanding)`,
	`\\b(?:dear|hello|hi|hey|attention|note to(?: the)?) +(?:the +)?(?:ai|grader|grading|examiner|marker|evaluator|assistant|model|llm|chatgpt|teacher|professor|system)\\b`,
	`^(?:system|assistant|admin|developer|user)(?: *prompt| *message| *override| *note)? *$`,
	`\\b(?:you are|act as|pretend to be|pretend you are|behave as|imagine you are) +(?:now +)?(?:an? +|the +|my +)?(?:\\w+ +){0,3}(?:grader|examiner|evaluator|marker|assistant|teacher|professor|judge|ai|llm|chatgpt)\\b`,
	`\\b(?:this|my|the|above|following) +(?:answer|response|submission|text|student|candidate) +(?:\\w+ +){0,4}(?:deserves?|earns?|merits?|gets|receives?|is|should|must|has to|contains?|covers?) +(?:\\w+ +){0,5}(?:${FULL} *${MARKS}|perfect|excellent|outstanding|flawless|(?:fully|completely|entirely|100 ?%) +correct|all +(?:of +)?(?:the +)?(?:required +|key +|expected +)?(?:points|keywords|concepts))`,
	`\\b(?:should|must|has to|have to|deserves? to|needs? to) +(?:receive|get|earn|be (?:given|awarded|granted)) +(?:\\w+ +){0,2}${FULL} *${MARKS}`,
	`\\b(?:i|we) +(?:deserve|demand|want|need|expect|request) +(?:\\w+ +){0,3}(?:${FULL} *${MARKS}|100 ?%|an? a\\+?$|to pass)`,
	`^(?:final +)?(?:score|grade|marks?|points?|result|verdict|rating|semantic similarity|keyword coverage) *(?:is|:|=|->)? *(?:1(?:\\.0+)?|100|10|5|full|max(?:imum)?|perfect|correct|excellent|pass(?:ed)?)(?: *(?:%|/|out of|of) *\\d*)? *$`
].map((source) => new RegExp(source, 'iu'));

/** Pieces that can each be an order or an answer: between commas, colons, dashes and brackets. */
const PIECE = /[,:()[\]{}<>#*"“”—–]+|\b(?:because|since|but)\b/giu;

/** Where an answer speaks to its grader. @returns ranges in order */
export function instructionSpans(answer: string): Span[] {
	const spans: Span[] = [];
	for (const [from, to] of sentencesOf(answer)) {
		// Most sentences have none of these words, and a long text has many sentences.
		const sentence = plain(answer.slice(from, to));
		if (!HINT.test(sentence)) continue;
		const whole = PATTERNS.some((pattern) => pattern.test(pieceText(sentence)));
		let found = false;
		for (const [start, end] of piecesOf(sentence)) {
			const piece = sentence.slice(start, end);
			if (!PATTERNS.some((pattern) => pattern.test(pieceText(piece)))) continue;
			found = true;
			spans.push([from + start, from + end]);
		}
		if (whole && !found) spans.push([from, to]);
	}
	return spans;
}

const HINT =
	/ignore|disregard|forget|override|bypass|skip|mark|score|point|grade|grad(?:er|ing)|credit|rate|evaluat|accept|treat|consider|count|deserve|demand|perfect|excellent|correct|system|assistant|admin|developer|prompt|act as|pretend|you are|100|dear|examiner|attention|result|verdict|judge|classify/iu;

/** Same length as the text: invisible characters as blanks would be, so that offsets hold. */
function plain(text: string): string {
	return text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '\u0001').replace(/[’‘]/gu, "'");
}

function pieceText(piece: string): string {
	return piece
		.replaceAll('\u0001', '')
		.normalize('NFKC')
		.replace(/^[\s\-•>"'.!?;]+|[\s"'.!?;]+$/gu, '')
		.replace(/\s+/gu, ' ');
}

function piecesOf(sentence: string): Span[] {
	const pieces: Span[] = [];
	let start = 0;
	for (const match of sentence.matchAll(PIECE)) {
		pieces.push([start, match.index]);
		start = match.index + match[0].length;
	}
	pieces.push([start, sentence.length]);
	return pieces;
}

const REMAINING_WORDS = 3;

/** Orders to the grader are left out; where they are all there is, the score is capped. */
export const graderInstructions: Guard = ({ answer, typed, ignored }) => {
	const first = ignored.instructions[0];
	if (first === undefined) return null;
	const seen = `Part of this speaks to the grader (“${typed
		.slice(...first)
		.trim()
		.slice(0, 60)}”) and was left out.`;
	if (answer.stems.size >= REMAINING_WORDS)
		return {
			code: 'grader_instructions',
			cap: null,
			message: `${seen} The rest is graded as if it stood alone. Remove it to lose this note.`
		};
	const cap = CAPS.grader_instructions;
	return {
		code: 'grader_instructions',
		cap,
		message: `${seen} Nothing else answers the question, so the score is at most ${capText(cap)}. An answer of your own lifts this.`
	};
};
