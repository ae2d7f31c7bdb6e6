import { SESSION_TYPES } from '$lib/domain/types';
import type { SessionRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import type { Handler } from '../context';
import { percent1, presentSession, presentSummary, ratio3 } from '../present';
import { liveSummary } from '../session-view';

export const dashboard: Handler<'GET /api/dashboard_data'> = async ({ profile }, { store }) => {
	const sessions = await store.read(['sessions'], (tx) => allSessions(tx, profile.id));
	const withFeedback = sessions.map((session) => ({
		...presentSession(session),
		feedback: presentSummary(session.summary ?? liveSummary(session))
	}));
	return {
		status: 200,
		body: {
			interview_sessions: withFeedback.filter((item) => item.session_type !== 'debugging'),
			debugging_sessions: withFeedback.filter((item) => item.session_type === 'debugging'),
			stats: statsOf(sessions)
		}
	};
};

export const debuggingHistory: Handler<'GET /api/profile/debugging_history'> = async (
	{ profile },
	{ store }
) => {
	const sessions = await store.read(['sessions'], (tx) =>
		tx.select('sessions', 'by_type', { prefix: [profile.id, 'debugging'], direction: 'prev' })
	);
	const scores = sessions.flatMap((session) => session.summary?.score ?? []);
	return {
		status: 200,
		body: {
			history: sessions.map((session) => ({
				...presentSession(session),
				challenges: [],
				summary: ''
			})),
			challenges_completed: 0,
			performance_summary: {
				sessions: sessions.length,
				challenges: 0,
				solved: 0,
				avg_score: percent1(meanOf(scores)),
				avg_attempts: null,
				by_language: {}
			},
			concepts_practiced: []
		}
	};
};

function allSessions(tx: ReadTx, profileId: string): Promise<SessionRecord[]> {
	return tx.select('sessions', 'by_profile', { prefix: [profileId], direction: 'prev' });
}

function statsOf(sessions: readonly SessionRecord[]) {
	const summaries = sessions.map((session) => session.summary ?? liveSummary(session));
	const graded = sessions
		.flatMap((session) => session.slots)
		.filter((slot) => slot.outcome === 'graded').length;
	const correct = summaries.reduce((sum, summary) => sum + summary.correct, 0);
	const scores = sessions.flatMap((session) => session.summary?.score ?? []);
	const days = new Set(sessions.map(localDay));
	const ofType = (type: SessionRecord['session_type']) =>
		sessions.filter((session) => session.session_type === type).length;
	const [technical, mock, coding, debugging] = SESSION_TYPES.map(ofType);

	return {
		total_sessions: sessions.length,
		sessions_by_type: {
			technical: technical ?? 0,
			mock: mock ?? 0,
			coding: coding ?? 0,
			debugging: debugging ?? 0
		},
		questions_attempted: graded,
		correct_count: correct,
		accuracy: graded === 0 ? 0 : ratio3(correct / graded),
		avg_score: percent1(meanOf(scores)),
		practice_seconds: Math.round(
			sessions.reduce((sum, session) => sum + session.duration_seconds, 0)
		),
		practice_days: days.size
	};
}

/** The calendar day on which a session began, where it began. */
function localDay({ created_at_ms, offset_minutes }: SessionRecord): string {
	return new Date(created_at_ms + offset_minutes * 60_000).toISOString().slice(0, 10);
}

function meanOf(values: readonly number[]): number | null {
	return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
