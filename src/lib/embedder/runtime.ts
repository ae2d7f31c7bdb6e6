/** Numbers in a vector of all-MiniLM-L6-v2. */
export const DIMENSIONS = 384;

/** Most word pieces one pass reads, without [CLS] and [SEP]: the model was trained up to 256. */
export const WINDOW_PIECES = 254;

/**
 * Tokenizer and model, ready to run. The encoder knows no more of them than this, so it runs over
 * the same code in the worker, in Node and in tests.
 */
export interface ModelRuntime {
	/** First 8 hex digits of the model file's SHA-256. */
	readonly model: string;
	/** Threads that a pass runs on. */
	readonly threads: number;
	/** Ids of the pieces with a meaning of their own. */
	readonly special: { readonly cls: number; readonly sep: number; readonly unknown: number };
	/** Ids of a text's word pieces, without [CLS] and [SEP]; nothing is cut or padded. */
	tokenize(text: string): readonly number[];
	/**
	 * One pass over one text, [CLS] and [SEP] included.
	 *
	 * @returns a row of 384 numbers per id, one after the other
	 */
	forward(ids: readonly number[]): Promise<Float32Array>;
	/** Gives the memory back; the runtime is of no use afterwards. */
	dispose(): Promise<void>;
}
