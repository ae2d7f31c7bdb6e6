/**
 * Whether what is asked next is worth its rules: synthetic learners practise until every concept is
 * mastered, with plain chance, with weakest first and with the product's own selection. Prints one
 * JSON object. METTLE_LEARNERS and METTLE_SEEDS make it shorter.
 */
import { isStrong, isWeak } from '$lib/domain/mastery/concepts';
import { createRandom, type Random } from '$lib/domain/random';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import type { AskedQuestion, Candidate } from '$lib/domain/selection/types';
import { conceptOf, CONCEPTS, POOL, SyntheticLearner, type LearnerKind } from './synthetic-learner';

const LEARNERS = Number(process.env['METTLE_LEARNERS'] ?? 500);
const SEEDS = Number(process.env['METTLE_SEEDS'] ?? 30);
/** Of the kinds that are reported beside the standard one. */
const OTHER_LEARNERS = Math.min(LEARNERS, 50);
const SESSION = 5;
/** Where a learner is given up. */
const LONGEST = 1000;

const KINDS = {
	standard: { forgets: 0.0003, confuses: 0, hasReviews: false },
	fast_forgetting: { forgets: 0.001, confuses: 0, hasReviews: false },
	confusable: { forgets: 0.0003, confuses: 0.02, hasReviews: false },
	with_reviews: { forgets: 0.0003, confuses: 0, hasReviews: true }
} as const satisfies Record<string, LearnerKind>;

type Policy = (
	learner: SyntheticLearner,
	asked: readonly AskedQuestion[],
	nowMs: number,
	random: Random
) => Candidate;

const BY_ID = new Map(POOL.map((question) => [question.id, question]));

const POLICIES = {
	uniform: (_learner, _asked, _nowMs, random) => pick(POOL, random),
	uniform_without_repeat: (_learner, asked, _nowMs, random) => pick(unasked(asked), random),
	weakest_first: (learner, asked, _nowMs, random) => {
		const open = unasked(asked);
		const mastery = ({ id }: Candidate) => learner.masteries[conceptOf(id)] ?? 0;
		const least = Math.min(...open.map(mastery));
		return pick(
			open.filter((question) => mastery(question) === least),
			random
		);
	},
	ours: (learner, asked, nowMs, random) => {
		const choice = chooseQuestion(POOL, asked, learner.log.view(), {
			focus: 'adaptive',
			nowMs,
			random
		});
		const question = BY_ID.get(choice?.question_id ?? '');
		if (question === undefined) throw new RangeError('selection found no question');
		return question;
	}
} as const satisfies Record<string, Policy>;

function pick(questions: readonly Candidate[], random: Random): Candidate {
	const question = questions[Math.floor(random() * questions.length)];
	if (question === undefined) throw new RangeError('nothing to pick from');
	return question;
}

function unasked(asked: readonly AskedQuestion[]): readonly Candidate[] {
	const ids = new Set(asked.map(({ question_id }) => question_id));
	return POOL.filter(({ id }) => !ids.has(id));
}

/** What became of one learner. */
interface Run {
	readonly questions: number;
	readonly longestGap: number;
	/** Questions on weak and on strong concepts, and how many of either there were to choose. */
	readonly asked: { readonly weak: number; readonly strong: number };
	readonly there: { readonly weak: number; readonly strong: number };
}

function practise(policy: Policy, learner: SyntheticLearner, random: Random): Run {
	const lastShown = Array.from({ length: CONCEPTS }, () => 0);
	const asked = { weak: 0, strong: 0 };
	const there = { weak: 0, strong: 0 };
	let longestGap = 0;
	let session: AskedQuestion[] = [];
	while (!learner.isDone && learner.shown < LONGEST) {
		if (session.length === SESSION) session = [];
		const nowMs = learner.nowMs(SESSION);
		const question = policy(learner, session, nowMs, random);
		const chosen = conceptOf(question.id);
		for (const [concept, mastery] of learner.masteries.entries()) {
			if (mastery === undefined) continue;
			const label = isWeak(mastery) ? 'weak' : isStrong(mastery) ? 'strong' : null;
			if (label === null) continue;
			there[label]++;
			if (concept === chosen) asked[label]++;
		}
		const score = learner.answer(question, nowMs);
		session.push({ question_id: question.id, missed: score < 0.6 });
		longestGap = Math.max(longestGap, learner.shown - (lastShown[chosen] ?? 0));
		lastShown[chosen] = learner.shown;
	}
	const waiting = Math.max(...lastShown.map((shown) => learner.shown - shown));
	return { questions: learner.shown, longestGap: Math.max(longestGap, waiting), asked, there };
}

