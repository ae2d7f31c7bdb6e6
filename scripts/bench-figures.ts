/** What the grading page shows of a run of `bench:grading`: aggregated figures, no answer's text. */
import type { Agreement, GradingFigures, MeasuredSet } from '../src/lib/ui/grading/figures';

/** How well two people agree with each other where a set has the grades of both. */
const HUMAN: Readonly<Record<string, MeasuredSet['human']>> = {
	'mohler-dev': { r: 0.582, r_q: 0.663 }
};
const MEASURES = ['cosine', 'semantic', 'score'] as const;

interface Origin {
	/** Day of the run, as 2026-11-25. */
	readonly date: string;
	/** Version of the grader that was measured. */
	readonly grader: string;
}

/**
 * Picks what the page shows and rounds it to three decimals. Keys that it does not know are left
 * out, so that the bench may learn to print more.
 *
 * @param output the bench's output: one JSON object a line
 * @throws where the run measured no set of graded answers, or a line lacks a figure
 */
export function figuresOf(output: string, { date, grader }: Origin): GradingFigures {
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) throw new Error(`not a date: "${date}"`);
	const runs = output
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => new Line(JSON.parse(line)));
	const sets = runs.filter((run) => run.has('score')).map(measuredSet);
	if (sets.length === 0) throw new Error('the run measured no set of graded answers');
	const opposites = runs.find((run) => run.has('opposites_pass'));
	// The set whose authors knew nothing of how it is graded.
	const kinds = runs.find((run) => run.has('mean') && run.text('file') === 'rubric-set-blind');
	return {
		date,
		grader,
		sets,
		opposites:
			opposites === undefined
				? null
				: {
						items: opposites.number('rows'),
						opposites_pass: opposites.ratio('opposites_pass'),
						paraphrases_pass: opposites.ratio('paraphrases_pass')
					},
		kinds:
			kinds === undefined
				? null
				: { questions: kinds.number('questions'), mean: kinds.part('mean').ratios() }
	};
}

function measuredSet(run: Line): MeasuredSet {
	const id = run.text('file').replace(/\.jsonl(\.gz)?$/u, '');
	const [cosine, semantic, score] = MEASURES.map((name): Agreement => {
		const measure = run.part(name);
		return {
			r: measure.ratio('r'),
			r_q: measure.ratio('r_q'),
			unjust_fails: measure.ratio('unjust_fails'),
			unjust_passes: measure.ratio('unjust_passes')
		};
	});
	if (cosine === undefined || semantic === undefined || score === undefined)
		throw new Error(`${id}: a measure is missing`);
	return {
		id,
		answers: run.number('rows'),
		questions: run.number('questions'),
		measures: { cosine, semantic, score },
		human: HUMAN[id] ?? null,
		band: run.has('errors')
			? {
					inside: run.part('errors').ratio('band_holds'),
					width: run.part('errors').ratio('band_width')
				}
			: null
	};
}

/** An object of the output, read with a message that names what is missing. */
class Line {
	readonly #fields: ReadonlyMap<string, unknown>;

	constructor(value: unknown) {
		if (typeof value !== 'object' || value === null) throw new Error('a line is not an object');
		this.#fields = new Map(Object.entries(value));
	}

	has(name: string): boolean {
		return this.#fields.has(name);
	}

	text(name: string): string {
		const value = this.#fields.get(name);
		if (typeof value !== 'string') throw new Error(`"${name}" is not a text`);
		return value;
	}

	number(name: string): number {
		const value = this.#fields.get(name);
		if (typeof value !== 'number') throw new Error(`"${name}" is not a number`);
		return value;
	}

	ratio(name: string): number {
		return Math.round(this.number(name) * 1000) / 1000;
	}

	part(name: string): Line {
		return new Line(this.#fields.get(name));
	}

	/** All its figures by name. */
	ratios(): Record<string, number> {
		const numbers = [...this.#fields].filter(([, value]) => typeof value === 'number');
		return Object.fromEntries(numbers.map(([name]) => [name, this.ratio(name)]));
	}
}
