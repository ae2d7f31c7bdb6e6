/** How well a measure agrees with human grades. All inputs are ratios 0–1. */
export interface Agreement {
	/** Pearson over all answers. */
	readonly r: number;
	/** Pearson inside each question with at least five answers, Fisher-z mean weighted by n − 3. */
	readonly r_q: number;
	readonly rmse: number;
	/** Share of answers with full human marks that get less than .5. */
	readonly unjust_fails: number;
	/** Share of answers with a human score of at most .5 that get more than .7. */
	readonly unjust_passes: number;
}

export interface Judged {
	readonly question_id: string;
	readonly human: number;
	readonly machine: number;
}

const FEWEST_ANSWERS = 5;

export function agreementOf(judged: readonly Judged[]): Agreement {
	const full = judged.filter((item) => item.human === 1);
	const poor = judged.filter((item) => item.human <= 0.5);
	return {
		r: round(pearson(judged) ?? 0),
		r_q: round(insideQuestions(judged)),
		rmse: round(Math.sqrt(mean(judged.map(({ human, machine }) => (human - machine) ** 2)))),
		unjust_fails: round(mean(full.map((item) => Number(item.machine < 0.5)))),
		unjust_passes: round(mean(poor.map((item) => Number(item.machine > 0.7))))
	};
}

/** Questions whose human scores do not vary say nothing and are left out. */
function insideQuestions(judged: readonly Judged[]): number {
	const byQuestion = groupBy(judged);
	let weights = 0;
	let sum = 0;
	for (const items of byQuestion.values()) {
		const r = items.length < FEWEST_ANSWERS ? null : pearson(items);
		if (r === null) continue;
		const weight = items.length - 3;
		weights += weight;
		sum += weight * Math.atanh(Math.min(0.9999, Math.max(-0.9999, r)));
	}
	return weights === 0 ? 0 : Math.tanh(sum / weights);
}

function groupBy(judged: readonly Judged[]): Map<string, Judged[]> {
	const groups = new Map<string, Judged[]>();
	for (const item of judged) {
		const group = groups.get(item.question_id);
		if (group === undefined) groups.set(item.question_id, [item]);
		else group.push(item);
	}
	return groups;
}

/** Null where either side does not vary; a machine that never varies correlates with nothing. */
function pearson(judged: readonly Judged[]): number | null {
	const humanMean = mean(judged.map((item) => item.human));
	const machineMean = mean(judged.map((item) => item.machine));
	let both = 0;
	let human = 0;
	let machine = 0;
	for (const item of judged) {
		const h = item.human - humanMean;
		const m = item.machine - machineMean;
		both += h * m;
		human += h * h;
		machine += m * m;
	}
	if (human < 1e-12) return null;
	return machine < 1e-12 ? 0 : both / Math.sqrt(human * machine);
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
