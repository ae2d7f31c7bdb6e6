import { createRandom } from '$lib/domain/random';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import type {
	AskedQuestion,
	Candidate,
	Choice,
	Focus,
	LearnerView
} from '$lib/domain/selection/types';
import { DIFFICULTIES } from '$lib/domain/types';
import { PracticeLog, type ListedView } from './practice-log';

export const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 0, 5, 18);

/** One choice, with what it was made from. */
export interface Played {
	readonly asked: readonly AskedQuestion[];
	readonly view: ListedView;
	readonly nowMs: number;
	readonly choice: Choice | null;
}

export interface Plan {
	readonly pool: readonly Candidate[];
	readonly sessions: number;
	readonly length: number;
	readonly seed: number;
	/** Hours between two sessions. */
	readonly hours: number;
	/** The learner's average score, 0–1. */
	readonly skill: number;
	readonly focus?: Focus;
}

/** Plays sessions one after another; answers are as good as chance and skill make them. */
export function playSessions(plan: Plan): readonly Played[] {
	const { pool, sessions, length, seed, hours, skill, focus = 'adaptive' } = plan;
	const byId = new Map(pool.map((question) => [question.id, question]));
	const luck = createRandom(seed);
	const log = new PracticeLog();
	const played: Played[] = [];
	for (let session = 0; session < sessions; session++) {
		const asked: AskedQuestion[] = [];
		while (asked.length < length) {
			const nowMs = START_MS + session * hours * HOUR_MS + played.length * 60_000;
			const view = log.view();
			// Once everything has been shown a little, a session on what was missed is possible.
			const choice = chooseQuestion(pool, asked, view, {
				focus: session < 2 ? 'adaptive' : focus,
				nowMs,
				random: createRandom((seed + played.length) % 2 ** 32)
			});
			played.push({
				asked: [...asked],
				view: { ...view, seen: new Map(view.seen) },
				nowMs,
				choice
			});
			const question = byId.get(choice?.question_id ?? '');
			if (question === undefined) break;

			const score = Math.min(1, Math.max(0, skill + luck() - 0.5));
			log.answer(question, score, nowMs, score < 0.3 && luck() < 0.5);
			asked.push({ question_id: question.id, missed: score < 0.6 });
		}
	}
	return played;
}

/** The rule of repeats, written down a second time: what a session may ask now. */
export function allowedNow(
	pool: readonly Candidate[],
	asked: readonly AskedQuestion[]
): readonly Candidate[] {
	return pool.filter(({ id }) => {
		const places = asked.flatMap((slot, place) => (slot.question_id === id ? [place] : []));
		if (places.length === 0) return true;
		const since = asked.length - 1 - (places[0] ?? 0);
		return places.length === 1 && asked[places[0] ?? 0]?.missed === true && since >= 3;
	});
}

/** Levels between a question and the learner's. */
export function distanceOf(question: Candidate, view: LearnerView): number {
	const level = view.topics.get(question.topic)?.current_difficulty ?? 'medium';
	return Math.abs(DIFFICULTIES.indexOf(question.difficulty) - DIFFICULTIES.indexOf(level));
}

/** Those of the questions that are not two levels away, or all where there is none. */
export function nearest(questions: readonly Candidate[], view: LearnerView): readonly Candidate[] {
	const near = questions.filter((question) => distanceOf(question, view) < 2);
	return near.length > 0 ? near : questions;
}

export function sharesConcept(a: Candidate, b: Candidate): boolean {
	return a.topic === b.topic && a.concepts.some((concept) => b.concepts.includes(concept));
}
