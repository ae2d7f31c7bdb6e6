import type { ProfileSwitch } from './api-client';
import type { SignIn } from './sign-in';
import { TOKEN_NAME } from './token';

/** Those who want to know when the page speaks for somebody else. */
export interface Switching {
	readonly leaving: () => void;
	readonly switched: () => void;
	onLeaving(listener: () => void): () => void;
	onSwitched(listener: () => void): () => void;
}

export function createSwitching(): Switching {
	const leaving = new Set<() => void>();
	const switched = new Set<() => void>();
	return {
		leaving: () => leaving.forEach((listener) => listener()),
		switched: () => switched.forEach((listener) => listener()),
		onLeaving: (listener) => added(leaving, listener),
		onSwitched: (listener) => added(switched, listener)
	};
}

/** Switches profiles, here and in the other tabs of this browser. In the browser only. */
export function createProfileSwitch(signIn: SignIn, switching: Switching): ProfileSwitch {
	// Told in the other tabs whenever one of them keeps another token.
	window.addEventListener('storage', (event) => {
		if (event.key === TOKEN_NAME) signIn.follow();
	});
	// A page that was frozen heard nothing.
	window.addEventListener('pageshow', () => signIn.follow());
	document.addEventListener('visibilitychange', () => signIn.follow());

	return {
		switchTo: (profileId) => signIn.switchTo(profileId),
		async leaveDeleted(profileId) {
			signIn.forget(profileId);
			await signIn.switchTo(null);
		},
		onLeaving: (listener) => switching.onLeaving(listener),
		onSwitched: (listener) => switching.onSwitched(listener)
	};
}

function added(listeners: Set<() => void>, listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
