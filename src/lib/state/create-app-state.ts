import { createConnections } from '$lib/client/connect';
import { deviceStorage } from '$lib/client/device-storage';
import { AnswerSearch } from './answer-search.svelte';
import { ApiReference } from './api-reference.svelte';
import { AppStatus } from './app-status.svelte';
import { Device } from './device.svelte';
import { Grader } from './grader.svelte';
import { History } from './history.svelte';
import { Levels } from './levels.svelte';
import { Marks } from './marks.svelte';
import { Overview } from './overview.svelte';
import { browserPageLife } from './page-life';
import { People } from './people.svelte';
import { Plan } from './plan.svelte';
import { Practice } from './practice.svelte';
import { Readiness } from './readiness.svelte';
import { Regrade } from './regrade.svelte';
import { Resets } from './resets.svelte';
import { Reviews } from './reviews.svelte';
import { SelfTest } from './self-test.svelte';
import { SessionSetup } from './session-setup.svelte';
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
	readonly setup: SessionSetup;
	readonly levels: Levels;
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
	readonly reviews: Reviews;
	readonly resets: Resets;
	readonly plan: Plan;
	readonly readiness: Readiness;
}

/** The browser around the state; nothing is made before something is asked of it. */
export function createSurroundings(): Surroundings {
	let made: ReturnType<Surroundings> | null = null;
	return () => (made ??= { connections: createConnections(), page: browserPageLife() });
}

export function createAppState(surroundings: Surroundings): AppState {
	const grader = new Grader(surroundings);
	const overview = new Overview(surroundings, grader);
	const reviews = new Reviews(surroundings, grader);
	const settings = new Settings(surroundings);

	return {
		status: new AppStatus(surroundings),
		theme: new Theme(),
		grader,
		overview,
		setup: new SessionSetup(surroundings),
		levels: new Levels(surroundings),
		practice: new Practice(surroundings, grader),
		summary: new SessionSummary(surroundings, grader),
		history: new History(surroundings, grader),
		answerSearch: new AnswerSearch(surroundings),
		marks: new Marks(surroundings),
		selfTest: new SelfTest(surroundings, grader),
		regrade: new Regrade(surroundings, grader),
		reference: new ApiReference(surroundings),
		people: new People(surroundings),
		settings,
		device: new Device(surroundings, deviceStorage),
		reviews,
		resets: new Resets(surroundings, grader, async () => {
			await Promise.all([overview.load(), reviews.load()]);
		}),
		plan: new Plan(surroundings, grader),
		readiness: new Readiness(surroundings, grader, settings)
	};
}
