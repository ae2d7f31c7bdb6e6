import { monotonicFactory } from 'ulid';
import type { Deps } from './deps';

/** The clock of the platform, with the local offset of this moment (minutes east of UTC). */
export const webClock: Deps['clock'] = () => {
	const now = new Date();
	return { at_ms: now.getTime(), offset_minutes: -now.getTimezoneOffset() };
};

/** The platform's secure random numbers; they need no secure context. */
export function createWebRandom(): Deps['random'] {
	const createUlid = monotonicFactory();
	return {
		bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
		ulid: (atMs) => createUlid(atMs),
		seed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0
	};
}
