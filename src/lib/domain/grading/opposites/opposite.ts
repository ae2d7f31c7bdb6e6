import type { Span } from '../../types';

/** What turns the meaning round. */
export type OppositeKind =
	| 'negation'
	| 'antonym'
	| 'sibling'
	| 'number'
	| 'quantity'
	| 'degree'
	| 'relation'
	| 'crossed'
	| 'exchanged'
	| 'swap'
	| 'order';

/** A statement of the answer that says the opposite of one of a reference. */
export interface Opposite {
	readonly kind: OppositeKind;
	readonly reference: {
		/** Which of the references, from 0. */
		readonly index: number;
		/** Where the statement stands in it. */
		readonly span: Span;
		readonly text: string;
	};
	readonly answer: {
		readonly span: Span;
		readonly text: string;
	};
	/** How well the two statements match otherwise, 0–1. */
	readonly score: number;
}
