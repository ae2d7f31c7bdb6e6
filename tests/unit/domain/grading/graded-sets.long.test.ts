import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Embedder } from '$lib/embedder/embedder';
import { agreementOf } from '../../../bench/agreement';
import { errorsOf, type Shown } from '../../../bench/errors';
import { readOpposites, readRows, rubricOfRow } from '../../../bench/graded-rows';
import { createNodeEmbedder } from '../../../support/node-embedder';
import { describeWithModel } from '../../../support/real-model';

const folder = process.env['METTLE_GRADING_DIR'];
const isHere = folder !== undefined && existsSync(join(folder, 'mohler-dev.jsonl.gz'));
if (!isHere) console.log('not measured: no graded sets (METTLE_GRADING_DIR)');

/** How far a figure may fall before it counts as a fall. */
const TOLERANCE = 0.005;

describeWithModel('agreement with human grades', () => {
	let embedder: Embedder;

	beforeAll(async () => {
		embedder = await createNodeEmbedder();
	});

	test.skipIf(!isHere)(
		'mohler-dev: agreement, errors and band',
		async () => {
			const { score, semantic, errors } = await measure('mohler-dev');

			expect(semantic.r).toBeGreaterThanOrEqual(0.679 - TOLERANCE);
			expect(semantic.r_q).toBeGreaterThanOrEqual(0.708 - TOLERANCE);
			expect(score.r).toBeGreaterThanOrEqual(0.673 - TOLERANCE);
			expect(score.r_q).toBeGreaterThanOrEqual(0.707 - TOLERANCE);
			expect(score.rmse).toBeLessThanOrEqual(0.24);
			expect(score.unjust_fails).toBeLessThanOrEqual(0.06);
			expect(score.unjust_passes).toBeLessThanOrEqual(0.08);
			for (const error of [...Object.values(errors.by_human), ...errors.by_length_quartile])
				expect(Math.abs(error ?? 0)).toBeLessThanOrEqual(0.15 + TOLERANCE);
			expect(errors.band_holds).toBeGreaterThanOrEqual(0.8);
			expect(errors.band_width).toBeLessThanOrEqual(0.45 + TOLERANCE);
		},
		300_000
	);

	test.skipIf(!isHere).each([
		['saf', 0.496],
		['beetle', 0.538],
		['scientsbank', 0.563]
	])(
		'%s: score r_q about %s',
		async (set, reached) => {
			const { score } = await measure(set);

			expect(score.r_q).toBeGreaterThanOrEqual(reached - TOLERANCE);
		},
		900_000
	);

	test.skipIf(!isHere)(
		'at most 30 % of correct paraphrases of one sentence stay below .6',
		async () => {
			const rows = readOpposites(join(folder ?? '', 'opposites/dev.tsv'));
			let below = 0;
			for (const { question, reference, paraphrase } of rows) {
				const rubric = {
					prompt: question,
					expected: [reference],
					points: [],
					keywords: [],
					misconceptions: []
				};
				const measured = await embedder.measure(rubric, paraphrase);
				if (measured.kind !== 'evidence') throw new Error('not measured');
				if (gradeAnswer(measured.evidence, rubric, paraphrase).score < 0.6) below++;
			}

			expect(below / rows.length).toBeLessThanOrEqual(0.3);
		}
	);

	async function measure(set: string) {
		const shown: Shown[] = [];
		const semantic: Shown[] = [];
		for (const row of readRows(join(folder ?? '', `${set}.jsonl.gz`))) {
			const rubric = rubricOfRow(row);
			const measured = await embedder.measure(rubric, row.answer);
			if (measured.kind !== 'evidence') throw new Error('not measured');
			const grade = gradeAnswer(measured.evidence, rubric, row.answer);
			const item = {
				question_id: row.question_id,
				human: row.score,
				machine: grade.score,
				low: grade.score_low,
				high: grade.score_high,
				length: row.answer.length
			};
			shown.push(item);
			semantic.push({ ...item, machine: grade.semantic_similarity ?? 0 });
		}
		const figures = {
			score: agreementOf(shown),
			semantic: agreementOf(semantic),
			errors: errorsOf(shown)
		};
		console.log(`${set}: ${JSON.stringify(figures)}`);
		return figures;
	}
});
