import { findKeywords } from '$lib/domain/grading/keyword-coverage';
import type { Pack } from './pack-schema';
import {
	parseQuestion,
	parseTopic,
	type PackProblem,
	type Parsed,
	type QuestionFile
} from './parse-markdown';

/**
 * Joins the files of one topic's folder into a pack.
 *
 * @param files name → content of every `.md` file of the folder
 * @returns the pack, or every problem found in any file
 */
export function assemblePack(folder: string, files: ReadonlyMap<string, string>): Parsed<Pack> {
	const topicSource = files.get('_topic.md');
	if (topicSource === undefined)
		return {
			ok: false,
			problems: [{ file: `${folder}/_topic.md`, field: '', message: 'this file is missing' }]
		};
	const topic = parseTopic(`${folder}/_topic.md`, topicSource);
	const questions = [...files]
		.filter(([name]) => name !== '_topic.md')
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([name, source]) => parseQuestion(`${folder}/${name}`, source));
	const problems = [topic, ...questions].flatMap((parsed) => (parsed.ok ? [] : parsed.problems));
	if (!topic.ok || problems.length > 0) return { ok: false, problems };

	const read = questions.flatMap((parsed) => (parsed.ok ? [parsed.value] : []));
	const concepts = new Set(topic.value.front.concepts.map((concept) => concept.id));
	const found = [
		...read.flatMap((question) => questionProblems(question, folder, concepts)),
		...repeatedIds(read)
	];
	if (found.length > 0) return { ok: false, problems: found };

	return {
		ok: true,
		value: {
			format: 1,
			topic: topic.value.front.topic,
			version: topic.value.front.version,
			title: topic.value.front.title,
			description: topic.value.description,
			concepts: topic.value.front.concepts,
			asked_as: topic.value.front.asked_as,
			questions: read.map(({ front: { tests, ...front }, prompt, explanation }) => ({
				...front,
				prompt,
				explanation,
				keywords: front.points.flatMap((point) => point.keywords),
				counterexamples: [tests.wrong, tests.opposite]
			}))
		}
	};
}

function questionProblems(
	{ file, front }: QuestionFile,
	folder: string,
	concepts: ReadonlySet<string>
): PackProblem[] {
	const problems: PackProblem[] = [];
	const report = (field: string, message: string) => problems.push({ file, field, message });

	if (!file.endsWith(`/${front.id}.md`)) report('id', `name the file ${front.id}.md after its id`);
	if (front.topic !== folder) report('topic', `must be the folder's name, ${folder}`);
	for (const concept of front.concepts)
		if (!concepts.has(concept)) report('concepts', `${concept} is not listed in _topic.md`);

	const used = new Set(front.points.map((point) => point.concept));
	for (const concept of used)
		if (!front.concepts.includes(concept)) report('concepts', `add ${concept}, a point uses it`);
	for (const concept of front.concepts)
		if (!used.has(concept)) report('concepts', `no point is about ${concept}`);

	const pointIds = front.points.map((point) => point.id);
	for (const id of repeated(pointIds)) report('points', `the id ${id} is used twice`);
	for (const misconception of front.misconceptions)
		if (!pointIds.includes(misconception.confuses))
			report('misconceptions', `confuses ${misconception.confuses}, which is no point's id`);

	const keywords = front.points.flatMap((point) => point.keywords);
	for (const term of repeated(keywords.map((keyword) => keyword.term)))
		report('points', `the keyword "${term}" is listed twice`);
	for (const [index, expected] of front.expected.entries())
		for (const keyword of findKeywords(expected, keywords))
			if (!keyword.found)
				report(
					`expected.${String(index)}`,
					`does not contain the keyword "${keyword.term}" or an alias`
				);
	return problems;
}

function repeatedIds(questions: readonly QuestionFile[]): PackProblem[] {
	return repeated(questions.map((question) => question.front.id)).map((id) => ({
		file: questions.findLast((question) => question.front.id === id)?.file ?? '',
		field: 'id',
		message: `the id ${id} is used twice`
	}));
}

function repeated(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
