import { deleteProfile, DELETE_PROFILE_TABLES } from '$lib/store/actions/delete-profile';
import { newProfile } from '$lib/store/actions/profiles';
import type { RouteBody } from '$lib/contract/routes';
import { dayText, localDay } from '$lib/domain/calendar-days';
import type { PackSource } from '$lib/packs/load-packs';
import type { ProfileRecord } from '$lib/store/records';
import { ApiError, invalidField } from '../api-error';
import { writeOnce, type Handler } from '../context';
import { presentProfile, presentSettings } from '../present';

const MOST_PROFILES = 50;

export const showProfile: Handler<'GET /api/profile'> = async ({ profile }) => ({
	status: 200,
	body: { profile: presentProfile(profile) }
});

export const listProfiles: Handler<'GET /api/profiles'> = async ({ profile }, { store }) => {
	const profiles = await store.read(['profiles'], (tx) => tx.all('profiles'));
	return {
		status: 200,
		body: {
			profiles: profiles
				.sort((a, b) => a.created.at_ms - b.created.at_ms)
				.map((known) => ({ ...presentProfile(known), current: known.id === profile.id }))
		}
	};
};

export const createProfile: Handler<'POST /api/profiles'> = (context, deps) =>
	writeOnce<'POST /api/profiles'>(context, deps, ['profiles'], async (tx) => {
		const { body, now } = context;
		const known = await tx.all('profiles');
		if (known.length >= MOST_PROFILES)
			throw new ApiError(409, `A device holds up to ${String(MOST_PROFILES)} profiles.`);
		if (known.some((other) => other.name === body.name))
			throw new ApiError(409, `There is a profile "${body.name}" already; choose another name.`);
		const profile = newProfile({ id: deps.random.ulid(now.at_ms), name: body.name, now });
		await tx.put('profiles', profile);
		return { status: 201, body: { profile: presentProfile(profile) } };
	});

export const patchProfile: Handler<'PATCH /api/profile'> = (context, deps) =>
	writeOnce<'PATCH /api/profile'>(context, deps, ['profiles'], async (tx) => {
		const { body, profile, now } = context;
		const { target_topics: chosen, ...present } = (await tx.get('profiles', profile.id)) ?? profile;
		const today = dayText(localDay(now.at_ms, now.offset_minutes));
		if (typeof body.interview_date === 'string' && body.interview_date < today)
			throw invalidField(
				'interview_date',
				`${body.interview_date} has passed; give today (${today}) or a later day, or null to set none`
			);
		const target_topics = targetTopics(body.target_topics, chosen, deps.packs);
		const changed: ProfileRecord = {
			...present,
			...(target_topics === undefined ? {} : { target_topics }),
			name: body.name ?? present.name,
			interview_date:
				body.interview_date === undefined ? present.interview_date : body.interview_date,
			minutes_a_day: body.minutes_a_day === undefined ? present.minutes_a_day : body.minutes_a_day
		};
		const others = await tx.all('profiles');
		if (others.some((other) => other.id !== profile.id && other.name === changed.name))
			throw new ApiError(409, `There is a profile "${changed.name}" already; choose another name.`);
		await tx.put('profiles', changed);
		return { status: 200, body: { profile: presentProfile(changed) } };
	});

/** The topics to be ready for after a change; undefined for those practised. */
function targetTopics(
	wanted: RouteBody<'PATCH /api/profile'>['target_topics'],
	chosen: readonly string[] | undefined,
	packs: PackSource
): string[] | undefined {
	if (wanted === null) return undefined;
	if (wanted === undefined) return chosen === undefined ? undefined : [...chosen];
	const known = new Set([...packs.topics().map(({ topic }) => topic), ...(chosen ?? [])]);
	const unknown = wanted.find((topic) => !known.has(topic));
	if (unknown !== undefined)
		throw invalidField(
			'target_topics',
			`there is no topic "${unknown}"; GET api/topics lists those there are`
		);
	return [...new Set(wanted)];
}

/** Not kept under an idempotency key: it would outlive the profile it belongs to. */
export const removeProfile: Handler<'DELETE /api/profile'> = async (
	{ profile, query },
	{ store }
) => {
	if (query.name !== profile.name)
		throw invalidField('name', 'repeat the name of the profile that is to be deleted');
	await store.write(DELETE_PROFILE_TABLES, (tx) => deleteProfile(tx, profile.id));
	return { status: 200, body: { deleted: profile.id } };
};

export const showSettings: Handler<'GET /api/settings'> = async ({ profile }) => ({
	status: 200,
	body: { settings: presentSettings(profile.settings) }
});

export const patchSettings: Handler<'PATCH /api/settings'> = (context, deps) =>
	writeOnce<'PATCH /api/settings'>(context, deps, ['profiles'], async (tx) => {
		const { body, profile } = context;
		const present = (await tx.get('profiles', profile.id)) ?? profile;
		const settings = {
			...present.settings,
			question_count: body.question_count ?? present.settings.question_count,
			show_timer: body.show_timer ?? present.settings.show_timer,
			ask_confidence: body.ask_confidence ?? presentSettings(present.settings).ask_confidence
		};
		await tx.put('profiles', { ...present, settings });
		return { status: 200, body: { settings: presentSettings(settings) } };
	});
