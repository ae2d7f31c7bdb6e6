import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	modelFiles,
	modelFolder,
	placeDescriptions,
	placeModel,
	readModelFile,
	reasonToRefuse
} from './model-files.mjs';
import { distantSources, isMissing, readModelFolder } from './model-sources.mjs';
import { withProgress } from './progress.mjs';

/**
 * @typedef {import('./model-files.mjs').ModelFile} ModelFile
 * @typedef {import('./model-sources.mjs').Source} Source
 */

/**
 * @param {ReadonlyMap<ModelFile, Uint8Array>} files
 * @throws {Error} when one of them is not the published file
 */
function check(files) {
	for (const [file, bytes] of files) {
		const reason = reasonToRefuse(bytes, file);
		if (reason !== undefined) throw new Error(reason);
	}
}

/**
 * Brings the model into place from the first source that has it. Nothing but the published files
 * is accepted, and a refused source changes nothing.
 *
 * @param {object} [options]
 * @param {string} [options.folder] where the app looks for the model
 * @param {string | undefined} [options.given] a folder that holds the files already
 * @param {readonly Source[]} [options.sources] asked in turn when the files are not here
 * @param {(line: string) => void} [options.say]
 * @returns {Promise<boolean>} whether the model is in place
 */
export async function bringModel({
	folder = modelFolder,
	given = process.env['METTLE_MODEL_DIR'],
	sources = distantSources,
	say = console.log
} = {}) {
	/** @param {Source} source */
	const tryFrom = async ({ name, read }) => {
		try {
			const files = await read();
			check(files);
			placeModel(files, folder);
			say(`  model taken from ${name}, both checksums agree`);
			return true;
		} catch (error) {
			say(`  not from ${name}: ${describe(error)}`);
			return false;
		}
	};
	if (given !== undefined && given !== '') {
		const name = `METTLE_MODEL_DIR (${given})`;
		if (await tryFrom({ name, read: () => readModelFolder(given) })) return true;
	}
	try {
		for (const file of modelFiles) readModelFile(path.join(folder, file.name), file);
		placeDescriptions(folder);
		return true;
	} catch (error) {
		if (!isMissing(error)) say(`  the copy in place is refused: ${describe(error)}`);
	}
	for (const source of sources) if (await tryFrom(source)) return true;
	return false;
}

/** @param {unknown} error */
function describe(error) {
	if (!(error instanceof Error)) return String(error);
	// fetch wraps the reason that matters.
	return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

/** What stands on the screen when no source had the model; the app goes on without it. */
export const withoutModel =
	'  The model could not be brought. Everything else works; answers are graded by keywords alone\n' +
	'  and marked so. To add it later, start again with a network, or set METTLE_MODEL_DIR to a\n' +
	'  folder that holds model_quantized.onnx and tokenizer.json of all-MiniLM-L6-v2.';

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const isThere = await withProgress('Bringing the model', () => bringModel());
	if (!isThere) console.log(withoutModel);
	process.exitCode = isThere ? 0 : 1;
}
