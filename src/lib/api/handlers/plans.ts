import type { ActionPlan } from '$lib/contract/profile';
import { buildPlan } from '$lib/domain/plans/build-plan';
import { readAllMastery } from '$lib/store/actions/mastery';
import type { Handler } from '../context';
import { ratio3, utc } from '../present';

export const actionPlans: Handler<'GET /api/profile/action_plans'> = async (
	{ profile, now },
	{ store }
) => {
	const states = await store.read(['mastery'], (tx) => readAllMastery(tx, profile.id));
	const plan = buildPlan(states);
	const current: ActionPlan = {
		created_at: utc(now.at_ms),
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
	return { status: 200, body: { action_plans: [current] } };
};
