/**
 * Writes the figures that the page "How grading works" shows, from a run of the bench:
 * `npm run -s bench:grading -- FILE... | npx tsx scripts/grading-figures.ts 2026-11-25`
 */
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { format } from 'prettier';
import { GRADER_VERSION } from '../src/lib/domain/grading/calibration';
import { figuresOf } from './bench-figures';

const FIGURES = new URL('../src/lib/ui/grading/figures.json', import.meta.url);

const [date] = process.argv.slice(2);
if (date === undefined) {
	console.error('Give the day of the run: npx tsx scripts/grading-figures.ts YYYY-MM-DD < run');
	process.exit(2);
}
const figures = figuresOf(await text(process.stdin), { date, grader: GRADER_VERSION });
await writeFile(
	FIGURES,
	await format(JSON.stringify(figures), { parser: 'json', useTabs: true, printWidth: 100 })
);
console.log(`${String(figures.sets.length)} sets, grader ${figures.grader}, ${figures.date}`);
