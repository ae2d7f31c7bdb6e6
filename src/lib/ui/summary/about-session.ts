import type { SessionDetail } from '$lib/contract/sessions';
import { sessionTitle, typeBesideTitle } from '../session-title';
import type { Titles } from '../topic-title';
import { durationText, localTime } from '../when';

/**
 * Topics, type, date and duration of a session in one line.
 *
 * @param titles of the topics that none of its questions tells
 */
export function aboutSession(
	{ session, asked_topics, answers, question }: SessionDetail,
	titles: Titles
): string {
	const { session_type, created_at, duration } = session;
	const known = [
		...answers.map((entry) => entry.question),
		...(question === null ? [] : [question])
	];
	const titleOf = (topic: string) =>
		known.find((asked) => asked.topic === topic)?.topic_title ?? titles.titleOf(topic);
	const typeName = typeBesideTitle(session_type);
	return [
		sessionTitle({ titleOf }, { session_type, asked_topics }),
		...(typeName === null ? [] : [typeName]),
		localTime(created_at),
		durationText(duration)
	].join(' · ');
}
