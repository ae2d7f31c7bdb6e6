import json from './figures.json';

/** How well a measure agrees with human grades; all are ratios, correlations −1 to 1. */
export interface Agreement {
	/** Correlation over all answers. */
	readonly r: number;
	/** Correlation inside each question, averaged. */
	readonly r_q: number;
	/** Share of answers with full human marks that get less than .5. */
	readonly unjust_fails: number;
	/** Share of answers with at most half the marks that get more than .7. */
	readonly unjust_passes: number;
}

/** A set of answers that people graded. */
export interface MeasuredSet {
	readonly id: string;
	readonly answers: number;
	readonly questions: number;
	readonly measures: {
		readonly cosine: Agreement;
		readonly semantic: Agreement;
		readonly score: Agreement;
	};
	/** Two people with each other; null where only one grade was kept. */
	readonly human: { readonly r: number; readonly r_q: number } | null;
	/** Share of human grades inside the band, and its mean width; null where not measured. */
	readonly band: { readonly inside: number; readonly width: number } | null;
}

/** Everything the page says in figures, written by `scripts/grading-figures.ts`. */
export interface GradingFigures {
	/** Day of the run, as 2026-11-25. */
	readonly date: string;
	/** Version of the grader that was measured. */
	readonly grader: string;
	readonly sets: readonly MeasuredSet[];
	/** Statements turned into their opposite; null where not measured. */
	readonly opposites: {
		readonly items: number;
		readonly opposites_pass: number;
		readonly paraphrases_pass: number;
	} | null;
	/** Mean score by kind of answer to the packs' own questions; null where not measured. */
	readonly kinds: {
		readonly questions: number;
		readonly mean: Readonly<Record<string, number>>;
	} | null;
}

// The type of a JSON file follows what happens to be in it: this is where the two meet.
export const FIGURES: GradingFigures = json;
