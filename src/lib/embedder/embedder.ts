import type { Evidence } from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';

/** The texts of a rubric that get embedded, and the keywords that steer extraction. */
export type RubricTexts = Pick<
	Rubric,
	'prompt' | 'expected' | 'points' | 'keywords' | 'misconceptions' | 'counterexamples'
>;

/** What came of measuring: expected outcomes are values, only defects are thrown. */
export type Measurement =
	| { readonly kind: 'evidence'; readonly evidence: Evidence }
	/** The model is on its way (or its worker is starting again): ask again later. */
	| { readonly kind: 'not_ready'; readonly retry_after_seconds: number }
	/** This device or site cannot run the model: grade by keywords. */
	| {
			readonly kind: 'unavailable';
			readonly reason: string;
			readonly code?: UnavailableCode;
	  };

/**
 * Why there is no model: the site has none, it arrived damaged twice, it could not be fetched, the
 * device cannot run it, it stopped again on this very text, or nobody has agreed to load it.
 */
export const UNAVAILABLE_CODES = [
	'missing',
	'damaged',
	'unreachable',
	'cannot_run',
	'stopped',
	'not_loaded'
] as const;
export type UnavailableCode = (typeof UNAVAILABLE_CODES)[number];

/** State of the model, as shown by `/api/health` and the practice screen. */
export type ModelState =
	| { readonly state: 'idle' }
	| {
			readonly state: 'loading';
			readonly loaded_bytes: number;
			readonly total_bytes: number;
			/** True while files that arrived damaged are fetched once more. */
			readonly again?: boolean;
	  }
	| { readonly state: 'ready'; readonly model: string; readonly threads: number }
	| {
			readonly state: 'unavailable';
			readonly reason: string;
			readonly code?: UnavailableCode;
	  };

/**
 * The port through which the API reaches the model, wherever it runs: a worker of this page, of
 * the page that asked the service worker, or plain Node in tests.
 */
export interface Embedder {
	/** Embeds a rubric's texts in the background, so that the answer alone is left to measure. */
	prepare(rubric: RubricTexts): void;
	/** Measures an answer against a rubric; one forward pass when the rubric is prepared. */
	measure(rubric: RubricTexts, answer: string, signal?: AbortSignal): Promise<Measurement>;
	/** Present state of the model; never waits for it. */
	state(): Promise<ModelState>;
}
