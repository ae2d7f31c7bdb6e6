/** How the browser treats what is stored here. */
export interface StorageFacts {
	/** True once the browser promised not to clear it by itself; null where it does not say. */
	readonly persisted: boolean | null;
	/** Bytes in use and bytes there may be; null where the browser does not say. */
	readonly usage: number | null;
	readonly quota: number | null;
}

/** The browser's storage of this site, as the settings show it. */
export interface DeviceStorage {
	read(): Promise<StorageFacts>;
	/** Asks the browser to keep what is stored; it may ask the person, and may refuse. */
	askToPersist(): Promise<boolean>;
}

export const deviceStorage: DeviceStorage = {
	async read() {
		// Missing outside of a secure context, whatever the types say.
		if (!('storage' in navigator)) return { persisted: null, usage: null, quota: null };
		const [persisted, estimate] = await Promise.all([
			navigator.storage.persisted(),
			navigator.storage.estimate()
		]);
		return { persisted, usage: estimate.usage ?? null, quota: estimate.quota ?? null };
	},
	askToPersist: async () => 'storage' in navigator && navigator.storage.persist()
};
