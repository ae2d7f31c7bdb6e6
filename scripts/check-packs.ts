/** Validates every question pack and says, per defect, which file, field and fix. */
import { readContent } from './read-content';

const packs = await readContent();
const problems = packs.flatMap((pack) => (pack.ok ? [] : pack.problems));

for (const { file, field, message } of problems)
	console.error(`src/content/${file}${field === '' ? '' : ` · ${field}`}: ${message}`);
for (const pack of packs)
	if (pack.ok)
		console.log(`${pack.value.topic}: ${String(pack.value.questions.length)} questions, all valid`);
if (problems.length > 0) {
	console.error(`${String(problems.length)} problems; nothing was built.`);
	process.exitCode = 1;
}
