import type { GradedAnswer, MasteryState } from './types';
import { emptyMastery, foldAnswer, foldLevelLock, foldSessionStarted, foldSkipped } from './update';

/** Place of an entry in time: entries fold by instant, then by ULID. */
interface FoldPosition {
	readonly at_ms: number;
	readonly id: string;
}

/** A graded answer, placed where it was given, whenever it was graded. */
export type AnswerEntry = {
	readonly kind: 'answer';
	/** What was answered, as its pack names it. */
	readonly question_id: string;
} & Omit<GradedAnswer, 'first_in_session'>;

/** Everything that can move a topic's state. */
export type MasteryEntry =
	| AnswerEntry
	| (FoldPosition & { readonly kind: 'skipped' })
	| (FoldPosition & {
			/** Any session of the profile; only one on a single other topic makes a difference. */
			readonly kind: 'session_started';
			readonly topic: string;
			readonly mixed: boolean;
	  })
	| (FoldPosition & { readonly kind: 'level_locked'; readonly locked: boolean })
	| (FoldPosition & { readonly kind: 'reset' });

/**
 * The state of a topic from all its entries, in whatever order they are handed over: they are
 * sorted by (at_ms, id), and an entry that comes twice counts once. A reset starts from nothing:
 * level, streaks and the lock go too, and a session under way counts anew with its next answer.
 *
 * @param entries of this topic (one per answer, with the grade that counts now), and the starts of
 * sessions of the profile
 */
export function replayTopic(topic: string, entries: readonly MasteryEntry[]): MasteryState {
	let state = emptyMastery(topic);
	let counted = new Set<string>();

	for (const entry of inFoldOrder(entries)) {
		if (entry.kind === 'reset') counted = new Set();

		state = foldEntry(state, entry, (session) => !counted.has(session));
		if (entry.kind === 'answer') counted.add(entry.session);
	}

	return state;
}

/** Entries sorted by (at_ms, id), each once: the order of every fold over them. */
export function inFoldOrder(entries: readonly MasteryEntry[]): MasteryEntry[] {
	const sorted = [...entries].sort(comparePositions);
	return sorted.filter((entry, index) => {
		const previous = sorted[index - 1];
		return previous === undefined || comparePositions(previous, entry) !== 0;
	});
}

/**
 * True where folding the entry onto the state gives what a replay would. False for one that
 * belongs before something already folded (graded late, imported), one folded before (graded
 * anew), and an answer in a session older than the latest counted, of which the state cannot tell
 * whether it was counted: then the topic must be replayed.
 */
export function canAppend(state: MasteryState, entry: MasteryEntry): boolean {
	if (isNeutral(state, entry)) return true;
	if (state.folded_through !== null && comparePositions(entry, state.folded_through) <= 0) {
		return false;
	}

	return (
		entry.kind !== 'answer' ||
		state.latest_session === null ||
		entry.session >= state.latest_session
	);
}

/**
 * The state after one more entry, in constant time for the length of the history.
 *
 * @throws RangeError for an entry that `canAppend` refuses
 */
export function appendEntry(state: MasteryState, entry: MasteryEntry): MasteryState {
	if (!canAppend(state, entry)) throw new RangeError(`entry ${entry.id} needs a replay`);
	return foldEntry(state, entry, (session) => session !== state.latest_session);
}

function foldEntry(
	state: MasteryState,
	entry: MasteryEntry,
	isFirstOf: (session: string) => boolean
): MasteryState {
	if (isNeutral(state, entry)) return state;
	const folded = foldKind(state, entry, isFirstOf);
	return { ...folded, folded_through: { at_ms: entry.at_ms, id: entry.id } };
}

function foldKind(
	state: MasteryState,
	entry: MasteryEntry,
	isFirstOf: (session: string) => boolean
): MasteryState {
	switch (entry.kind) {
		case 'answer':
			return foldAnswer(state, { ...entry, first_in_session: isFirstOf(entry.session) });
		case 'skipped':
			return foldSkipped(state);
		case 'session_started':
			return foldSessionStarted(state, entry);
		case 'level_locked':
			return foldLevelLock(state, entry.locked);
		case 'reset':
			return emptyMastery(state.topic);
	}
}

/** Makes no difference wherever it stands, so it is not remembered either. */
function isNeutral(state: MasteryState, entry: MasteryEntry): boolean {
	return entry.kind === 'session_started' && (entry.mixed || entry.topic === state.topic);
}

/** By code units, not by locale: the same everywhere. */
function comparePositions(a: FoldPosition, b: FoldPosition): number {
	if (a.at_ms !== b.at_ms) return a.at_ms - b.at_ms;
	return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
