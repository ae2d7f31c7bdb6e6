import type { OpenQuestion, SessionItem } from '$lib/contract/sessions';
import { Activity } from './activity.svelte';
import { Attempts } from './attempts';
import { Composer } from './composer.svelte';
import type { Corrections } from './corrections.svelte';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import { SessionCalls, type GivenAnswer } from './session-calls';
import { SessionFrame } from './session-frame.svelte';
import { ShownResult, type Result } from './shown-result.svelte';
import { lazyPage, onElsewhereChanged, type Surroundings } from './surroundings';

export type PracticePhase =
	'loading' | 'answering' | 'paused' | 'submitting' | 'result' | 'ended' | 'failed';

/** One session being practised: the open question, the answer being written, the result. */
export class Practice {
	readonly composer: Composer;
	readonly frame = new SessionFrame();
	/** What stands in for the open question where its concept does not rise. */
	readonly activity: Activity;
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	readonly #calls: SessionCalls;
	#sessionId = '';
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
		this.#shown = new ShownResult(surroundings, grader, () => this.#calls.read());
		this.activity = new Activity(surroundings, {
			onNeedModel: () => grader.prepare(),
			onSend: () => this.composer.pause(),
			onNotSent: (question) => this.composer.resume(question.id),
			onDone: (next) => {
				this.#question = next;
				this.#phase = 'result';
			},
			onDeclined: (question, kind) => {
				// A comparison may be the beginning of an answer; words for gaps are not.
				if (question !== null) this.#begin(question, kind === 'contrast' ? this.composer.text : '');
				else void this.#load();
			}
		});
		this.composer = new Composer({
			page: lazyPage(surroundings),
			timers: {
				set: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
				clear: (id) => window.clearTimeout(id)
			},
			save: (...draft) => this.#calls.saveDraft(...draft),
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

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Opens a session where it was left; returns a function that leaves it. */
	open(sessionId: string): () => void {
		this.#calls.use(sessionId);
		this.#sessionId = sessionId;
		this.#phase = 'loading';
		const { connections, page } = this.#surroundings();
		const ends = [
			// The session belongs to whoever wrote it, so the draft goes before anybody takes over.
			connections.profiles.onLeaving(() => this.composer.flush()),
			page.onLeave(() => {
				this.composer.setVisible(false);
				this.#keep();
			}),
			page.onReturn(() => this.composer.setVisible(this.#phase === 'answering')),
			onElsewhereChanged(this.#surroundings, () => void this.#refresh()),
			this.#grader.onGraded((graded) => this.#shown.adoptGrades(graded))
		];
		void this.#load();
		void this.#grader.prepare();
		return () => {
			this.#keep();
			this.composer.pause();
			this.activity.close();
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

	/** Stops the clock and puts the question aside; what was written and the time are kept. */
	pause(): void {
		if (this.#phase !== 'answering') return;
		this.composer.setVisible(false);
		this.composer.keepTime();
		this.#phase = 'paused';
	}

	resume(): void {
		if (this.#phase !== 'paused') return;
		this.#phase = 'answering';
		this.composer.setVisible(true);
	}

	/** The time is up: what is written counts as the answer, a blank one as no attempt. */
	async timeUp(): Promise<void> {
		if (this.#phase !== 'answering') return;
		if (this.composer.text.trim() !== '') await this.submit();
		if (this.#isOver()) return;
		await this.finish();
	}

	/** Ends the session where it stands; what was not answered counts neither way. */
	async finish(): Promise<boolean> {
		this.composer.pause();
		const result = await this.#calls.complete();
		if (!result.ok) {
			this.#failure = failureOf(result);
			return false;
		}
		this.#phase = 'ended';
		return true;
	}

	/** Goes on to the next question, or ends the session; true where it has ended. */
	async next(): Promise<boolean> {
		if (this.#question !== null) {
			this.#shown.show(null);
			this.#begin(this.#question, '');
			return false;
		}
		return this.finish();
	}

	#isOver(): boolean {
		return this.#phase === 'ended' || this.#failure !== null;
	}

	/** Keeps what is open, for whoever comes back to it. */
	#keep(): void {
		if (this.#phase === 'answering' && this.composer.seconds >= 1) this.composer.keepTime();
		else this.composer.flush();
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
		this.frame.adopt(result.body);
		const { question, draft, seconds } = result.body;
		if (question !== null) return this.#begin(question, draft ?? '', seconds);
		if (result.body.session.completed_at === null && result.body.summary.waiting > 0) {
			// Cut off between an answer and the next question: grading what waits opens it.
			const again = await this.#calls.readGraded();
			if (again.ok && again.body.question !== null)
				return this.#begin(again.body.question, again.body.draft ?? '');
		}
		this.#question = null;
		// Cut off between its last answer and its end.
		if (result.body.session.completed_at === null && result.body.end_reason !== null) {
			if (!(await this.finish())) this.#phase = 'failed';
			return;
		}
		this.#phase = 'ended';
	}

	#begin(question: OpenQuestion, draft: string, seconds = 0): void {
		this.#question = question;
		this.#phase = 'answering';
		this.#attempts.done();
		this.composer.text = '';
		this.composer.begin(question.id, draft, seconds);
		if (draft !== '') this.composer.text = draft;
		this.activity.open(this.#sessionId, question);
	}

	/** Another tab may have answered this question, or kept a newer draft. */
	async #refresh(): Promise<void> {
		if (!this.#isIdle()) return;
		const result = await this.#calls.read();
		if (!result.ok || !this.#isIdle()) return;
		const { question, draft } = result.body;
		const isSame = question?.id === this.#question?.id;
		if (!isSame || question?.activity?.kind !== this.#question?.activity?.kind) return this.#load();
		if (question !== null && draft !== null && draft !== this.composer.text)
			this.composer.adopt(question.id, draft);
	}

	/** A question is open and nothing is typed that is not kept yet. */
	#isIdle(): boolean {
		const isSending = this.activity.phase === 'sending';
		return this.#phase === 'answering' && !isSending && !this.composer.isDirty;
	}

	/** In a mock interview one question follows another; how it went is told at the end. */
	async #goOn(question: OpenQuestion | null): Promise<void> {
		this.#question = question;
		if (question !== null) this.#begin(question, '');
		else if (!(await this.finish())) this.#phase = 'failed';
	}

	async #send(text: string, skipped: boolean): Promise<void> {
		const question = this.#question;
		if (question === null || this.#phase !== 'answering') return;
		this.#phase = 'submitting';
		this.#failure = null;
		const what = JSON.stringify([question.id, text, skipped]);
		const attempt = this.#attempts.of(question.id, what, () => ({
			question_id: question.id,
			answer: text,
			response_time: this.composer.seconds,
			skipped
		}));
		this.composer.pause();
		const result = await this.#calls.answer(attempt);
		if (!result.ok) {
			this.#failure = failureOf(result);
			this.composer.resume(question.id);
			this.#phase = 'answering';
			return;
		}
		this.frame.spend(attempt.body.response_time);
		const graded = result.status === 200 ? result.body : null;
		if (graded === null) this.#grader.noteWaiting();
		if (this.frame.isMock) return this.#goOn(result.body.next_question);
		this.#shown.show({
			question,
			answer: result.body.answer,
			grade: graded?.grade ?? null,
			overrides: [],
			key: graded?.answer_key ?? null,
			mastery: graded?.mastery ?? null
		});
		this.#question = result.body.next_question;
		this.#phase = 'result';
	}
}
