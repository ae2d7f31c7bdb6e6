import { createRandom } from '$lib/domain/random';
import type { PackQuestion } from './guard-sets';

/** Everyday words that no question is about. */
const EVERYDAY = `apple river window carpet guitar mountain yellow sandwich whisper garden blanket penguin
	silver candle thunder pocket laughing biscuit orchard velvet hammer lantern meadow pepper quickly violin
	cottage feather marble ocean parrot ribbon saddle teapot umbrella walnut zebra anchor basket copper dancing
	elbow forest gravel harbour insect jacket kettle ladder mirror needle onion pillow quilt rabbit sailor
	tulip uncle valley wagon yawning acorn butter cherry donkey engine flute goose honey island jungle kitten
	lemon monkey nephew oyster pigeon queen rocket sunset tiger village winter wizard bridge circus desert
	emerald falcon glacier hunter iceberg jester knight lizard market nutmeg otter palace raven spider temple`;

export interface Trick {
	readonly question: PackQuestion;
	readonly answer: string;
	/** Model answers shown before; none unless the trick is about them. */
	readonly shown: readonly string[];
}

/** Tricks that can be made of the packs themselves, always the same ones. */
export function makeTricks(questions: readonly PackQuestion[]): Record<string, Trick[]> {
	const random = createRandom(7);
	const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
	const many = (words: readonly string[]) => Array.from({ length: 200 }, () => pick(words));
	const prose = questions.flatMap(({ rubric }) => rubric.expected.join(' ').split(/\s+/u));
	const bare = prose.map((word) => word.replace(/[^\p{L}\p{N}-]/gu, '').toLowerCase());
	const terms = bare.filter((word) => word.length > 5);
	const everyday = EVERYDAY.split(/\s+/u);
	const letters = () =>
		Array.from({ length: 3 + Math.floor(random() * 6) }, () =>
			pick('abcdefghijklmnopqrstuvwxyz'.split(''))
		).join('');
	const trick = (question: PackQuestion, answer: string, shown: readonly string[] = []) => ({
		question,
		answer,
		shown
	});
	const some = questions.filter((_, index) => index % 4 === 0);

	return {
		random_everyday_words: some.map((question) => trick(question, many(everyday).join(' '))),
		random_everyday_list: some.map((question) => trick(question, many(everyday).join(', '))),
		random_words_of_the_packs: some.map((question) => trick(question, many(bare).join(' '))),
		random_terms_of_the_packs: some.map((question) => trick(question, many(terms).join(' '))),
		random_words_as_sentences: some.map((question) =>
			trick(
				question,
				Array.from({ length: 20 }, () => `${many(bare).slice(0, 10).join(' ')}.`).join(' ')
			)
		),
		random_letters: some.map((question) =>
			trick(question, Array.from({ length: 200 }, letters).join(' '))
		),
		question_restated: questions.map((question) => trick(question, question.rubric.prompt)),
		keyword_list: questions.map((question) =>
			trick(question, question.rubric.keywords.map(({ term }) => term).join(', '))
		),
		other_question: questions.map((question) => {
			const topic = questions.filter((other) => other.topic === question.topic);
			const next = topic[(topic.indexOf(question) + 1) % topic.length] ?? question;
			return trick(question, next.rubric.expected[0] ?? '');
		}),
		copied_after_shown: questions.map((question) =>
			trick(question, question.rubric.expected[0] ?? '', question.rubric.expected)
		)
	};
}

const ADJECTIVES =
	`very really truly highly extremely absolutely robust efficient powerful modern scalable
	reliable elegant flexible important essential crucial sophisticated excellent amazing comprehensive
	innovative remarkable outstanding fundamental incredible seamless optimal superior advanced`
		.split(/\s+/u)
		.filter((word) => word !== '');

/** The answer with an adjective or intensifier before every third word, and each sentence twice. */
export function pad(answer: string): string {
	const padded = answer
		.split(/(?<=\s)/u)
		.map((word, index) =>
			index % 3 === 1 ? `${ADJECTIVES[index % ADJECTIVES.length] ?? ''} ${word}` : word
		)
		.join('');
	return `${padded} ${answer} ${answer}`;
}
