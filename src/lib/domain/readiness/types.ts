/** What the plan up to an interview is made from; masteries are ratios 0–1, unrounded. */

/** How well a concept is remembered, where a forgetting curve is known for it. */
export interface Memory {
	/** Days until recall has fallen to 0.9, above 0. */
	readonly stability_days: number;
	/** Epoch milliseconds of the last review. */
	readonly last_review_ms: number;
}

export interface ConceptAim {
	readonly concept: string;
	readonly title: string;
	/** 0–1; 0 where there is no attempt. */
	readonly mastery: number;
	readonly attempts: number;
	/** Attempts that were right. */
	readonly correct: number;
	/** Attempts since the mastery last rose. */
	readonly stagnation: number;
	/** Local day (days since 1970-01-01) of the last attempt; null before the first. */
	readonly lastDay: number | null;
	/** Null where no forgetting curve is known. */
	readonly memory: Memory | null;
}

export interface TopicAim {
	readonly topic: string;
	readonly title: string;
	/** False where its questions are not on this device (any more): nothing can be planned. */
	readonly available: boolean;
	/** 0–1, with the range that holds the true level four times in five. */
	readonly mastery: number;
	readonly low: number;
	readonly high: number;
	readonly attempts: number;
	/** What a question takes, answering and reading, in seconds. */
	readonly secondsPerQuestion: number;
	/** Every concept of the pack; empty where the topic is not available. */
	readonly concepts: readonly ConceptAim[];
}

/** What a line of the plan asks for. */
export const ENTRY_KINDS = ['learn', 'review', 'rest'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** A line of the plan: what to do on a day, why it is there, and what takes it off. */
export interface DayEntry {
	/** Null on a day of rest. */
	readonly topic: string | null;
	/** Null on a day of rest, and where the topic as a whole is meant. */
	readonly concept: string | null;
	readonly kind: EntryKind;
	/** Questions that it stands for. */
	readonly questions: number;
	/** Whole minutes, reading included. */
	readonly minutes: number;
	readonly reason: string;
	readonly done_when: string;
}

export interface DayPlan {
	/** Days since 1970-01-01. */
	readonly day: number;
	/** Sum over its entries: never more than was asked for. */
	readonly minutes: number;
	readonly entries: readonly DayEntry[];
}

/** How often and when last a concept is planned, for what is expected of it. */
export interface PlannedPractice {
	readonly topic: string;
	readonly concept: string;
	/** Questions, where one that has to be kept short counts in part. */
	readonly questions: number;
	/** The last planned day. */
	readonly lastDay: number;
}

/** What may honestly be said of a topic on the day. */
export const READINESS_WORDS = [
	'ready',
	'getting_there',
	'not_yet',
	'too_little',
	'unavailable'
] as const;
export type ReadinessWord = (typeof READINESS_WORDS)[number];

/** What a plan cannot do without. */
export const MISSING = ['interview_date', 'minutes_a_day', 'topics'] as const;
export type Missing = (typeof MISSING)[number];
