import { m } from '$lib/paraglide/messages';

interface SetName {
	readonly name: string;
	/** What its answers are like, and who collected them. */
	readonly about: string;
}

const SETS = new Map<string, () => SetName>([
	['mohler-dev', () => ({ name: m.grading_set_mohler(), about: m.grading_set_mohler_about() })],
	['saf', () => ({ name: m.grading_set_saf(), about: m.grading_set_saf_about() })],
	['beetle', () => ({ name: m.grading_set_beetle(), about: m.grading_set_beetle_about() })],
	[
		'scientsbank',
		() => ({ name: m.grading_set_scientsbank(), about: m.grading_set_scientsbank_about() })
	]
]);

/** A set of graded answers in words; by its file's name where it is a new one. */
export function setName(id: string): SetName {
	return SETS.get(id)?.() ?? { name: id, about: '' };
}
