import type { Confidence } from '$lib/domain/mastery/confidence';
import { m } from '$lib/paraglide/messages';

/** How sure somebody was, in a word. */
export function confidenceName(confidence: Confidence): string {
	return {
		guess: m.confidence_guess,
		unsure: m.confidence_unsure,
		sure: m.confidence_sure
	}[confidence]();
}
