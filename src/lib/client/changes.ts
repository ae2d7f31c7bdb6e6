const CHANNEL = 'mettle';

/** Tells the other tabs that what is stored has changed, and hears it from them. */
export interface Changes {
	announce(): void;
	onChanged(listener: () => void): () => void;
}

export function createChanges(): Changes {
	const listeners = new Set<() => void>();
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
	if (channel !== null)
		channel.onmessage = () => {
			for (const listener of listeners) listener();
		};

	return {
		announce: () => channel?.postMessage('changed'),
		onChanged(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
