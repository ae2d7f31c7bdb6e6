import type { OpenQuestion, SessionItem } from '$lib/contract/sessions';
import { Attempts } from './attempts';
import { Composer } from './composer.svelte';
import type { Corrections } from './corrections.svelte';
import { failureOf, type Failure } from './failure';
import type { FollowUpBox } from './follow-up.svelte';
import type { Grader } from './grader.svelte';
import { Hints } from './hints.svelte';
import { SessionCalls, type GivenAnswer } from './session-calls';
import { ShownResult, type Result } from './shown-result.svelte';
import { lazyPage, onElsewhereChanged, type Surroundings } from './surroundings';

export type PracticePhase = 'loading' | 'answering' | 'submitting' | 'result' | 'ended' | 'failed';

/** One session being practised: the open question, the answer being written, the result. */
export class Practice {
	readonly composer: Composer;
	readonly hints: Hints;
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	readonly #calls: SessionCalls;
	#phase = $state.raw<PracticePhase>('loading');
	#session = $state.raw<SessionItem | null>(null);
	#question = $state.raw<OpenQuestion | null>(null);
	#failure = $state.raw<Failure | null>(null);
	readonly #shown: ShownResult;
	readonly #attempts = new Attempts<GivenAnswer>();

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.#calls = new SessionCalls(surroundings);
		this.hints = new Hints((attempt) => this.#calls.hint(attempt));
		this.#shown = new ShownResult(surroundings, grader, () => this.#calls.read());
		this.composer = new Composer({
			page: lazyPage(surroundings),
			timers: {
				set: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
				clear: (id) => window.clearTimeout(id)
			},
			save: (questionId, text, keepalive) => this.#calls.saveDraft(questionId, text, keepalive),
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
		return this.#shown.result;
	}

	/** Corrections of the answer on the screen. */
	get corrections(): Corrections {
		return this.#shown.corrections;
	}

	/** What is asked back after the answer on the screen. */
	get followUp(): FollowUpBox {
		return this.#shown.followUp;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Opens a session where it was left; returns a function that leaves it. */
	open(sessionId: string): () => void {
		this.#calls.use(sessionId);
		this.#phase = 'loading';
		const { connections, page } = this.#surroundings();
		const ends = [
			// The session belongs to whoever wrote it, so the draft goes before anybody takes over.
			connections.profiles.onLeaving(() => this.composer.flush()),
			page.onLeave(() => {
				this.composer.setVisible(false);
				this.composer.flush();
			}),
			page.onReturn(() => this.composer.setVisible(true)),
			onElsewhereChanged(this.#surroundings, () => void this.#refresh()),
			this.#grader.onGraded((graded) => this.#shown.adoptGrades(graded))
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
			this.#shown.show(null);
			this.#begin(this.#question, '');
			return false;
		}
		const result = await this.#calls.complete();
		if (!result.ok) {
			this.#failure = failureOf(result);
			return false;
		}
		this.#phase = 'ended';
		return true;
	}

	async #load(): Promise<void> {
		const result = await this.#calls.read();
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
			const again = await this.#calls.readGraded();
			if (again.ok && again.body.question !== null)
				return this.#begin(again.body.question, again.body.draft ?? '');
		}
		this.#question = null;
		this.#phase = 'ended';
	}

	#begin(question: OpenQuestion, draft: string): void {
		this.#question = question;
		this.#phase = 'answering';
		this.hints.begin(question);
		this.#attempts.done();
		this.composer.text = '';
		this.composer.begin(question.id, draft);
		if (draft !== '') this.composer.text = draft;
	}

	/** Another tab may have answered this question, or kept a newer draft. */
	async #refresh(): Promise<void> {
		if (!this.#isIdle()) return;
		const result = await this.#calls.read();
		if (!result.ok || !this.#isIdle()) return;
		const { question, draft } = result.body;
		if (question?.id !== this.#question?.id) return this.#load();
		if (question !== null) this.hints.begin(question);
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
		const { confidence } = this.composer;
		const what = JSON.stringify([question.id, text, skipped, confidence]);
		const attempt = this.#attempts.of(question.id, what, () => ({
			question_id: question.id,
			answer: text,
			response_time: this.composer.seconds,
			skipped,
			...(skipped || confidence === null ? {} : { confidence })
		}));
		this.composer.pause();
		const result = await this.#calls.answer(attempt);
		if (!result.ok) {
			this.#failure = failureOf(result);
			this.composer.resume(question.id);
			this.#phase = 'answering';
			return;
		}
		const graded = result.status === 200 ? result.body : null;
		if (graded === null) this.#grader.noteWaiting();
		this.#shown.show({
			question,
			answer: result.body.answer,
			grade: graded?.grade ?? null,
			overrides: [],
			key: graded?.answer_key ?? null,
			mastery: graded?.mastery ?? null
		});
		this.#shown.followUp.show(result.body.answer.id, graded?.follow_up ?? null);
		this.#question = result.body.next_question;
		this.#phase = 'result';
	}
}
