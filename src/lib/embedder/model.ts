/** A file of the model: nothing but these very bytes is accepted. */
export interface ModelFile {
	/** Path below the model's folder. */
	readonly path: string;
	/** Length in bytes. */
	readonly bytes: number;
	/** SHA-256 in hex. */
	readonly sha256: string;
}

/** The published int8 file of all-MiniLM-L6-v2 and its tokenizer. */
export const MODEL_FILES = {
	/** Names the folder and the cache: first 8 hex digits of the model's sum. */
	id: 'afdb6f1a',
	model: {
		path: 'onnx/model_quantized.onnx',
		bytes: 22_972_370,
		sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1'
	},
	tokenizer: {
		path: 'tokenizer.json',
		bytes: 711_661,
		sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0'
	}
} as const satisfies { id: string; model: ModelFile; tokenizer: ModelFile };

/** Cache Storage that keeps the files; the name holds the hash, so a new model gets a new one. */
export const MODEL_CACHE = `mettle-model-${MODEL_FILES.id}`;

/** Bytes of both files together, as unpacked. */
export const TOTAL_BYTES = MODEL_FILES.model.bytes + MODEL_FILES.tokenizer.bytes;
