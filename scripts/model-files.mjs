import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './process.mjs';

/**
 * @typedef {object} ModelFile
 * @property {string} name where the app asks for it, below the model's folder
 * @property {number} bytes
 * @property {string} sha256
 */

/** @type {ModelFile} the published int8 weights of all-MiniLM-L6-v2 */
export const weights = {
	name: 'onnx/model_quantized.onnx',
	bytes: 22_972_370,
	sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1'
};

/** @type {ModelFile} */
export const tokenizer = {
	name: 'tokenizer.json',
	bytes: 711_661,
	sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0'
};

/** The files that are brought from elsewhere. */
export const modelFiles = [weights, tokenizer];

/** The app's copy. The folder's name begins the weights' sum, so another model is another address. */
export const modelFolder = path.join(root, 'static', 'models', weights.sha256.slice(0, 8));

/** What the library reads besides: our own description of the model, so nobody has to serve it. */
const descriptions = {
	'config.json': {
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
	},
	'tokenizer_config.json': {
		tokenizer_class: 'BertTokenizer',
		do_lower_case: true,
		model_max_length: 256,
		unk_token: '[UNK]',
		sep_token: '[SEP]',
		pad_token: '[PAD]',
		cls_token: '[CLS]',
		mask_token: '[MASK]'
	}
};

/**
 * @param {number} length in bytes
 * @param {ModelFile} expected
 */
function lengthToRefuse(length, expected) {
	const lengths = `${String(length)} of ${String(expected.bytes)} bytes`;
	if (length < expected.bytes) return `${expected.name} is cut short: ${lengths}`;
	if (length > expected.bytes) return `${expected.name} is another file, too long: ${lengths}`;
	return undefined;
}

/**
 * Why these bytes are not the file, in words for a person.
 *
 * @param {Uint8Array} bytes
 * @param {ModelFile} expected
 * @returns {string | undefined} undefined when they are the file, byte for byte
 */
export function reasonToRefuse(bytes, expected) {
	const length = lengthToRefuse(bytes.length, expected);
	if (length !== undefined) return length;
	const sum = createHash('sha256').update(bytes).digest('hex');
	if (sum === expected.sha256) return undefined;
	return (
		`${expected.name} has the right length but other contents: ` +
		`SHA-256 is ${sum}, not ${expected.sha256}`
	);
}

/**
 * Reads a file only if it is the expected one. Its length is looked at first, so a huge stranger
 * is never read.
 *
 * @param {string} file
 * @param {ModelFile} expected
 * @returns {Buffer}
 * @throws {Error} that says why it is refused
 */
export function readModelFile(file, expected) {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats?.isFile() !== true) throw new Error(`${expected.name} is missing`);
	const length = lengthToRefuse(stats.size, expected);
	if (length !== undefined) throw new Error(length);
	const bytes = readFileSync(file);
	const reason = reasonToRefuse(bytes, expected);
	if (reason !== undefined) throw new Error(reason);
	return bytes;
}

/**
 * @param {string} file
 * @param {string | Uint8Array} contents
 */
function writeWhole(file, contents) {
	mkdirSync(path.dirname(file), { recursive: true });
	const unfinished = `${file}.${String(process.pid)}.part`;
	try {
		writeFileSync(unfinished, contents);
		renameSync(unfinished, file);
	} finally {
		rmSync(unfinished, { force: true });
	}
}

/**
 * Puts checked files in place. Each appears whole or not at all, however the program ends.
 *
 * @param {ReadonlyMap<ModelFile, Uint8Array>} files
 * @param {string} [folder]
 */
export function placeModel(files, folder = modelFolder) {
	for (const [file, bytes] of files) writeWhole(path.join(folder, file.name), bytes);
	placeDescriptions(folder);
}

/** @param {string} [folder] */
export function placeDescriptions(folder = modelFolder) {
	for (const [name, contents] of Object.entries(descriptions)) {
		const text = `${JSON.stringify(contents)}\n`;
		const file = path.join(folder, name);
		if (statSync(file, { throwIfNoEntry: false })?.size === text.length) {
			if (readFileSync(file, 'utf8') === text) continue;
		}
		writeWhole(file, text);
	}
}
