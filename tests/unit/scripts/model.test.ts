import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	modelFiles,
	modelFolder,
	placeModel,
	readModelFile,
	reasonToRefuse,
	tokenizer,
	weights
} from '../../../scripts/model-files.mjs';
import { bringModel } from '../../../scripts/model.mjs';
import { describeWithModel } from '../../support/real-model';

/** A small stand-in for a published file: the checks do not depend on what is in it. */
function published(name: string, text: string) {
	const bytes = Buffer.from(text);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	return { bytes, file: { name, bytes: bytes.length, sha256 } };
}

const { bytes, file } = published('onnx/model.onnx', 'the weights of a model');

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'mettle-test-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

describe('reasonToRefuse', () => {
	test('accepts the published bytes and nothing else', () => {
		expect(reasonToRefuse(bytes, file)).toBeUndefined();
	});

	test('names both lengths of a file that is cut short', () => {
		expect(reasonToRefuse(bytes.subarray(0, 10), file)).toBe(
			'onnx/model.onnx is cut short: 10 of 22 bytes'
		);
	});

	test('names both lengths of a file that is too long', () => {
		expect(reasonToRefuse(Buffer.concat([bytes, bytes]), file)).toBe(
			'onnx/model.onnx is another file, too long: 44 of 22 bytes'
		);
	});

	test('names both sums of a file with one bit flipped', () => {
		const flipped = Buffer.from(bytes);
		flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3);

		const reason = reasonToRefuse(flipped, file);

		expect(reason).toContain('has the right length but other contents');
		expect(reason).toContain(file.sha256);
	});
});

describe('readModelFile', () => {
	test('says that a file is missing', () => {
		expect(() => readModelFile(path.join(folder, 'none.onnx'), file)).toThrow(
			'onnx/model.onnx is missing'
		);
	});

	test('takes a folder of that name for a missing file', () => {
		expect(() => readModelFile(folder, file)).toThrow('onnx/model.onnx is missing');
	});
});

describe('placeModel', () => {
	test('leaves no half-written file behind', () => {
		placeModel(new Map([[file, bytes]]), folder);

		expect(readFileSync(path.join(folder, 'onnx/model.onnx'))).toEqual(bytes);
		expect(readdirSync(folder).sort()).toEqual(['config.json', 'onnx', 'tokenizer_config.json']);
		expect(readdirSync(path.join(folder, 'onnx'))).toEqual(['model.onnx']);
	});

	test('describes a model that reads 256 word pieces in lower case', () => {
		placeModel(new Map(), folder);

		const text = readFileSync(path.join(folder, 'tokenizer_config.json'), 'utf8');
		expect(JSON.parse(text)).toMatchObject({ model_max_length: 256, do_lower_case: true });
	});
});

describe('bringModel', () => {
	const nothing = { given: undefined, sources: [], say: () => undefined };

	test('says that no source had the model, and places nothing', async () => {
		expect(await bringModel({ ...nothing, folder: path.join(folder, 'model') })).toBe(false);
		expect(existsSync(path.join(folder, 'model'))).toBe(false);
	});

	test('asks the next source when one fails, and tells why it failed', async () => {
		const lines: string[] = [];
		const source = (name: string, why: string) => ({
			name,
			read: () => Promise.reject(new Error(why))
		});

		const isThere = await bringModel({
			folder,
			given: undefined,
			sources: [source('one', 'closed'), source('two', 'no such program')],
			say: (line) => lines.push(line)
		});

		expect(isThere).toBe(false);
		expect(lines).toEqual(['  not from one: closed', '  not from two: no such program']);
	});

	test('refuses what a source sends in place of the weights', async () => {
		const lines: string[] = [];
		const page = Buffer.from('<!doctype html>');

		await bringModel({
			folder,
			given: undefined,
			sources: [{ name: 'a sign-in page', read: () => new Map([[weights, page]]) }],
			say: (line) => lines.push(line)
		});

		expect(lines).toEqual([
			'  not from a sign-in page: onnx/model_quantized.onnx is cut short: 15 of 22972370 bytes'
		]);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('tells why METTLE_MODEL_DIR is refused', async () => {
		const lines: string[] = [];
		writeFileSync(path.join(folder, 'model_quantized.onnx'), 'half');

		await bringModel({
			...nothing,
			folder: path.join(folder, 'model'),
			given: folder,
			say: (line) => lines.push(line)
		});

		expect(lines).toEqual([
			`  not from METTLE_MODEL_DIR (${folder}): ` +
				'onnx/model_quantized.onnx is cut short: 4 of 22972370 bytes'
		]);
	});
});

describeWithModel('bringModel with the published files', () => {
	function copyPublished(into: string) {
		for (const { name } of modelFiles) {
			mkdirSync(path.dirname(path.join(into, name)), { recursive: true });
			copyFileSync(path.join(modelFolder, name), path.join(into, name));
		}
	}

	test('takes them from METTLE_MODEL_DIR, byte for byte', async () => {
		const target = path.join(folder, 'model');

		const isThere = await bringModel({
			folder: target,
			given: modelFolder,
			sources: [],
			say: () => undefined
		});

		expect(isThere).toBe(true);
		expect(reasonToRefuse(readFileSync(path.join(target, weights.name)), weights)).toBeUndefined();
		expect(reasonToRefuse(readFileSync(path.join(target, tokenizer.name)), tokenizer)).toBe(
			undefined
		);
	});

	test('notices one flipped byte in the copy in place, and brings it anew', async () => {
		copyPublished(folder);
		const damaged = path.join(folder, weights.name);
		const contents = readFileSync(damaged);
		contents.writeUInt8(contents.readUInt8(11_000_000) ^ 1, 11_000_000);
		writeFileSync(damaged, contents);
		const lines: string[] = [];
		const read = () =>
			new Map(modelFiles.map((one) => [one, readModelFile(path.join(modelFolder, one.name), one)]));

		const isThere = await bringModel({
			folder,
			given: undefined,
			sources: [{ name: 'the hub', read }],
			say: (line) => lines.push(line)
		});

		expect(isThere).toBe(true);
		expect(lines[0]).toContain('the copy in place is refused: onnx/model_quantized.onnx has the');
		expect(reasonToRefuse(readFileSync(damaged), weights)).toBeUndefined();
	});
});
