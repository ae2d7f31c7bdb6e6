import type { Mark, MarkKind } from '$lib/contract/marks';
import { m } from '$lib/paraglide/messages';

/** The kinds of marks in the order in which they are listed. */
export const MARK_KIND_NAMES: readonly { readonly kind: MarkKind; readonly title: () => string }[] =
	[
		{ kind: 'bookmarked', title: m.marks_kind_bookmarked },
		{ kind: 'flagged', title: m.marks_kind_flagged },
		{ kind: 'annotated', title: m.marks_kind_annotated },
		{ kind: 'hidden', title: m.marks_kind_hidden }
	];

/** What the button says that takes a mark off. */
export const TAKE_OFF: Readonly<Record<MarkKind, () => string>> = {
	bookmarked: m.marks_take_off_bookmarked,
	hidden: m.marks_take_off_hidden,
	flagged: m.marks_take_off_flagged,
	annotated: m.marks_take_off_annotated
};

/** What is said when a mark has been taken off. */
export const TAKEN_OFF: Readonly<Record<MarkKind, () => string>> = {
	bookmarked: m.marks_off_bookmarked,
	hidden: m.marks_off_hidden,
	flagged: m.marks_off_flagged,
	annotated: m.marks_off_annotated
};

/** The button that puts back what was taken off. */
export const UNDO_ID = 'marks-undo';

/** The button that takes one kind of mark off a question. */
export function takeOffId(mark: Mark, kind: MarkKind): string {
	return `mark-${kind}-${mark.question_id}`;
}
