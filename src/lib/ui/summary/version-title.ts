import { twoDecimals } from '$lib/domain/rounding';
import type { AnswerVersion } from '$lib/contract/sessions';
import { m } from '$lib/paraglide/messages';
import { graderName } from './grader-name';

/** What became of an answer, in one line. */
export function versionTitle(version: AnswerVersion): string {
	const { what, text, score = 0, grader = '', model = null, said = null } = version;
	const graded = { score: twoDecimals(score), by: graderName({ grader, model }) };
	switch (what) {
		case 'given':
			return text === '' ? m.version_skipped() : m.version_given();
		case 'edited':
			return m.version_edited();
		case 'graded':
			return m.version_graded(graded);
		case 'regraded':
			return m.version_regraded(graded);
		case 'corrected':
			if (said === null) return m.version_unsaid();
			return said ? m.version_said() : m.version_not_said();
		case 'undone':
			return m.version_undone();
		case 'restored':
			return m.version_restored();
	}
}
