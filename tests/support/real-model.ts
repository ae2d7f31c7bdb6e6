import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';
import { modelFiles, modelFolder } from '../../scripts/model-files.mjs';

/** Whether the model lies where the set-up puts it. */
export const hasModel = modelFiles.every((file) => existsSync(path.join(modelFolder, file.name)));

/**
 * A group of tests that measure with the real model. Where it could not be brought they are
 * skipped, and a line says so: silence would pass for success.
 */
export function describeWithModel(title: string, tests: () => void): void {
	if (!hasModel) console.log(`not measured: no model (${title})`);
	describe.skipIf(!hasModel)(title, tests);
}
