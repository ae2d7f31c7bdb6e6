import type { SessionDetail } from '$lib/contract/sessions';
import { sessionTypeName } from '../session-type-name';
import { durationText, localTime } from '../when';

/** Topic, type, date and duration of a session in one line. */
export function aboutSession({ session, answers, question }: SessionDetail): string {
	const known = [
		...answers.map((entry) => entry.question),
		...(question === null ? [] : [question])
	];
	const title = known.find(({ topic }) => topic === session.topic)?.topic_title;
	return [
		title ?? session.topic,
		sessionTypeName(session.session_type),
		localTime(session.created_at),
		durationText(session.duration)
	].join(' · ');
}
