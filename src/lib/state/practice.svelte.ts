import type { ApiClient, CallResult } from '$lib/client/api-client';
import type { GradeResponse } from '$lib/contract/grade';
import type { TopicMastery } from '$lib/contract/mastery';
import type {
	AnswerResponse,
	OpenQuestion,
	RecordedAnswer,
	SessionItem
} from '$lib/contract/sessions';
import { Composer } from './composer.svelte';
import { failureOf, type Failure } from './failure';
import type { GradedLater, Grader } from './grader.svelte';
import { onElsewhereChanged, type Surroundings } from './surroundings';

/** An answered question with what came of it. */
export interface Result {
	readonly question: OpenQuestion;
	readonly answer: RecordedAnswer;
	/** Null while it waits for the model, and for a skipped one. */
	readonly grade: GradeResponse | null;
	readonly key: AnswerResponse['answer_key'];
	readonly mastery: TopicMastery | null;
}

export type PracticePhase = 'loading' | 'answering' | 'submitting' | 'result' | 'ended' | 'failed';

/** One press of a button, sent again as it was when its reply got lost. */
interface Attempt {
	readonly key: string;
	readonly body: {
		readonly question_id: string;
		readonly answer: string;
		readonly response_time: number;
		readonly skipped: boolean;
	};
}

