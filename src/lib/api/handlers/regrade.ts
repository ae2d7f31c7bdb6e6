import type { RegradeState } from '$lib/contract/regrade';
import { GRADER_VERSION } from '$lib/domain/grading/calibration';
import { correctGrade } from '$lib/domain/grading/correct-grade';
import type { Grade } from '$lib/domain/grading/types';
import { readAnswer, type KnownAnswer } from '$lib/store/actions/corrections';
import {
	acceptRegrades,
	outdatedAnswers,
	readRegrades,
	REGRADE_TABLES,
	type PresentGrader
} from '$lib/store/actions/regrade';
import type { EventOf } from '$lib/store/event-records';
import type { ProfileRecord, RegradeRecord } from '$lib/store/records';
import { notReady } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import type { Deps } from '../deps';
import { measureGrade } from '../grading';
import { personalQuestion } from '../personal-question';
import { ratio3 } from '../present';
import { findSession, summaryNow } from '../session-view';
import { poolOf, type QuestionPool } from '../packs';

/** Changes that a list shows: more would not be read. */
const MOST_CHANGES = 200;

export const regradeState: Handler<'GET /api/regrade'> = async ({ profile }, deps) => ({
	status: 200,
	body: await stateNow(profile, deps)
});

/** Measures outside any transaction and keeps each result at once: cut off, it goes on later. */
export const measureAnew: Handler<'POST /api/regrade/measure'> = async (
	{ profile, body },
	deps
) => {
	const present = await presentGrader(deps);
	const todo = await deps.store.read(REGRADE_TABLES, async (tx) => {
		const measured = new Set(
			(await readRegrades(tx, profile.id)).map((record) => record.answer_id)
		);
		const ids = await outdatedAnswers(tx, profile.id, present);
		const next = ids.filter((id) => !measured.has(id)).slice(0, body.limit);
		const answers: KnownAnswer[] = [];
		for (const id of next) {
			const known = await readAnswer(tx, profile.id, id);
			if (known !== undefined) answers.push(known);
		}
		return answers;
	});

	for (const known of todo) {
		const record = await measureOne(profile, known, deps);
		await deps.store.write(['regrades'], (tx) => tx.put('regrades', record));
	}
	return { status: 200, body: await stateNow(profile, deps) };
};

export const acceptRegrade: Handler<'POST /api/regrade/accept'> = async (context, deps) => {
	const pool = await wholePool(deps);
	return writeOnce<'POST /api/regrade/accept'>(context, deps, REGRADE_TABLES, async (tx) => {
		const { profile, now } = context;
		const { accepted, sessions, topics } = await acceptRegrades(
			tx,
			stampOf(profile, now, deps),
			(given, measured, claims) => corrected(pool, given, measured, claims)
		);
		for (const id of sessions) {
			const session = await findSession(tx, profile.id, String(id));
			if (session.completed_at_ms === null) continue;
			const summary = await summaryNow(tx, session, pool);
			await tx.put('sessions', { ...session, summary });
		}
		return {
			status: 200,
			body: {
				accepted,
				topics: topics.map(({ topic, before, after }) => ({
					topic,
					mastery_before: ratio3(before),
					mastery_after: ratio3(after)
				}))
			}
		};
	});
};

export const discardRegrade: Handler<'DELETE /api/regrade'> = (context, deps) =>
	writeOnce<'DELETE /api/regrade'>(context, deps, ['regrades'], async (tx) => {
		const records = await readRegrades(tx, context.profile.id);
		for (const record of records) await tx.delete('regrades', record.answer_id);
		return { status: 200, body: { discarded: records.length } };
	});

async function measureOne(
	profile: ProfileRecord,
	{ session, history }: KnownAnswer,
	deps: Deps
): Promise<RegradeRecord> {
	const { given, text, overrides, grade: before } = history;
	const pool = await poolOf(deps.packs, [given.topic]);
	const asked = pool.find(given.question.id);
	const question =
		asked && (await deps.store.read(['wordings'], (tx) => personalQuestion(tx, profile.id, asked)));
	const measured =
		question === undefined
			? undefined
			: await measureGrade(deps.embedder, question, text, text !== given.text, given.hints);
	if (measured === null || measured?.state === 'provisional')
		throw notReady('The model is not ready; what was measured so far is kept.');
	const after = measured === undefined ? before : corrected(pool, given, measured, overrides);
	return {
		answer_id: given.id,
		profile_id: profile.id,
		session_id: session.id,
		topic: given.topic,
		prompt: given.question.prompt,
		text,
		grade: measured ?? null,
		score_before: before?.score ?? 0,
		correct_before: before?.correct ?? false,
		score_after: after?.score ?? 0,
		correct_after: after?.correct ?? false
	};
}

function corrected(
	pool: QuestionPool,
	given: EventOf<'answer_given'>,
	measured: Grade,
	claims: readonly { readonly point: string; readonly said: boolean }[]
): Grade {
	const question = pool.find(given.question.id);
	return question === undefined ? measured : correctGrade(measured, question, claims);
}

async function presentGrader({ embedder }: Deps): Promise<PresentGrader> {
	const state = await embedder.state();
	return { grader: GRADER_VERSION, model: state.state === 'ready' ? state.model : null };
}

async function stateNow(profile: ProfileRecord, deps: Deps): Promise<RegradeState> {
	const present = await presentGrader(deps);
	const { outdated, records } = await deps.store.read(REGRADE_TABLES, async (tx) => ({
		outdated: await outdatedAnswers(tx, profile.id, present),
		records: await readRegrades(tx, profile.id)
	}));
	const known = new Set(records.map((record) => record.answer_id));
	const measured = records.filter((record) => record.grade !== null);
	return {
		...present,
		outdated: outdated.filter((id) => !known.has(id)).length,
		without_question: records.length - measured.length,
		measured: measured.length,
		changes: measured
			.filter((record) => ratio3(record.score_before) !== ratio3(record.score_after))
			.sort((a, b) => change(b) - change(a))
			.slice(0, MOST_CHANGES)
			.map((record) => ({
				answer_id: record.answer_id,
				session_id: record.session_id,
				topic: record.topic,
				prompt: record.prompt,
				score_before: ratio3(record.score_before),
				score_after: ratio3(record.score_after),
				correct_before: record.correct_before,
				correct_after: record.correct_after
			}))
	};
}

function change(record: RegradeRecord): number {
	return Math.abs(record.score_after - record.score_before);
}

function wholePool({ packs }: Deps): Promise<QuestionPool> {
	return poolOf(
		packs,
		packs.topics().map(({ topic }) => topic)
	);
}
