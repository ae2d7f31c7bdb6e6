import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import { agreementOf, type Judged } from '../../../bench/agreement';
import { readRows, rubricOfRow } from '../../../bench/graded-rows';
import { createNodeEmbedder } from '../../../support/node-embedder';
import { describeWithModel } from '../../../support/real-model';

const folder = process.env['METTLE_GRADING_DIR'];
const file = folder === undefined ? null : join(folder, 'mohler-dev.jsonl.gz');
const isHere = file !== null && existsSync(file);
if (!isHere) console.log('not measured: no graded sets (METTLE_GRADING_DIR)');

describeWithModel('agreement with human grades', () => {
	test.skipIf(!isHere)(
		'mohler-dev: semantic r at least .64, r_q at least .69, unjust fails at most 6 %',
		async () => {
			const embedder = await createNodeEmbedder();
			const judged: Judged[] = [];
			for (const row of readRows(file ?? '')) {
				const rubric = rubricOfRow(row);
				const measured = await embedder.measure(rubric, row.answer);
				if (measured.kind !== 'evidence') throw new Error('not measured');
				const grade = gradeAnswer(measured.evidence, rubric, row.answer);
				judged.push({
					question_id: row.question_id,
					human: row.score,
					machine: grade.semantic_similarity ?? 0
				});
			}
			const agreement = agreementOf(judged);

			console.log(`mohler-dev, semantic: ${JSON.stringify(agreement)}`);
			expect(agreement.r).toBeGreaterThanOrEqual(0.64);
			expect(agreement.r_q).toBeGreaterThanOrEqual(0.69);
			expect(agreement.unjust_fails).toBeLessThanOrEqual(0.06);
		},
		180_000
	);
});
