import { createConnections } from '$lib/client/connect';
import { deviceStorage } from '$lib/client/device-storage';
import { AnswerSearch } from './answer-search.svelte';
import { ApiReference } from './api-reference.svelte';
import { AppStatus } from './app-status.svelte';
import { Confidence } from './confidence.svelte';
import { Device } from './device.svelte';
import { Grader } from './grader.svelte';
import { History } from './history.svelte';
import { Marks } from './marks.svelte';
import { Overview } from './overview.svelte';
import { browserPageLife } from './page-life';
import { People } from './people.svelte';
import { Plan } from './plan.svelte';
import { Practice } from './practice.svelte';
import { Regrade } from './regrade.svelte';
import { Resets } from './resets.svelte';
import { SelfTest } from './self-test.svelte';
import { SessionSummary } from './session-summary.svelte';
import { Settings } from './settings.svelte';
import type { Surroundings } from './surroundings';
import { Theme } from './theme.svelte';

/** All state of the app, built by the root layout, and anew when another person takes over. */
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
	readonly selfTest: SelfTest;
	readonly regrade: Regrade;
	readonly reference: ApiReference;
	readonly people: People;
	readonly settings: Settings;
	readonly device: Device;
	readonly resets: Resets;
	readonly plan: Plan;
	readonly confidence: Confidence;
}

/** The browser around the state; nothing is made before something is asked of it. */
export function createSurroundings(): Surroundings {
	let made: ReturnType<Surroundings> | null = null;
	return () => (made ??= { connections: createConnections(), page: browserPageLife() });
}

export function createAppState(surroundings: Surroundings): AppState {
	const grader = new Grader(surroundings);
	const overview = new Overview(surroundings, grader);

	return {
		status: new AppStatus(surroundings),
		theme: new Theme(),
		grader,
		overview,
		practice: new Practice(surroundings, grader),
		summary: new SessionSummary(surroundings, grader),
		history: new History(surroundings, grader),
		answerSearch: new AnswerSearch(surroundings),
		marks: new Marks(surroundings),
		selfTest: new SelfTest(surroundings, grader),
		regrade: new Regrade(surroundings, grader),
		reference: new ApiReference(surroundings),
		people: new People(surroundings),
		settings: new Settings(surroundings),
		device: new Device(surroundings, deviceStorage),
		resets: new Resets(surroundings, grader, () => overview.load()),
		plan: new Plan(surroundings, grader),
		confidence: new Confidence(surroundings, grader)
	};
}