/** One session being practised: the open question, the answer being written, the result. */
export class Practice {
	readonly composer: Composer;
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	#sessionId = '';
	#phase = $state.raw<PracticePhase>('loading');
	#session = $state.raw<SessionItem | null>(null);
	#question = $state.raw<OpenQuestion | null>(null);
	#result = $state.raw<Result | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#attempt: Attempt | null = null;

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.composer = new Composer({
			page: lazyPage(surroundings),
			timers: {
				set: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
				clear: (id) => window.clearTimeout(id)
			},
			save: (questionId, text, keepalive) => this.#saveDraft(questionId, text, keepalive),
			onPause: (text) => grader.ahead(text)
		});
	}

	get phase(): PracticePhase {
		return this.#phase;
	}

	get session(): SessionItem | null {
		return this.#session;
	}

	get question(): OpenQuestion | null {
		return this.#question;
	}

	get result(): Result | null {
		return this.#result;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Opens a session where it was left; returns a function that leaves it. */
	open(sessionId: string): () => void {
		this.#sessionId = sessionId;
		this.#phase = 'loading';
		const { page } = this.#surroundings();
		const ends = [
			page.onLeave(() => {
				this.composer.setVisible(false);
				this.composer.flush();
			}),
			page.onReturn(() => this.composer.setVisible(true)),
			onElsewhereChanged(this.#surroundings, () => void this.#refresh()),
			this.#grader.onGraded((graded) => this.#adoptGrades(graded))
		];
		void this.#load();
		void this.#grader.prepare();
		return () => {
			this.composer.flush();
			this.composer.pause();
			for (const end of ends) end();
		};
	}

	submit(): Promise<void> {
		return this.#send(this.composer.text, false);
	}

	/** "I don't know": recorded as skipped, never as a grade. */
	skip(): Promise<void> {
		return this.#send('', true);
	}

	/** Goes on to the next question, or ends the session; true where it has ended. */
	async next(): Promise<boolean> {
		if (this.#question !== null) {
			this.#result = null;
			this.#begin(this.#question, '');
			return false;
		}
		const result = await this.#api().call('POST /api/sessions/:id/complete', {
			params: { id: this.#sessionId }
		});
		if (!result.ok) {
			this.#failure = failureOf(result);
			return false;
		}
		this.#phase = 'ended';
		return true;
	}

	async #load(): Promise<void> {
		const result = await this.#read();
		if (!result.ok) {
			this.#failure = failureOf(result);
			this.#phase = 'failed';
			return;
		}
		this.#failure = null;
		this.#session = result.body.session;
		const { question, draft } = result.body;
		if (question !== null) return this.#begin(question, draft ?? '');
		if (result.body.session.completed_at === null && result.body.summary.waiting > 0) {
			// Cut off between an answer and the next question: grading what waits opens it.
			await this.#api().call('POST /api/answers/grade_waiting');
			const again = await this.#read();
			if (again.ok && again.body.question !== null)
				return this.#begin(again.body.question, again.body.draft ?? '');
		}
		this.#question = null;
		this.#phase = 'ended';
	}

	#begin(question: OpenQuestion, draft: string): void {
		this.#question = question;
		this.#phase = 'answering';
		this.#attempt = null;
		this.composer.text = '';
		this.composer.begin(question.id, draft);
		if (draft !== '') this.composer.text = draft;
	}

	/** Another tab may have answered this question, or kept a newer draft. */
	async #refresh(): Promise<void> {
		if (!this.#isIdle()) return;
		const result = await this.#read();
		if (!result.ok || !this.#isIdle()) return;
		const { question, draft } = result.body;
		if (question?.id !== this.#question?.id) return this.#load();
		if (question !== null && draft !== null && draft !== this.composer.text)
			this.composer.adopt(question.id, draft);
	}

	/** A question is open and nothing is typed that is not kept yet. */
	#isIdle(): boolean {
		return this.#phase === 'answering' && !this.composer.isDirty;
	}

	async #send(text: string, skipped: boolean): Promise<void> {
		const question = this.#question;
		if (question === null || this.#phase !== 'answering') return;
		this.#phase = 'submitting';
		this.#failure = null;
		const { key, body } = this.#attemptFor(question.id, text, skipped);
		this.composer.pause();
		const result = await this.#api().call('POST /api/sessions/:id/answers', {
			params: { id: this.#sessionId },
			body,
			idempotencyKey: key
		});
		if (!result.ok) {
			this.#failure = failureOf(result);
			this.composer.resume(question.id);
			this.#phase = 'answering';
			return;
		}
		const graded = result.status === 200 ? result.body : null;
		if (graded === null) this.#grader.noteWaiting();
		this.#result = {
			question,
			answer: result.body.answer,
			grade: graded?.grade ?? null,
			key: graded?.answer_key ?? null,
			mastery: graded?.mastery ?? null
		};
		this.#question = result.body.next_question;
		this.#phase = 'result';
	}

	/** The same answer again is the same write: same key and, as the API asks, same body. */
	#attemptFor(questionId: string, text: string, skipped: boolean): Attempt {
		const last = this.#attempt?.body;
		if (
			this.#attempt === null ||
			last?.question_id !== questionId ||
			last.answer !== text ||
			last.skipped !== skipped
		)
			this.#attempt = {
				key: `${questionId}-${String(performance.timeOrigin + performance.now())}`,
				body: {
					question_id: questionId,
					answer: text,
					response_time: this.composer.seconds,
					skipped
				}
			};
		return this.#attempt;
	}

	/** The answer on the screen has got its grade after all. */
	#adoptGrades(graded: readonly GradedLater[]): void {
		const shown = this.#result;
		if (shown === null) return;
		const found = graded.find((entry) => entry.answer_id === shown.answer.id);
		if (found === undefined) return;
		const state = found.grade.state === 'final' ? 'graded' : 'provisional';
		this.#result = { ...shown, answer: { ...shown.answer, state }, grade: found.grade };
		void this.#adoptOutcome(shown.answer.id, shown.question.topic);
	}

	/** What a grade that came late brings along: the answer key and the mastery it moved. */
	async #adoptOutcome(answerId: string, topic: string): Promise<void> {
		const [result, mastery] = await Promise.all([
			this.#read(),
			this.#api().call('GET /api/adaptive/mastery/:topic', { params: { topic } })
		]);
		const answered = result.ok
			? result.body.answers.find((entry) => entry.answer.id === answerId)
			: undefined;
		if (answered !== undefined && this.#result?.answer.id === answerId)
			this.#result = {
				...this.#result,
				key: answered.answer_key,
				mastery: mastery.ok ? mastery.body.mastery : null
			};
	}

	async #saveDraft(questionId: string, text: string, keepalive: boolean): Promise<boolean> {
		const result = await this.#api().call('PUT /api/sessions/:id/draft', {
			params: { id: this.#sessionId },
			body: { question_id: questionId, text },
			keepalive
		});
		return result.ok;
	}

	#read(): Promise<CallResult<'GET /api/sessions/:id'>> {
		return this.#api().call('GET /api/sessions/:id', { params: { id: this.#sessionId } });
	}

	#api(): ApiClient {
		return this.#surroundings().connections.api;
	}
}

/** The page, asked only once the browser is there. */
function lazyPage(surroundings: Surroundings): ReturnType<Surroundings>['page'] {
	const page = () => surroundings().page;
	return {
		now: () => page().now(),
		isVisible: () => page().isVisible(),
		isMetered: () => page().isMetered(),
		onReturn: (listener) => page().onReturn(listener),
		onLeave: (listener) => page().onLeave(listener)
	};
}
