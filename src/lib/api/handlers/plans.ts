import type { ActionPlan, SavedPlan } from '$lib/contract/plans';
import { buildPlan, type ConceptTitle, type Plan } from '$lib/domain/plans/build-plan';
import { masteryLevel } from '$lib/domain/mastery/figures';
import type { MasteryState } from '$lib/domain/mastery/types';
import { readAllMastery } from '$lib/store/actions/mastery';
import { readSavedPlans, removePlan, savePlan } from '$lib/store/actions/plans';
import type { EventOf, PlanRecord } from '$lib/store/event-records';
import type { ReadTx } from '$lib/store/store';
import { ApiError } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { conceptTitles } from '../packs';
import { ratio3, utc } from '../present';

const MOST_PLANS = 100;
const TABLES = ['mastery', 'events', 'sessions'] as const;

export const actionPlans: Handler<'GET /api/profile/action_plans'> = (
	{ profile, now },
	{ store, packs }
) =>
	store.read(TABLES, async (tx) => {
		const states = await readAllMastery(tx, profile.id);
		const saved: SavedPlan[] = [];
		for (const event of await readSavedPlans(tx, profile.id))
			saved.push(await presentSaved(tx, event, states));
		return {
			status: 200,
			body: {
				action_plans: [presentPlan(buildPlan(states, conceptTitles(packs)), now.at_ms), ...saved]
			}
		};
	});

export const saveCurrentPlan: Handler<'POST /api/profile/action_plans'> = (context, deps) =>
	writeOnce<'POST /api/profile/action_plans'>(context, deps, TABLES, async (tx) => {
		const { profile, now } = context;
		const states = await readAllMastery(tx, profile.id);
		if (!states.some((state) => state.questions_attempted > 0))
			throw new ApiError(409, 'There is nothing to plan from yet; answer a few questions first.');
		if ((await readSavedPlans(tx, profile.id)).length >= MOST_PLANS)
			throw new ApiError(
				409,
				`Up to ${String(MOST_PLANS)} plans are kept; remove one to save another.`
			);
		const event = await savePlan(
			tx,
			stampOf(profile, now, deps),
			recordOf(states, conceptTitles(deps.packs))
		);
		return { status: 201, body: { action_plan: await presentSaved(tx, event, states) } };
	});

export const removeSavedPlan: Handler<'DELETE /api/profile/action_plans/:id'> = (context, deps) =>
	writeOnce<'DELETE /api/profile/action_plans/:id'>(context, deps, ['events'], async (tx) => {
		const { params, profile, now } = context;
		const saved = await readSavedPlans(tx, profile.id);
		if (!saved.some((event) => event.id === params.id))
			throw new ApiError(404, `There is no saved plan ${params.id} in this profile.`);
		await removePlan(tx, stampOf(profile, now, deps), params.id);
		return { status: 200, body: { removed: params.id } };
	});

function recordOf(states: readonly MasteryState[], conceptTitle: ConceptTitle): PlanRecord {
	const plan = buildPlan(states, conceptTitle);
	return {
		topics_to_focus: [...plan.topics_to_focus],
		weak_concepts: [...plan.weak_concepts],
		recommended_sessions: [...plan.recommended_sessions],
		difficulty_adjustments: [...plan.difficulty_adjustments],
		masteries: Object.fromEntries(
			states
				.filter((state) => state.questions_attempted > 0)
				.map((state) => [state.topic, masteryLevel(state)])
		)
	};
}

/** A saved plan with what came of it: its topics' mastery then and now, sessions since. */
async function presentSaved(
	tx: ReadTx,
	event: EventOf<'plan_saved'>,
	states: readonly MasteryState[]
): Promise<SavedPlan> {
	const { plan, id, at_ms, profile_id } = event;
	const topics = new Set(
		[...plan.topics_to_focus, ...plan.weak_concepts, ...plan.recommended_sessions].map(
			({ topic }) => topic
		)
	);
	const now = new Map(states.map((state) => [state.topic, masteryLevel(state)]));
	return {
		...presentPlan(plan, at_ms),
		id,
		outcome: [...topics].map((topic) => ({
			topic,
			mastery_then: ratio3(plan.masteries[topic] ?? 0),
			mastery_now: ratio3(now.get(topic) ?? 0)
		})),
		sessions_since: await tx.count('sessions', 'by_profile', {
			prefix: [profile_id],
			after: [profile_id, at_ms, Number.MAX_SAFE_INTEGER]
		})
	};
}

function presentPlan(plan: Plan | PlanRecord, atMs: number): ActionPlan {
	return {
		created_at: utc(atMs),
		topics_to_focus: plan.topics_to_focus.map((entry) => ({
			...entry,
			mastery: ratio3(entry.mastery)
		})),
		weak_concepts: plan.weak_concepts.map((entry) => ({
			...entry,
			mastery: ratio3(entry.mastery)
		})),
		recommended_sessions: [...plan.recommended_sessions],
		difficulty_adjustments: [...plan.difficulty_adjustments]
	};
}
