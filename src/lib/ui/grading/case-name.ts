import { m } from '$lib/paraglide/messages';
import type { CaseId } from './self-test-cases';

/** A text of the self-test in words. */
export function caseName(id: CaseId): string {
	return {
		full: m.selftest_case_full,
		restated: m.selftest_case_restated,
		list: m.selftest_case_list,
		one_word: m.selftest_case_one_word,
		random: m.selftest_case_random,
		opposite: m.selftest_case_opposite,
		instructions: m.selftest_case_instructions,
		off_topic: m.selftest_case_off_topic
	}[id]();
}
