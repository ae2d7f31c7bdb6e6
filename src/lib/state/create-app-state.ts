import { createConnections } from '$lib/client/connect';
import { AnswerSearch } from './answer-search.svelte';
import { ApiReference } from './api-reference.svelte';
import { AppStatus } from './app-status.svelte';
import { Grader } from './grader.svelte';
import { History } from './history.svelte';
import { Marks } from './marks.svelte';
import { Overview } from './overview.svelte';
import { browserPageLife } from './page-life';
import { Practice } from './practice.svelte';
import { SessionSummary } from './session-summary.svelte';
import type { Surroundings } from './surroundings';
import { Theme } from './theme.svelte';

/** All state of the app, built once in the root layout. */
export interface AppState {
	readonly status: AppStatus;
	readonly theme: Theme;
	readonly grader: Grader;
	readonly overview: Overview;
	readonly practice: Practice;
	readonly summary: SessionSummary;
	readonly history: History;
	readonly answerSearch: AnswerSearch;
	readonly marks: Marks;
	readonly reference: ApiReference;
}

export function createAppState(): AppState {
	let made: ReturnType<Surroundings> | null = null;
	const surroundings: Surroundings = () =>
		(made ??= { connections: createConnections(), page: browserPageLife() });
	const grader = new Grader(surroundings);

	return {
		status: new AppStatus(surroundings),
		theme: new Theme(),
		grader,
		overview: new Overview(surroundings, grader),
		practice: new Practice(surroundings, grader),
		summary: new SessionSummary(surroundings, grader),
		history: new History(surroundings, grader),
		answerSearch: new AnswerSearch(surroundings),
		marks: new Marks(surroundings),
		reference: new ApiReference(surroundings)
	};
}
