import { describe, expect, test } from 'vitest';
import { createRandom } from '$lib/domain/random';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import type {
	AskedQuestion,
	Candidate,
	ConceptView,
	Focus,
	LearnerView,
	SeenQuestion
} from '$lib/domain/selection/types';
import type { Difficulty } from '$lib/domain/types';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 2, 3, 18);

const question = (id: string, concept: string, difficulty: Difficulty = 'medium'): Candidate => ({
	id,
	topic: 'databases',
	difficulty,
	concepts: [concept]
});

/** A concept at a mastery, answered five times, last a day ago. */
const at = (mastery: number, more: Partial<ConceptView> = {}): ConceptView => ({
	mastery,
	attempts: 5,
	stagnation_count: 0,
	last_seen_ms: NOW_MS - DAY_MS,
	due_ms: null,
	rests_until_ms: null,
	...more
});

const seenAs = (number: number, more: Partial<SeenQuestion> = {}): SeenQuestion => ({
	last_shown_ms: NOW_MS - DAY_MS,
	shown_number: number,
	times_shown: 1,
	last_score: 0.9,
	sure_miss: false,
	due_ms: null,
	...more
});

const learner = (
	concepts: Record<string, ConceptView>,
	{
		seen = {},
		shown = 0,
		level = 'medium'
	}: { seen?: Record<string, SeenQuestion>; shown?: number; level?: Difficulty } = {}
): LearnerView => ({
	topics: new Map([
		[
			'databases',
			{
				topic: 'databases',
				current_difficulty: level,
				shown_count: shown,
				concepts: new Map(Object.entries(concepts))
			}
		]
	]),
	seen: new Map(Object.entries(seen))
});

const NEWCOMER: LearnerView = { topics: new Map(), seen: new Map() };

const choose = (
	pool: readonly Candidate[],
	view: LearnerView,
	{
		asked = [],
		focus = 'adaptive',
		seed = 1
	}: { asked?: readonly AskedQuestion[]; focus?: Focus; seed?: number } = {}
) => chooseQuestion(pool, asked, view, { focus, nowMs: NOW_MS, random: createRandom(seed) });

/** What is chosen with many seeds: question id → how often. */
const counts = (pool: readonly Candidate[], view: LearnerView, draws = 300) => {
	const found = new Map<string, number>();
	for (let seed = 0; seed < draws; seed++) {
		const id = choose(pool, view, { seed })?.question_id ?? 'none';
		found.set(id, (found.get(id) ?? 0) + 1);
	}
	return found;
};

const missed = (question_id: string): AskedQuestion => ({ question_id, missed: true });
const right = (question_id: string): AskedQuestion => ({ question_id, missed: false });

