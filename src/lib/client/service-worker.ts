import { Workbox } from 'workbox-window';
import type { WorkerControl, WorkerStatus } from './api-client';

/** Longest wait for a first visit's worker to take control, and for one called back after a forced reload. */
const CONTROL_WAIT_MS = 3_000;
const CLAIM_WAIT_MS = 1_000;

export interface ServiceWorkerHandle extends WorkerControl {
	/** True as soon as a service worker answers this page's requests; false when none will. */
	controlled(): Promise<boolean>;
}

/** Registers the service worker and follows its life; updates wait until they are taken. */
export function registerServiceWorker(root: string, isDev: boolean): ServiceWorkerHandle {
	const listeners = new Set<(status: WorkerStatus) => void>();
	let status: WorkerStatus = {
		updateReady: false,
		offlineReady: false,
		supported: 'serviceWorker' in navigator
	};
	const change = (part: Partial<WorkerStatus>) => {
		status = { ...status, ...part };
		for (const listener of listeners) listener(status);
	};
	const workbox = status.supported
		? new Workbox(new URL('service-worker.js', root).href, {
				scope: new URL(root).pathname,
				updateViaCache: 'none',
				type: isDev ? 'module' : 'classic'
			})
		: null;
	const registering = start();

	return {
		onStatus(listener) {
			listeners.add(listener);
			listener(status);
			return () => listeners.delete(listener);
		},
		takeUpdate() {
			workbox?.addEventListener('controlling', () => location.reload());
			workbox?.messageSkipWaiting();
		},
		async controlled() {
			if (!status.supported) return false;
			if (navigator.serviceWorker.controller !== null) return true;
			const registration = await registering;
			if (registration === null) return false;
			// After a forced reload an active worker stands by without control: call it back.
			registration.active?.postMessage({ type: 'CLAIM' });
			await controllerWithin(registration.active === null ? CONTROL_WAIT_MS : CLAIM_WAIT_MS);
			return hasController();
		}
	};

	async function start(): Promise<ServiceWorkerRegistration | null> {
		if (workbox === null) return null;
		workbox.addEventListener('waiting', () => change({ updateReady: true }));
		workbox.addEventListener('activated', () => change({ offlineReady: true }));
		if (navigator.serviceWorker.controller !== null) change({ offlineReady: true });
		try {
			return (await workbox.register({ immediate: true })) ?? null;
		} catch (error) {
			// Forbidden here, or its file is missing: the page answers for itself and says so.
			console.warn('Mettle works without offline use here:', error);
			change({ supported: false });
			return null;
		}
	}
}

function hasController(): boolean {
	return navigator.serviceWorker.controller !== null;
}

function controllerWithin(ms: number): Promise<void> {
	return new Promise((resolve) => {
		if (hasController()) return resolve();
		const timer = setTimeout(resolve, ms);
		navigator.serviceWorker.addEventListener(
			'controllerchange',
			() => {
				clearTimeout(timer);
				resolve();
			},
			{ once: true }
		);
	});
}
