import type { DraftEntry, PlanCalendar, PlannedCard } from './entry-words';
import { raised } from './learning';
import type { TopicAim } from './types';

/** Lines of a day: more is not spaced practice any more. */
const MOST_ENTRIES = 8;
/** Questions a concept gets on one day: two while it is learnt, then one good answer is enough. */
const QUESTIONS = { learn: 2, review: 1 } as const;

/** The lines of one day, filled as long as there are minutes. */
export class DayList {
	readonly entries: DraftEntry[] = [];
	readonly day: number;
	readonly interviewDay: number;
	readonly #isFresh: boolean;
	#minutes: number;
	#room = MOST_ENTRIES;

	constructor(day: number, { today, interviewDay, minutesADay, secondsToday }: PlanCalendar) {
		const used = day === today ? secondsToday : 0;
		this.day = day;
		this.interviewDay = interviewDay;
		this.#isFresh = used === 0;
		this.#minutes = Math.max(0, Math.floor(minutesADay - used / 60));
	}

	/** Leaves no more than these minutes and lines. */
	limit(minutes: number, entries: number): void {
		this.#minutes = Math.min(minutes, this.#minutes);
		this.#room = entries;
	}

	/**
	 * Adds a line where there is room. A day that is too short for any question gets one that has to
	 * be kept short.
	 *
	 * @param card null where no concept of the topic can be named
	 */
	add(topic: TopicAim, card: PlannedCard | null, kind: 'learn' | 'review'): void {
		if (this.entries.length >= this.#room) return;
		const minutesFor = (questions: number) =>
			Math.ceil((questions * topic.secondsPerQuestion) / 60);
		let questions: number = QUESTIONS[kind];
		while (questions > 1 && minutesFor(questions) > this.#minutes) questions--;
		let minutes = Math.max(1, minutesFor(questions));
		let share = 1;
		if (minutes > this.#minutes) {
			if (!this.#isFresh || this.entries.length > 0 || this.#minutes < 1) return;
			share = (60 * this.#minutes) / topic.secondsPerQuestion;
			minutes = this.#minutes;
		}
		this.#minutes -= minutes;
		this.#keep({ topic, card, kind, questions, minutes, isShort: share < 1 }, questions * share);
	}

	#keep(line: Omit<DraftEntry, 'day' | 'sinceDay' | 'nextDay' | 'isReturn'>, questions: number) {
		const { card } = line;
		const entry: DraftEntry = {
			...line,
			day: this.day,
			sinceDay: card?.lastDay ?? null,
			isReturn: card !== null && card.lastEntry !== null,
			nextDay: null
		};
		this.entries.push(entry);
		if (card === null) return;
		if (card.lastEntry !== null) card.lastEntry.nextDay = this.day;
		card.lastEntry = entry;
		card.lastDay = this.day;
		card.planned += questions;
		card.correct++;
		card.expected = raised(card.expected, questions);
	}
}