describe('an adaptive session', () => {
	test('finds nothing in an empty pool, or when everything was asked', () => {
		expect(choose([], NEWCOMER)).toBeNull();
		expect(choose([question('a', 'x')], NEWCOMER, { asked: [right('a')] })).toBeNull();
	});

	test('starts a newcomer with something new at the middle level', () => {
		const pool = [question('e', 'x', 'easy'), question('m', 'y'), question('h', 'z', 'hard')];

		expect(choose(pool, NEWCOMER)).toEqual({
			question_id: 'm',
			reason: { topic: 'databases', concept: 'y', kind: 'new' }
		});
	});

	test('takes the easier of two neighbour levels', () => {
		const pool = [question('h', 'x', 'hard'), question('e', 'x', 'easy')];
		expect(choose(pool, NEWCOMER)?.question_id).toBe('e');
	});

	test('does not leap from easy to hard for a weak concept', () => {
		const pool = [question('h', 'weak', 'hard'), question('m', 'strong')];
		const view = learner({ weak: at(0.2), strong: at(0.95) }, { level: 'easy' });
		expect(choose(pool, view)?.question_id).toBe('m');
	});

	test('gives three of five slots to the weak, one to the new and one to the longest unseen', () => {
		const pool = [
			...['weak', 'stuck', 'fades', 'fresh', 'known', 'kept'].map((name) => question(name, name))
		];
		const concepts = {
			weak: at(0.5),
			stuck: at(0.7, { stagnation_count: 2 }),
			fades: at(0.9, { due_ms: NOW_MS - 2 * DAY_MS }),
			known: at(0.9, { last_seen_ms: NOW_MS - 3 * DAY_MS }),
			kept: at(0.9)
		};
		const kinds = [0, 1, 2, 3, 4].map((shown) => {
			const found = new Set<string>();
			for (let seed = 0; seed < 200; seed++)
				found.add(choose(pool, learner(concepts, { shown }), { seed })?.reason.kind ?? 'none');
			return [...found].sort();
		});
		const focus = ['fading', 'stagnating', 'weak'];

		expect(kinds).toEqual([focus, ['new'], focus, ['maintenance'], focus]);
		expect(choose(pool, learner(concepts, { shown: 3 }))).toEqual({
			question_id: 'known',
			reason: { topic: 'databases', concept: 'known', kind: 'maintenance', mastery: 0.9, days: 3 }
		});
	});

	test('keeps up at the level what has a question there, before what was unseen for longer', () => {
		const pool = [question('e', 'longest', 'easy'), question('m', 'long'), question('n', 'recent')];
		const view = learner(
			{
				longest: at(0.9, { last_seen_ms: NOW_MS - 9 * DAY_MS }),
				long: at(0.9, { last_seen_ms: NOW_MS - 8 * DAY_MS }),
				recent: at(0.9)
			},
			{ shown: 3 }
		);
		expect(choose(pool, view)?.question_id).toBe('m');
	});

	test('tries what has the fewest answers once nothing is new', () => {
		const pool = [question('few', 'few'), question('many', 'many'), question('known', 'known')];
		const view = learner(
			{ few: at(0.7, { attempts: 1 }), many: at(0.7, { attempts: 9 }), known: at(0.9) },
			{ shown: 1 }
		);

		expect(choose(pool, view)?.reason).toEqual({
			topic: 'databases',
			concept: 'few',
			kind: 'uncertain',
			mastery: 0.7,
			attempts: 1
		});
	});

	test('draws by what is missing and how long it is ago', () => {
		const pool = [question('low', 'low'), question('old', 'old')];
		// Weights .81 · 2 and .51 · 6 make 1.62 to 3.06.
		const view = learner({ low: at(0.2), old: at(0.5, { last_seen_ms: NOW_MS - 5 * DAY_MS }) });
		const found = counts(pool, view, 2000);

		expect((found.get('low') ?? 0) / 2000).toBeCloseTo(1.62 / 4.68, 1);
		expect((found.get('low') ?? 0) + (found.get('old') ?? 0)).toBe(2000);
	});

	test('says why, with the figures', () => {
		const pool = [question('q', 'x')];
		const target = { topic: 'databases', concept: 'x' };
		const reason = (view: ConceptView) => choose(pool, learner({ x: view }))?.reason;

		expect(reason(at(0.4))).toEqual({ ...target, kind: 'weak', mastery: 0.4, attempts: 5 });
		expect(reason(at(0.4, { stagnation_count: 3 }))).toEqual({
			...target,
			kind: 'stagnating',
			mastery: 0.4,
			stagnation_count: 3
		});
		expect(reason(at(0.9, { due_ms: NOW_MS - DAY_MS / 2 }))).toEqual({
			...target,
			kind: 'fading',
			mastery: 0.9,
			days: 0.5
		});
	});

	test('prefers a question never shown, then the one shown longest ago', () => {
		const pool = ['a', 'b', 'c'].map((id) => question(id, 'x'));
		const seen = { a: seenAs(1, { last_shown_ms: NOW_MS - 1 }), b: seenAs(2) };

		expect(choose(pool, learner({ x: at(0.4) }, { seen }))?.question_id).toBe('c');
		expect(choose(pool.slice(0, 2), learner({ x: at(0.4) }, { seen }))?.question_id).toBe('b');
	});

	test('brings a missed question back on a later day, and not earlier the same evening', () => {
		const pool = [question('missed', 'x'), question('unseen', 'x')];
		const view = (hours: number) =>
			learner(
				{ x: at(0.4) },
				{
					seen: {
						missed: seenAs(1, { last_score: 0.3, last_shown_ms: NOW_MS - hours * 3_600_000 })
					}
				}
			);

		expect(choose(pool, view(24))).toEqual({
			question_id: 'missed',
			reason: { topic: 'databases', concept: 'x', kind: 'missed_before', last_score: 0.3 }
		});
		expect(choose(pool, view(2))?.question_id).toBe('unseen');
	});

	test('returns what was missed in the session after three others, once', () => {
		const pool = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => question(id, id));
		const concepts = Object.fromEntries(pool.map(({ id }) => [id, at(0.5)]));
		const view = learner(concepts, { shown: 4 });
		const first = [missed('a'), right('b'), right('c')];

		expect(choose(pool, view, { asked: first })?.question_id).not.toBe('a');
		expect(choose(pool, view, { asked: [...first, right('d')] })).toEqual({
			question_id: 'a',
			reason: { topic: 'databases', concept: 'a', kind: 'missed_today' }
		});
		const again = [...first, right('d'), missed('a'), right('e'), right('f')];
		expect(choose(pool, view, { asked: again })).toBeNull();
	});

	test('begins with what was missed though the learner was sure', () => {
		const pool = [question('sure', 'known'), question('weak', 'weak')];
		const sure = (more: Partial<SeenQuestion>) =>
			learner(
				{ known: at(0.9), weak: at(0.1) },
				{ seen: { sure: seenAs(1, { sure_miss: true, last_score: 0.2, ...more }) }, shown: 1 }
			);

		expect(choose(pool, sure({}))).toEqual({
			question_id: 'sure',
			reason: { topic: 'databases', concept: 'known', kind: 'sure_miss', last_score: 0.2 }
		});
		expect(choose(pool, sure({ due_ms: NOW_MS + 1 }))?.question_id).toBe('weak');
		expect(choose(pool, sure({ last_shown_ms: NOW_MS - 1000 }))?.question_id).toBe('weak');
	});

	test('stays for a second question on a brand-new concept, then moves on', () => {
		const pool = ['a', 'b', 'c'].map((id) => question(id, 'new')).concat(question('weak', 'weak'));
		const view = (...ids: string[]) =>
			learner(
				{ new: at(0.9, { attempts: ids.length }), weak: at(0.1) },
				{
					seen: Object.fromEntries(ids.map((id, index) => [id, seenAs(index + 1)])),
					shown: ids.length
				}
			);

		const second = choose(pool, view('a'), { asked: [right('a')] });
		expect(second?.reason).toEqual({ topic: 'databases', concept: 'new', kind: 'new' });
		expect(['b', 'c']).toContain(second?.question_id);
		expect(choose(pool, view('a', 'b'), { asked: [right('a'), right('b')] })?.question_id).toBe(
			'weak'
		);
	});

	test('leaves a resting concept alone unless nothing else is left', () => {
		const resting = at(0.1, { rests_until_ms: NOW_MS + DAY_MS });
		const view = learner({ rests: resting, strong: at(0.99) });
		const pool = [question('r', 'rests'), question('s', 'strong')];

		expect([...counts(pool, view).keys()]).toEqual(['s']);
		expect(choose(pool, view, { asked: [right('s')] })?.question_id).toBe('r');
	});

	test('asks a resting concept when its deadline comes up', () => {
		const pool = [question('r', 'rests'), question('s', 'strong')];
		const view = learner(
			{ rests: at(0.1, { rests_until_ms: NOW_MS + DAY_MS }), strong: at(0.99) },
			{ seen: { r: seenAs(1), s: seenAs(10) }, shown: 10 }
		);

		expect(choose(pool, view)).toEqual({
			question_id: 'r',
			reason: { topic: 'databases', concept: 'rests', kind: 'deadline', questions: 9 }
		});
	});

	test('serves the earliest deadline first, and early enough for those behind it', () => {
		const pool = ['a', 'b', 'c'].map((id) => question(id, id));
		const concepts = { a: at(0.9), b: at(0.9), c: at(0.1) };
		const seen = (a: number, b: number) => ({
			a: seenAs(a),
			b: seenAs(b),
			c: seenAs(14, { last_shown_ms: NOW_MS - 1 })
		});

		// Three concepts: due 15 questions after they were last seen.
		expect(choose(pool, learner(concepts, { seen: seen(3, 4), shown: 15 }))?.reason).toEqual({
			topic: 'databases',
			concept: 'a',
			kind: 'deadline',
			questions: 12
		});
		expect(choose(pool, learner(concepts, { seen: seen(5, 6), shown: 15 }))?.reason.kind).not.toBe(
			'deadline'
		);
	});

	test('does not take all that was shown before questions were numbered for overdue', () => {
		const pool = ['a', 'b', 'c'].map((id) => question(id, id));
		const days = (count: number) => ({ last_shown_ms: NOW_MS - count * DAY_MS });
		const seen = { a: seenAs(0, days(3)), b: seenAs(0, days(2)), c: seenAs(0, days(1)) };
		const view = learner({ a: at(0.9), b: at(0.9), c: at(0.9) }, { seen, shown: 500 });

		expect(choose(pool, view)?.reason.kind).toBe('maintenance');
	});

	test('keeps topics apart that name a concept alike, and takes them in turn', () => {
		const other: Candidate = { ...question('p', 'basics'), topic: 'python' };
		const pool = [question('d1', 'basics'), question('d2', 'more'), other];

		for (let seed = 0; seed < 20; seed++) {
			const choice = choose(pool, NEWCOMER, { asked: [right('d1')], seed });
			expect(choice).toEqual({
				question_id: 'p',
				reason: { topic: 'python', concept: 'basics', kind: 'new' }
			});
		}
	});
});

