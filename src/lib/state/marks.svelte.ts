import { isMarkedAs, MARK_KINDS, type Mark, type MarkKind } from '$lib/contract/marks';
import { failureOf, type Failure } from './failure';
import { onElsewhereChanged, type Surroundings } from './surroundings';

/** What may be noted about a question; what is left out stays as it is. */
export interface MarkChanges {
	readonly bookmarked?: boolean;
	readonly hidden?: boolean;
	readonly flagged?: boolean;
	readonly note?: string;
}

export interface MarkedQuestion {
	readonly id: string;
	readonly topic: string;
}

/** What a person noted about questions: bookmarks, notes, what is hidden or flagged. */
export class Marks {
	readonly #surroundings: Surroundings;
	#marks = $state.raw<readonly Mark[] | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#busy = $state.raw<string | null>(null);
	#takenOff = $state.raw<{ readonly mark: Mark; readonly kind: MarkKind } | null>(null);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** All of them, the latest first; null while they are being read. */
	get all(): readonly Mark[] | null {
		return this.#marks;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** The question whose mark is being changed. */
	get busy(): string | null {
		return this.#busy;
	}

	/** What was last taken off in the list, so that it can be put back. */
	get takenOff(): { readonly mark: Mark; readonly kind: MarkKind } | null {
		return this.#takenOff;
	}

	of(questionId: string): Mark | null {
		return this.#marks?.find((mark) => mark.question_id === questionId) ?? null;
	}

	ofKind(kind: MarkKind): readonly Mark[] {
		return (this.#marks ?? []).filter((mark) => isMarkedAs(mark, kind));
	}

	open(): () => void {
		this.#takenOff = null;
		const load = () => void this.refresh();
		load();
		return onElsewhereChanged(this.#surroundings, load);
	}

	async refresh(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/marks');
		if (result.ok) {
			this.#marks = result.body.marks;
			this.#failure = null;
		} else this.#failure = failureOf(result);
	}

	/** @returns whether it was kept */
	async change(question: MarkedQuestion, changes: MarkChanges): Promise<boolean> {
		if (this.#busy !== null) return false;
		this.#busy = question.id;
		const result = await this.#surroundings().connections.api.call(
			'PATCH /api/marks/:question_id',
			{ params: { question_id: question.id }, body: { topic: question.topic, ...changes } }
		);
		this.#busy = null;
		if (!result.ok) {
			this.#failure = failureOf(result);
			return false;
		}
		const { mark } = result.body;
		const others = (this.#marks ?? []).filter((known) => known.question_id !== question.id);
		this.#marks = MARK_KINDS.some((kind) => isMarkedAs(mark, kind)) ? [mark, ...others] : others;
		this.#failure = null;
		return true;
	}

	/** Takes one kind of mark off a question; `putBack` undoes it. */
	async takeOff(mark: Mark, kind: MarkKind): Promise<void> {
		const off = kind === 'annotated' ? { note: '' } : { [kind]: false };
		if (await this.change({ id: mark.question_id, topic: mark.topic }, off))
			this.#takenOff = { mark, kind };
	}

	async putBack(): Promise<void> {
		if (this.#takenOff === null) return;
		const { mark, kind } = this.#takenOff;
		const back = kind === 'annotated' ? { note: mark.note } : { [kind]: true };
		if (await this.change({ id: mark.question_id, topic: mark.topic }, back)) this.#takenOff = null;
	}
}
