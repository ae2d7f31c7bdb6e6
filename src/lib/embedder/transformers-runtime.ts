import {
	BertModel,
	BertTokenizer,
	env,
	PretrainedConfig,
	Tensor,
	type PreTrainedModel
} from '@xenova/transformers';
import { MODEL_FILES } from './model';
import type { ModelBytes } from './model-files';
import type { ModelRuntime } from './runtime';

/** How the model's runtime is brought up. */
export interface RuntimeOptions {
	/** Addresses of the WebAssembly runtime; both are needed, or two threads hang for ever. */
	readonly wasmPaths: { readonly mjs: string; readonly wasm: string };
	/** At least 1; above 1 only where the page is cross-origin isolated. */
	readonly threads: number;
}

// The published model's own settings; they travel with the code because the two files that the
// weights come with (config.json, tokenizer_config.json) say nothing else.
const CONFIG = {
	model_type: 'bert',
	architectures: ['BertModel'],
	hidden_size: 384,
	num_hidden_layers: 6,
	num_attention_heads: 12,
	intermediate_size: 1536,
	vocab_size: 30522,
	max_position_embeddings: 512,
	hidden_act: 'gelu',
	type_vocab_size: 2,
	pad_token_id: 0
};
const TOKENIZER_CONFIG = {
	tokenizer_class: 'BertTokenizer',
	do_lower_case: true,
	model_max_length: 256,
	unk_token: '[UNK]',
	sep_token: '[SEP]',
	pad_token: '[PAD]',
	cls_token: '[CLS]',
	mask_token: '[MASK]'
};

/**
 * Starts the model from bytes that have been checked. The library itself is kept off the network:
 * it finds the model in a cache of one entry, and its `fetch` refuses.
 *
 * @throws whatever the runtime throws where it cannot start, such as RangeError without memory
 */
export async function loadTransformersRuntime(
	files: ModelBytes,
	options: RuntimeOptions
): Promise<ModelRuntime> {
	const tokenizer = new BertTokenizer(
		JSON.parse(new TextDecoder().decode(files.tokenizer)),
		TOKENIZER_CONFIG
	);
	const model = await loadModel(files.model, options);

	return {
		model: MODEL_FILES.id,
		threads: options.threads,
		special: { cls: 101, sep: 102, unknown: 100 },
		tokenize: (text) => tokenizer.encode(text, { add_special_tokens: false }),
		forward,
		dispose: async () => {
			await model.dispose();
		}
	};

	async function forward(ids: readonly number[]): Promise<Float32Array> {
		const inputs = {
			input_ids: row(ids, (id) => BigInt(id)),
			attention_mask: row(ids, () => 1n),
			token_type_ids: row(ids, () => 0n)
		};
		return hiddenStates(await model._call(inputs));
	}
}

function hiddenStates(outputs: unknown): Float32Array {
	if (typeof outputs === 'object' && outputs !== null && 'last_hidden_state' in outputs) {
		const { last_hidden_state: tensor } = outputs;
		if (tensor instanceof Tensor && tensor.data instanceof Float32Array) return tensor.data;
	}
	throw new TypeError('The model gave no hidden states');
}

async function loadModel(
	bytes: Uint8Array<ArrayBuffer>,
	options: RuntimeOptions
): Promise<PreTrainedModel> {
	configure(options);
	env.customCache = {
		match: (key: string) =>
			Promise.resolve(key.endsWith(MODEL_FILES.model.path) ? new Response(bytes) : undefined),
		put: () => Promise.resolve()
	};
	try {
		return await BertModel.from_pretrained(MODEL_FILES.id, {
			config: new PretrainedConfig(CONFIG),
			dtype: 'q8',
			local_files_only: true,
			session_options: { executionProviders: ['wasm'] }
		});
	} finally {
		// 23 MB that the runtime has copied by now.
		env.customCache = null;
	}
}

function configure({ wasmPaths, threads }: RuntimeOptions): void {
	env.allowRemoteModels = false;
	env.allowLocalModels = true;
	env.useBrowserCache = false;
	env.useFSCache = false;
	env.useCustomCache = true;
	// The runtime's own cache imports the script from a blob: address, which our policy forbids.
	env.useWasmCache = false;
	env.fetch = () => Promise.reject(new Error('The model library fetches nothing by itself'));
	const wasm = env.backends.onnx.wasm;
	if (wasm === undefined) throw new Error('The model library came without its WebAssembly runtime');
	wasm.wasmPaths = { ...wasmPaths };
	wasm.numThreads = threads;
}

function row(ids: readonly number[], value: (id: number) => bigint): Tensor {
	return new Tensor('int64', BigInt64Array.from(ids, value), [1, ids.length]);
}
