import type { ConceptAim, TopicAim } from '$lib/domain/readiness/types';

/** A concept of which nothing is known, unless said otherwise. */
export function concept(name: string, parts: Partial<ConceptAim> = {}): ConceptAim {
	return {
		concept: name,
		title: name,
		mastery: 0,
		attempts: 0,
		correct: 0,
		stagnation: 0,
		lastDay: null,
		memory: null,
		...parts
	};
}

/** A topic practised a little, three minutes a question. */
export function topic(name: string, parts: Partial<TopicAim> = {}): TopicAim {
	return {
		topic: name,
		title: name,
		available: true,
		mastery: 0.5,
		low: 0.4,
		high: 0.6,
		attempts: 8,
		secondsPerQuestion: 180,
		concepts: [],
		...parts
	};
}
