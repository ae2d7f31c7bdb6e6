import { backup, importRequest, importResponse } from '../backup';
import {
	createProfileRequest,
	deletedProfileResponse,
	deleteProfileQuery,
	patchProfileRequest,
	profileResponse,
	profilesResponse,
	revokedResponse,
	tokenRequest,
	tokenResponse,
	tokensResponse
} from '../profile';
import { patchSettingsRequest, settingsResponse } from '../settings';
import { openApiResponse } from '../openapi-document';
import { healthResponse } from '../system';
import type { RouteTable } from './spec';

export const ACCOUNT_ROUTES = {
	'POST /api/auth/token': {
		group: 'Profile',
		summary: 'Sign in to a profile of this device; the first call makes one',
		description: 'Pages of this site only. The token is shown once and kept as a hash.',
		auth: false,
		body: tokenRequest,
		replies: { 201: tokenResponse },
		problems: [403, 404]
	},
	'DELETE /api/auth/token': {
		group: 'Profile',
		summary: 'Sign out: the token of this request is not valid any more',
		auth: true,
		replies: { 200: revokedResponse }
	},
	'GET /api/auth/tokens': {
		group: 'Profile',
		summary: 'Tokens of this profile, by the hash they are kept as',
		auth: true,
		replies: { 200: tokensResponse }
	},
	'DELETE /api/auth/tokens/:id': {
		group: 'Profile',
		summary: 'Revoke one token of this profile',
		auth: true,
		replies: { 200: revokedResponse },
		problems: [404]
	},
	'GET /api/profile': {
		group: 'Profile',
		summary: 'The profile of the token',
		auth: true,
		replies: { 200: profileResponse }
	},
	'PATCH /api/profile': {
		group: 'Profile',
		summary: 'Change name, interview date, minutes a day or topics to be ready for',
		description:
			'interview_date: today or later, by the clock of this device. Fields left out stay as they are.',
		auth: true,
		body: patchProfileRequest,
		replies: { 200: profileResponse }
	},
	'DELETE /api/profile': {
		group: 'Profile',
		summary: 'Delete the profile of the token with everything in it',
		description: 'name must repeat the name of the profile. This cannot be undone.',
		auth: true,
		query: deleteProfileQuery,
		replies: { 200: deletedProfileResponse }
	},
	'GET /api/profiles': {
		group: 'Profile',
		summary: 'Profiles of this device',
		auth: true,
		replies: { 200: profilesResponse }
	},
	'POST /api/profiles': {
		group: 'Profile',
		summary: 'Make another profile on this device',
		description: 'At most 50 profiles.',
		auth: true,
		body: createProfileRequest,
		replies: { 201: profileResponse }
	},
	'GET /api/settings': {
		group: 'Profile',
		summary: 'Settings of the profile',
		auth: true,
		replies: { 200: settingsResponse }
	},
	'PATCH /api/settings': {
		group: 'Profile',
		summary: 'Change settings; those left out stay as they are',
		auth: true,
		body: patchSettingsRequest,
		replies: { 200: settingsResponse }
	},
	'GET /api/export': {
		group: 'Data',
		summary: 'Everything recorded in this profile, as one file',
		auth: true,
		replies: { 200: backup }
	},
	'POST /api/import': {
		group: 'Data',
		summary: 'Bring a backup back; not possible in this version, which answers 409',
		auth: true,
		body: importRequest,
		replies: { 200: importResponse }
	},
	'GET /api/health': {
		group: 'System',
		summary: 'State of the model, the storage and the version',
		auth: false,
		replies: { 200: healthResponse }
	},
	'GET /api/openapi.json': {
		group: 'System',
		summary: 'This document: OpenAPI 3.1',
		auth: false,
		replies: { 200: openApiResponse }
	}
} as const satisfies RouteTable;
