import { count, ratio, sessionType, ulid, utcTime, z } from './schema';

const reason = z.string().min(1);

export const actionPlan = z
	.object({
		created_at: utcTime,
		topics_to_focus: z.array(z.object({ topic: z.string(), mastery: ratio, reason })),
		weak_concepts: z.array(
			z.object({ topic: z.string(), concept: z.string(), mastery: ratio, attempts: count, reason })
		),
		recommended_sessions: z.array(
			z.object({ session_type: sessionType, topic: z.string(), minutes: count, reason })
		),
		difficulty_adjustments: z.array(
			z.object({ topic: z.string(), from: z.string(), to: z.string(), reason })
		)
	})
	.meta({ id: 'ActionPlan' });

/** What came of a saved plan: mastery of its topics when it was saved and now. */
const outcome = z.array(z.object({ topic: z.string(), mastery_then: ratio, mastery_now: ratio }));

/** What only a saved plan has. */
const kept = { id: ulid, outcome, sessions_since: count };

export const savedPlan = actionPlan.extend(kept).meta({ id: 'SavedPlan' });

export const actionPlansResponse = z.object({
	/** The current plan first, which has no id; saved ones after it, newest first. */
	action_plans: z.array(actionPlan.extend(z.object(kept).partial().shape))
});
export const savedPlanResponse = z.object({ action_plan: savedPlan });
export const removedPlanResponse = z.object({ removed: ulid });

export type ActionPlan = z.infer<typeof actionPlan>;
export type SavedPlan = z.infer<typeof savedPlan>;
export type ListedPlan = z.infer<typeof actionPlansResponse>['action_plans'][number];
