import { conceptMastery } from '$lib/domain/mastery/concepts';
import type { MasteryState } from '$lib/domain/mastery/types';
import { emptyMastery, foldAnswer } from '$lib/domain/mastery/update';
import { localDay, startOfDay } from '$lib/domain/calendar-days';
import type { ReviewKind, TopicReview } from '$lib/domain/reviews/types';
import type {
	Candidate,
	ConceptView,
	LearnerView,
	SeenQuestion,
	TopicView
} from '$lib/domain/selection/types';
import { reviewAfter } from '$lib/scheduling/fold-reviews';

const RESPONSE_SECONDS = 60;

/** The same with what was shown as a list. */
export type ListedView = LearnerView & { readonly seen: ReadonlyMap<string, SeenQuestion> };

/** What is known of someone who practises: questions seen, and the product's own mastery. */
export class PracticeLog {
	readonly #seen = new Map<string, SeenQuestion>();
	readonly #mastery = new Map<string, MasteryState>();
	readonly #shown = new Map<string, number>();
	/** By kind, topic and id; null where no reviews are planned. */
	readonly #reviews: Map<string, TopicReview> | null;
	#answers = 0;

	/** @param withReviews also plans when questions and concepts are to be asked again */
	constructor(withReviews = false) {
		this.#reviews = withReviews ? new Map() : null;
	}

	shownIn(topic: string): number {
		return this.#shown.get(topic) ?? 0;
	}

	/** The product's mastery of a concept, 0–1; undefined before the first answer. */
	masteryOf(topic: string, concept: string): number | undefined {
		const state = this.#mastery.get(topic)?.concepts[concept];
		return state === undefined ? undefined : conceptMastery(state);
	}

	view(): ListedView {
		return {
			topics: new Map([...this.#mastery].map(([topic, state]) => [topic, this.#topicView(state)])),
			seen: this.#seen
		};
	}

	/** Shows a question and counts its answer with the score, 0–1. */
	answer(question: Candidate, score: number, nowMs: number, sureMiss = false): void {
		const { id, topic, difficulty, concepts } = question;
		const shown_number = this.shownIn(topic) + 1;
		this.#shown.set(topic, shown_number);
		this.#review('question', topic, id, score, nowMs);
		for (const concept of concepts) this.#review('concept', topic, concept, score, nowMs);
		this.#seen.set(id, {
			last_shown_ms: nowMs,
			shown_number,
			times_shown: (this.#seen.get(id)?.times_shown ?? 0) + 1,
			last_score: score,
			sure_miss: sureMiss,
			due_ms: this.#dueMs('question', topic, id)
		});
		this.#answers++;
		const answer = {
			id: String(this.#answers),
			at_ms: nowMs,
			offset_minutes: 0,
			difficulty,
			semantic: score,
			keyword: score,
			score,
			correct: score >= 0.6,
			response_seconds: RESPONSE_SECONDS,
			concepts: Object.fromEntries(concepts.map((concept) => [concept, score])),
			session: '1',
			mixed: false,
			mock: false,
			first_in_session: false
		};
		this.#mastery.set(topic, foldAnswer(this.#mastery.get(topic) ?? emptyMastery(topic), answer));
	}

	#topicView({ topic, current_difficulty, concepts }: MasteryState): TopicView {
		return {
			topic,
			current_difficulty,
			shown_count: this.shownIn(topic),
			concepts: new Map(
				Object.entries(concepts).map(([name, concept]): [string, ConceptView] => [
					name,
					{
						mastery: conceptMastery(concept),
						attempts: concept.attempts,
						stagnation_count: concept.stagnation_count,
						last_seen_ms: concept.last_seen_ms,
						due_ms: this.#dueMs('concept', topic, name),
						rests_until_ms: null
					}
				])
			)
		};
	}

	#review(kind: ReviewKind, topic: string, id: string, score: number, nowMs: number): void {
		const key = [kind, topic, id].join(' ');
		const at = { at_ms: nowMs, offset_minutes: 0 };
		this.#reviews?.set(key, reviewAfter(this.#reviews.get(key), { kind, id, score }, at));
	}

	/** From the beginning of the day, as the product has it. */
	#dueMs(kind: ReviewKind, topic: string, id: string): number | null {
		const review = this.#reviews?.get([kind, topic, id].join(' '));
		if (review === undefined) return null;
		return startOfDay(localDay(review.due_ms, 0), 0);
	}
}