describe('a session on what was missed', () => {
	const pool = ['a', 'b', 'c', 'd'].map((id) => question(id, id));
	const days = (count: number) => ({ last_shown_ms: NOW_MS - count * DAY_MS });

	test('asks sure misses first, then what was missed longest ago, then nothing', () => {
		const view = learner(
			{},
			{
				seen: {
					a: seenAs(1, { last_score: 0.59, ...days(2) }),
					b: seenAs(2, { last_score: 0.2, ...days(5) }),
					c: seenAs(3, { last_score: 0.1, sure_miss: true, ...days(1) }),
					d: seenAs(4, { last_score: 0.6 })
				}
			}
		);
		const asked: AskedQuestion[] = [];
		const kinds: string[] = [];
		for (;;) {
			const choice = choose(pool, view, { asked, focus: 'missed' });
			if (choice === null) break;
			kinds.push(choice.reason.kind);
			asked.push(right(choice.question_id));
		}

		expect(asked.map(({ question_id }) => question_id)).toEqual(['c', 'b', 'a']);
		expect(kinds).toEqual(['sure_miss', 'missed_before', 'missed_before']);
	});

	test('has nothing for someone who missed nothing', () => {
		expect(choose(pool, NEWCOMER, { focus: 'missed' })).toBeNull();
	});
});

describe('a session on what is due', () => {
	test('asks what is most overdue first, and nothing that is not due', () => {
		const pool = ['a', 'b', 'c'].map((id) => question(id, id));
		const seen = {
			a: seenAs(1, { due_ms: NOW_MS }),
			b: seenAs(2, { due_ms: NOW_MS - 4 * DAY_MS }),
			c: seenAs(3, { due_ms: NOW_MS + 1 })
		};
		const view = learner({}, { seen });

		expect(choose(pool, view, { focus: 'due' })).toEqual({
			question_id: 'b',
			reason: { topic: 'databases', concept: 'b', kind: 'due', days: 4 }
		});
		expect(choose(pool, view, { focus: 'due', asked: [right('b')] })?.question_id).toBe('a');
		expect(choose(pool, view, { focus: 'due', asked: [right('b'), right('a')] })).toBeNull();
	});
});
