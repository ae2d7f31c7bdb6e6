import type { ConceptEntry, Item } from './choice-index';
import { wasMissed, wasMissedBefore } from './question-order';
import { daysSince } from './standing';
import type { ChoiceReason } from './types';

/** What a concept may be given a slot for. */
export type SlotReason = Extract<
	ChoiceReason['kind'],
	'new' | 'stagnating' | 'weak' | 'fading' | 'uncertain' | 'maintenance'
>;

/**
 * Why a question was asked again: missed in this session, or in one before, perhaps surely.
 *
 * @throws RangeError for a question that was not missed
 */
export function missedReason(item: Item, entry = weakestOf(item)): ChoiceReason {
	const { topic, concept } = entry;
	const { seen } = item;
	if (item.missedAt !== null) return { topic, concept, kind: 'missed_today' };
	if (seen?.sure_miss === true)
		return { topic, concept, kind: 'sure_miss', last_score: seen.last_score };
	if (wasMissed(seen))
		return { topic, concept, kind: 'missed_before', last_score: seen.last_score };
	throw new RangeError(`question ${item.question.id} was not missed`);
}

/** Why a question was asked whose own review is due. */
export function dueReason(item: Item, nowMs: number): ChoiceReason {
	const { topic, concept } = weakestOf(item);
	return { topic, concept, kind: 'due', days: daysSince(item.seen?.due_ms ?? nowMs, nowMs) };
}

/** Why a concept was given a slot, and this question of it. */
export function conceptReason(
	item: Item,
	entry: ConceptEntry,
	kind: SlotReason,
	nowMs: number
): ChoiceReason {
	if (item.missedAt !== null || wasMissedBefore(item, nowMs)) return missedReason(item, entry);

	const { topic, concept, view } = entry;
	if (kind === 'new' || view === undefined) return { topic, concept, kind: 'new' };
	const { mastery, attempts, stagnation_count } = view;
	switch (kind) {
		case 'stagnating':
			return { topic, concept, kind, mastery, stagnation_count };
		case 'weak':
		case 'uncertain':
			return { topic, concept, kind, mastery, attempts };
		case 'fading':
			return { topic, concept, kind, mastery, days: daysSince(view.due_ms ?? nowMs, nowMs) };
		case 'maintenance':
			return { topic, concept, kind, mastery, days: daysSince(entry.lastSeenMs, nowMs) };
	}
}

/** The concept of a question that is known least; the first of equals. */
function weakestOf({ concepts, question }: Item): ConceptEntry {
	const [first, ...others] = concepts;
	if (first === undefined) throw new RangeError(`question ${question.id} has no concept`);
	return others.reduce(
		(weakest, entry) => (masteryOf(entry) < masteryOf(weakest) ? entry : weakest),
		first
	);
}

function masteryOf({ view }: ConceptEntry): number {
	return view?.mastery ?? 0;
}