function runsOf(policy: Policy, kind: LearnerKind, learners: number, seed: number): Run[] {
	return Array.from({ length: learners }, (_, number) =>
		practise(
			policy,
			new SyntheticLearner(kind, number, seed),
			createRandom(2_000_003 * seed + number)
		)
	);
}

function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function exposureOf(runs: readonly Run[]): number {
	const rate = (label: 'weak' | 'strong') =>
		sum(runs.map(({ asked }) => asked[label])) / sum(runs.map(({ there }) => there[label]));
	return rate('weak') / rate('strong');
}

function medianOf(runs: readonly Run[]): number {
	return quantile(
		runs.map(({ questions }) => questions),
		0.5
	);
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}

/** Where four in five of the seeds put a figure: its 10 % and 90 % quantile over them. */
function interval(bySeed: readonly number[]): [low: number, high: number] {
	return [round(quantile(bySeed, 0.1)), round(quantile(bySeed, 0.9))];
}

function questionsOf(bySeed: readonly (readonly Run[])[]) {
	const runs = bySeed.flat();
	const questions = runs.map((run) => run.questions);
	return {
		median: medianOf(runs),
		median_interval: interval(bySeed.map(medianOf)),
		p90: quantile(questions, 0.9),
		given_up: questions.filter((count) => count >= LONGEST).length
	};
}

function measure(kind: LearnerKind, learners: number) {
	const seeds = Array.from({ length: SEEDS }, (_, index) => index + 1);
	const runsWith = (policy: Policy) => seeds.map((seed) => runsOf(policy, kind, learners, seed));
	const uniform = runsWith(POLICIES.uniform);
	const uniformWithoutRepeat = runsWith(POLICIES.uniform_without_repeat);
	const weakestFirst = runsWith(POLICIES.weakest_first);
	const ours = runsWith(POLICIES.ours);

	const ratio = (others: readonly (readonly Run[])[]) =>
		round(medianOf(ours.flat()) / medianOf(others.flat()));
	const ratioInterval = (others: readonly (readonly Run[])[]) =>
		interval(ours.map((runs, index) => medianOf(runs) / medianOf(others[index] ?? [])));
	return {
		learners,
		seeds: SEEDS,
		questions_to_mastery: {
			uniform: questionsOf(uniform),
			uniform_without_repeat: questionsOf(uniformWithoutRepeat),
			weakest_first: questionsOf(weakestFirst),
			ours: questionsOf(ours)
		},
		given_up_at: LONGEST,
		ours_to_uniform: ratio(uniform),
		ours_to_weakest_first: ratio(weakestFirst),
		exposure_weak_to_strong: round(exposureOf(ours.flat())),
		longest_gap: longestGapOf(ours.flat()),
		k: CONCEPTS,
		intervals: {
			ours_to_uniform: ratioInterval(uniform),
			ours_to_weakest_first: ratioInterval(weakestFirst),
			exposure_weak_to_strong: interval(ours.map(exposureOf))
		},
		compared: {
			exposure_weak_to_strong: {
				uniform: round(exposureOf(uniform.flat())),
				weakest_first: round(exposureOf(weakestFirst.flat()))
			},
			longest_gap: {
				uniform: longestGapOf(uniform.flat()),
				weakest_first: longestGapOf(weakestFirst.flat())
			}
		}
	};
}

function longestGapOf(runs: readonly Run[]): number {
	return runs.reduce((longest, run) => Math.max(longest, run.longestGap), 0);
}

const { standard, ...others } = KINDS;
console.log(
	JSON.stringify(
		{
			...measure(standard, LEARNERS),
			other_learners: Object.fromEntries(
				Object.entries(others).map(([name, kind]) => [name, measure(kind, OTHER_LEARNERS)])
			)
		},
		null,
		'\t'
	)
);
