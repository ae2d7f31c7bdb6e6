/** What may stand in place of a question whose concept does not rise (design section 5). */
export const ACTIVITY_KINDS = ['gap_fill', 'contrast'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** What mastery says of the concept that a slot was chosen for. */
export interface StagnatingConcept {
	/** 0–1 */
	readonly mastery: number;
	readonly attempts: number;
	/** Attempts since its mastery last rose. */
	readonly stagnation_count: number;
}

/** An activity that was offered for a concept and came to an end, with the concept as it was then. */
export interface PastActivity {
	readonly kind: ActivityKind;
	/** False: the person asked for the plain question instead. */
	readonly done: boolean;
	/** Epoch milliseconds, and minutes east of UTC. */
	readonly at_ms: number;
	readonly offset_minutes: number;
	readonly attempts: number;
	readonly stagnation_count: number;
}
