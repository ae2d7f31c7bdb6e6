import type { SessionDetail } from '$lib/contract/sessions';
import { sessionTypeName } from '../session-type-name';
import { topicTitle } from '../topic-title';
import { durationText, localTime } from '../when';

/** Topic, type, date and duration of a session in one line. */
export function aboutSession({ session, answers, question }: SessionDetail): string {
	const known = [
		...answers.map((entry) => entry.question),
		...(question === null ? [] : [question])
	];
	const titleOf = (topic: string) =>
		known.find((question) => question.topic === topic)?.topic_title ?? null;
	return [
		topicTitle({ titleOf }, session.topic),
		sessionTypeName(session.session_type),
		localTime(session.created_at),
		durationText(session.duration)
	].join(' · ');
}
