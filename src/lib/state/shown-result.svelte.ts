import type { CallResult } from '$lib/client/api-client';
import type { GradeResponse } from '$lib/contract/grade';
import type { TopicMastery } from '$lib/contract/mastery';
import type {
	AnswerResponse,
	OpenQuestion,
	Override,
	RecordedAnswer
} from '$lib/contract/sessions';
import { Corrections, type Changed } from './corrections.svelte';
import { FollowUpBox } from './follow-up.svelte';
import type { GradedLater, Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

/** An answered question with what came of it. */
export interface Result {
	readonly question: OpenQuestion;
	readonly answer: RecordedAnswer;
	/** Null while it waits for the model, and for a skipped one. */
	readonly grade: GradeResponse | null;
	/** The person's own words on points. */
	readonly overrides: readonly Override[];
	readonly key: AnswerResponse['answer_key'];
	readonly mastery: TopicMastery | null;
}

/** The result on the screen, which a late grade or a correction may still change. */
export class ShownResult {
	readonly corrections: Corrections;
	/** What is asked back after it. */
	readonly followUp: FollowUpBox;
	readonly #surroundings: Surroundings;
	readonly #readSession: () => Promise<CallResult<'GET /api/sessions/:id'>>;
	#result = $state.raw<Result | null>(null);

	/** @param readSession reads the session that the answer is in */
	constructor(
		surroundings: Surroundings,
		grader: Grader,
		readSession: () => Promise<CallResult<'GET /api/sessions/:id'>>
	) {
		this.#surroundings = surroundings;
		this.#readSession = readSession;
		this.followUp = new FollowUpBox(surroundings);
		this.corrections = new Corrections(surroundings, grader, async (changed) =>
			this.#adoptCorrection(changed)
		);
	}

	get result(): Result | null {
		return this.#result;
	}

	show(result: Result | null): void {
		this.#result = result;
	}

	/** The answer on the screen has got its grade after all. */
	adoptGrades(graded: readonly GradedLater[]): void {
		const shown = this.#result;
		if (shown === null) return;
		const found = graded.find((entry) => entry.answer_id === shown.answer.id);
		if (found === undefined) return;
		const state = found.grade.state === 'final' ? 'graded' : 'provisional';
		this.#result = { ...shown, answer: { ...shown.answer, state }, grade: found.grade };
		this.followUp.show(shown.answer.id, found.follow_up);
		void this.#adoptOutcome(shown.answer.id, shown.question.topic);
	}

	/** What a grade that came late brings along: the answer key and the mastery it moved. */
	async #adoptOutcome(answerId: string, topic: string): Promise<void> {
		const { api } = this.#surroundings().connections;
		const [session, mastery] = await Promise.all([
			this.#readSession(),
			api.call('GET /api/adaptive/mastery/:topic', { params: { topic } })
		]);
		const answered = session.ok
			? session.body.answers.find((entry) => entry.answer.id === answerId)
			: undefined;
		if (answered !== undefined && this.#result?.answer.id === answerId)
			this.#result = {
				...this.#result,
				key: answered.answer_key,
				mastery: mastery.ok ? mastery.body.mastery : null
			};
	}

	#adoptCorrection({ answer, corrected }: Changed): void {
		if (corrected === null || this.#result?.answer.id !== answer.id) return;
		const { grade, overrides, mastery } = corrected;
		this.#result = { ...this.#result, answer, grade, overrides, mastery };
		for (const { point, said } of overrides) if (said) this.followUp.withdraw(point);
	}
}
