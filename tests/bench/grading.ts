/**
 * Measures the product's own grading against human grades.
 *
 * `npm run -s bench:grading -- FILE...` prints one JSON line per file; `--rows` one per answer.
 * `.jsonl(.gz)` files hold graded answers, `.tsv` files opposites (with a column `is_opposite`: pairs
 * with the finding wanted); a folder such as
 * `tests/fixtures/rubric-set` holds answers of many kinds to the packs' own questions, of which
 * METTLE_WORST=10 prints the ten worst of each kind to stderr; `tests/fixtures/guards` measures every
 * guard. `full_marks` says how often a guard caps an answer that people gave full marks.
 */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Grade } from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';
import type { Embedder } from '$lib/embedder/embedder';
import { createNodeEmbedder, hasModel } from '../support/node-embedder';
import { agreementOf } from './agreement';
import { errorsOf, intervalsOf } from './errors';
import { readOpposites, readRows, rubricOfRow, type GradedRow } from './graded-rows';
import { figuresOf, measureGuards } from './guards';
import { hasWantedFindings, measureGolden, saysOpposite, share } from './opposite-figures';
import { measureRubricSet } from './rubric-set';

const PASS = 0.6;

async function main(args: readonly string[]): Promise<void> {
	const asRows = args.includes('--rows');
	const files = args.filter((arg) => !arg.startsWith('--'));
	if (files.length === 0) {
		console.error('Name at least one file: npm run -s bench:grading -- FILE...');
		process.exitCode = 2;
		return;
	}
	const golden = files.filter(hasWantedFindings);
	for (const file of golden) print({ file: basename(file), ...measureGolden(file) });
	const others = files.filter((file) => !golden.includes(file));
	if (others.length === 0) return;
	if (!hasModel) {
		console.log(JSON.stringify({ measured: false, reason: 'not measured: no model' }));
		return;
	}
	for (const file of others) {
		const embedder = await createNodeEmbedder();
		if (isFolder(file)) print(await measureFolder(file, embedder));
		else if (file.endsWith('.tsv')) print(await measureOpposites(file, embedder));
		else if (asRows) await printRows(file, embedder);
		else print(await measureFile(file, embedder));
	}
}

async function measureFile(file: string, embedder: Embedder) {
	const rows = readRows(file);
	const graded: { row: GradedRow; grade: Grade }[] = [];
	for (const row of rows)
		graded.push({ row, grade: await grade(embedder, rubricOfRow(row), row.answer) });
	const shown = graded.map(({ row, grade }) => ({
		question_id: row.question_id,
		human: row.score,
		machine: grade.score,
		low: grade.score_low,
		high: grade.score_high,
		length: row.answer.length
	}));
	const figures = (pick: (grade: Grade) => number | null) =>
		agreementOf(
			graded.map(({ row, grade }) => ({
				question_id: row.question_id,
				human: row.score,
				machine: pick(grade) ?? 0
			}))
		);
	return {
		file: basename(file),
		rows: rows.length,
		questions: new Set(rows.map((row) => row.question_id)).size,
		cosine: figures((grade) => grade.cosine),
		alignment: figures((grade) => grade.alignment),
		semantic: figures((grade) => grade.semantic_similarity),
		score: figures((grade) => grade.score),
		score_intervals: intervalsOf(shown),
		errors: errorsOf(shown),
		full_marks: figuresOf(graded.filter(({ row }) => row.score === 1).map(({ grade }) => grade)),
		full_marks_called_opposite: share(
			rows.filter((row) => row.score === 1),
			(row) => saysOpposite(rubricOfRow(row), row.answer)
		)
	};
}

async function printRows(file: string, embedder: Embedder): Promise<void> {
	for (const row of readRows(file)) {
		const { cosine, alignment, semantic_similarity, keyword_coverage, ...rest } = await grade(
			embedder,
			rubricOfRow(row),
			row.answer
		);
		const { score, score_low, score_high, flags, points } = rest;
		print({
			question_id: row.question_id,
			cosine,
			alignment,
			semantic_similarity,
			keyword_coverage,
			score,
			score_low,
			score_high,
			flags,
			points
		});
	}
}

function isFolder(file: string): boolean {
	return statSync(file).isDirectory();
}

async function measureFolder(folder: string, embedder: Embedder) {
	if (basename(folder) === 'guards') return { file: 'guards', ...(await measureGuards(embedder)) };
	const figures = await measureRubricSet(
		folder,
		(rubric, answer) => grade(embedder, rubric, answer),
		Number(process.env.METTLE_WORST ?? 0)
	);
	return { file: basename(folder), ...figures };
}

async function measureOpposites(file: string, embedder: Embedder) {
	const rows = readOpposites(file);
	const scored: { paraphrase: number; opposite: number; innocentFlagged: boolean | null }[] = [];
	for (const { question, reference, paraphrase, opposite, innocent } of rows) {
		const rubric: Rubric = {
			prompt: question,
			expected: [reference],
			points: [],
			keywords: [],
			misconceptions: []
		};
		scored.push({
			paraphrase: (await grade(embedder, rubric, paraphrase)).score,
			opposite: (await grade(embedder, rubric, opposite)).score,
			innocentFlagged:
				innocent === null ? null : (await grade(embedder, rubric, innocent)).flags.length > 0
		});
	}
	return {
		file: basename(file),
		rows: rows.length,
		paraphrases_pass: share(scored, (row) => row.paraphrase >= PASS),
		opposites_pass: share(scored, (row) => row.opposite >= PASS),
		innocent_flagged: share(scored, (row) => row.innocentFlagged === true),
		paraphrase_above_opposite: share(scored, (row) => row.paraphrase > row.opposite)
	};
}

async function grade(embedder: Embedder, rubric: Rubric, answer: string): Promise<Grade> {
	const measured = await embedder.measure(rubric, answer);
	if (measured.kind !== 'evidence') throw new Error(`could not measure: ${measured.kind}`);
	return gradeAnswer(measured.evidence, rubric, answer);
}

function print(value: unknown): void {
	console.log(JSON.stringify(value));
}

await main(process.argv.slice(2));
