/** What the state needs to know of the browser's page; tests give their own. */
export interface PageLife {
	/** Monotonic milliseconds. */
	now(): number;
	isVisible(): boolean;
	/** True where loading megabytes may cost money: ask first. */
	isMetered(): boolean;
	/** Told when the page is shown or focused again; returns a function that ends it. */
	onReturn(listener: () => void): () => void;
	/** Told when the page is hidden or about to go; returns a function that ends it. */
	onLeave(listener: () => void): () => void;
}

/** The parts of the Network Information API in use; most browsers lack it. */
interface NetworkInformation {
	readonly saveData?: boolean;
	readonly type?: string;
}

/** The page of a browser. */
export function browserPageLife(): PageLife {
	return {
		now: () => performance.now(),
		isVisible: () => document.visibilityState === 'visible',
		isMetered,
		onReturn: (listener) => listen('visible', 'focus', listener),
		onLeave: (listener) => listen('hidden', 'pagehide', listener)
	};
}

function isMetered(): boolean {
	const connection = (navigator as Navigator & { readonly connection?: NetworkInformation })
		.connection;
	return connection?.saveData === true || connection?.type === 'cellular';
}

function listen(
	visibility: DocumentVisibilityState,
	event: 'focus' | 'pagehide',
	listener: () => void
): () => void {
	const onVisibility = (): void => {
		if (document.visibilityState === visibility) listener();
	};
	document.addEventListener('visibilitychange', onVisibility);
	window.addEventListener(event, listener);
	return () => {
		document.removeEventListener('visibilitychange', onVisibility);
		window.removeEventListener(event, listener);
	};
}
