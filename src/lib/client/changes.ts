const CHANNEL = 'mettle';

/** Tells this page and the other tabs that what is stored has changed. */
export interface Changes {
	announce(): void;
	onChanged(listener: () => void): () => void;
}

export function createChanges(): Changes {
	const listeners = new Set<() => void>();
	const tell = () => {
		for (const listener of listeners) listener();
	};
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(CHANNEL) : null;
	if (channel !== null) channel.onmessage = tell;

	return {
		announce() {
			tell();
			channel?.postMessage('changed');
		},
		onChanged(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		}
	};
}
