import type { ReadinessResponse } from '$lib/contract/readiness';
import { dayNumber, dayText, localDay, startOfDay } from '$lib/domain/calendar-days';
import { expectedReadiness, type Readiness } from '$lib/domain/readiness/expected-readiness';
import { planDays } from '$lib/domain/readiness/plan-days';
import { ASSUMES, readinessMessage } from '$lib/domain/readiness/readiness-words';
import type { Memory, Missing, TopicAim } from '$lib/domain/readiness/types';
import type { PackSource } from '$lib/packs/load-packs';
import { readAllMastery } from '$lib/store/actions/mastery';
import { readReviews } from '$lib/store/actions/reviews';
import type { Instant } from '$lib/store/event-records';
import type { ProfileRecord, ReviewRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import type { Handler } from '../context';
import { ratio3 } from '../present';
import { practiceSeconds, topicAim } from '../readiness-aims';

/** Days listed; the others are counted. */
const LISTED_DAYS = 14;
const TABLES = ['mastery', 'sessions', 'reviews'] as const;

/** What is expected on the day of the interview, and what to do until then. Stores nothing. */
export const readiness: Handler<'GET /api/profile/readiness'> = (
	{ profile, now },
	{ store, packs }
) =>
	store.read(TABLES, async (tx) => {
		const today = localDay(now.at_ms, now.offset_minutes);
		const topics = await aimsOf(tx, profile, packs, now);
		const secondsToday = await secondsSince(tx, profile.id, startOfDay(today, now.offset_minutes));
		return { status: 200, body: respond(profile, topics, { today, now, secondsToday }) };
	});

function respond(
	profile: ProfileRecord,
	topics: readonly TopicAim[],
	{ today, now, secondsToday }: { today: number; now: Instant; secondsToday: number }
): ReadinessResponse {
	const { interview_date, minutes_a_day: minutesADay } = profile;
	const interviewDay = interview_date === null ? null : dayNumber(interview_date);
	const isAhead = interviewDay !== null && interviewDay >= today;
	const missing: Missing[] = [
		...(isAhead ? [] : (['interview_date'] as const)),
		...(minutesADay === null ? (['minutes_a_day'] as const) : []),
		...(topics.length > 0 ? [] : (['topics'] as const))
	];
	const { days, plannedDays, practice } =
		isAhead && minutesADay !== null
			? planDays({
					today,
					interviewDay,
					minutesADay,
					secondsToday,
					topics,
					listedDays: LISTED_DAYS
				})
			: { days: [], plannedDays: 0, practice: [] };
	const calendar = { today, offsetMinutes: now.offset_minutes };

	return {
		interview_date,
		days_left: isAhead ? interviewDay - today : null,
		minutes_a_day: minutesADay,
		missing,
		topics: isAhead
			? topics.map((topic) =>
					presentReadiness(expectedReadiness(topic, practice, { ...calendar, interviewDay }))
				)
			: [],
		days: days.map(({ day, minutes, entries }) => ({
			date: dayText(day),
			minutes,
			entries: entries.map((entry) => ({ ...entry }))
		})),
		more_days: isAhead && days.length > 0 ? interviewDay - today + 1 - days.length : 0,
		message: readinessMessage({
			today,
			interviewDay,
			minutesADay,
			missing,
			hasQuestions: topics.some((topic) => topic.available),
			plannedDays
		}),
		assumes: ASSUMES
	};
}

/** The topics to be ready for: those chosen, or else those practised. */
async function aimsOf(
	tx: ReadTx,
	profile: ProfileRecord,
	packs: PackSource,
	now: Instant
): Promise<TopicAim[]> {
	const states = (await readAllMastery(tx, profile.id)).filter(
		(state) => state.questions_attempted > 0
	);
	const entries = new Map(packs.topics().map((entry) => [entry.topic, entry]));
	const masteries = new Map(states.map((state) => [state.topic, state]));
	const reviews = await readReviews(tx, profile.id, 'concept');
	return (profile.target_topics ?? states.map((state) => state.topic)).map((topic) =>
		topicAim(
			{
				topic,
				entry: entries.get(topic),
				mastery: masteries.get(topic),
				memories: memoriesOf(reviews.filter((review) => review.topic === topic))
			},
			now
		)
	);
}

function memoriesOf(reviews: readonly ReviewRecord[]): ReadonlyMap<string, Memory> {
	return new Map(
		reviews.map(({ id, stability, last_review_ms }) => [
			id,
			{ stability_days: stability, last_review_ms }
		])
	);
}

async function secondsSince(tx: ReadTx, profileId: string, startMs: number): Promise<number> {
	return practiceSeconds(
		await tx.select('sessions', 'by_profile', {
			prefix: [profileId],
			after: [profileId, startMs, 0]
		})
	);
}

function presentReadiness({
	questions: _questions,
	...readiness
}: Readiness): ReadinessResponse['topics'][number] {
	const ratio = (value: number | null) => (value === null ? null : ratio3(value));
	return {
		...readiness,
		mastery: ratio(readiness.mastery),
		expected: ratio(readiness.expected),
		low: ratio(readiness.low),
		high: ratio(readiness.high)
	};
}
