import type { Problem } from '$lib/contract/problems';
import type {
	RouteBodyInput,
	RouteKey,
	RouteParams,
	RouteQuery,
	RouteReply
} from '$lib/contract/routes';
import type { ModelState } from '$lib/embedder/embedder';

export interface CallOptions<K extends RouteKey> {
	params?: RouteParams<K>;
	query?: Partial<RouteQuery<K>>;
	body?: RouteBodyInput<K>;
	/** Repeat a write under the same key and it happens once; made up when left out. */
	idempotencyKey?: string;
	signal?: AbortSignal;
	/** Lets the request outlive the page (drafts on hide). */
	keepalive?: boolean;
}

/** What came of a call: success by status, or a problem with what to do about it. */
export type CallResult<K extends RouteKey> =
	| ({ readonly ok: true } & RouteReply<K>)
	| { readonly ok: false; readonly status: number; readonly problem: Problem };

/** A request as somebody typed it: nothing in it is checked before it is sent. */
export interface RawRequest {
	readonly method: string;
	/** Below the site's root, encoded, with its query. */
	readonly path: string;
	readonly needsToken: boolean;
	/** JSON as typed; null for none. */
	readonly body: string | null;
	/** Method and path as documented, for whoever is told of writes. */
	readonly route: string;
}

export interface RawReply {
	readonly status: number;
	readonly text: string;
	/** From sending to the whole reply. */
	readonly milliseconds: number;
}

/** The page's way to the API, whoever answers it. */
export interface ApiClient {
	/** Address of the site's root, ending in a slash. */
	readonly root: string;
	/** Never rejects for what the API answered; rejects only on AbortError. */
	call<K extends RouteKey>(route: K, options?: CallOptions<K>): Promise<CallResult<K>>;
	/** Sends a request as it is; rejects where nobody answers. */
	send(request: RawRequest): Promise<RawReply>;
	/** Who answers: the service worker, or the handlers in this page. Null before the first call. */
	readonly answeredBy: 'service-worker' | 'page' | null;
}

/** The page's model: loaded when a session is opened, its state shown in bytes. */
export interface ModelClient {
	/** Begins to load unless it is there; resolves with the state reached. */
	load(): Promise<ModelState>;
	/** Measures a draft ahead of its submission; a newer draft drops it. */
	ahead(text: string): void;
	/** Present state, then every change; returns a function that ends it. */
	onState(listener: (state: ModelState) => void): () => void;
	/** True once its files are kept on this device (no download needed). */
	isStored(): Promise<boolean>;
}

/** The service worker's life as the page shows it. */
export interface WorkerStatus {
	/** A new version waits to be taken. */
	readonly updateReady: boolean;
	/** Everything the shell needs is kept for offline use. */
	readonly offlineReady: boolean;
	/** False where service workers are missing or forbidden. */
	readonly supported: boolean;
}

export interface WorkerControl {
	onStatus(listener: (status: WorkerStatus) => void): () => void;
	/** Takes the waiting version and reloads this page; other pages are asked, not reloaded. */
	takeUpdate(): void;
}

/** A switch that worked, or what stood in its way. */
export type Switched =
	| { readonly ok: true }
	| { readonly ok: false; readonly status: number; readonly problem: Problem };

/** Several people share a device; this page speaks for one of them. */
export interface ProfileSwitch {
	/** Speaks for another profile from now on, in every tab; null is the device's own. */
	switchTo(profileId: string | null): Promise<Switched>;
	/** The profile was deleted: nothing of it stays in this browser, and another takes its place. */
	leaveDeleted(profileId: string): Promise<void>;
	/** Told just before, while what is sent still counts for the present profile. */
	onLeaving(listener: () => void): () => void;
	/** Told when everything shown belongs to somebody else: read it anew. */
	onSwitched(listener: () => void): () => void;
}

/** Everything the interface needs from the outside, built once in the root layout. */
export interface Connections {
	readonly api: ApiClient;
	readonly model: ModelClient;
	readonly worker: WorkerControl;
	readonly profiles: ProfileSwitch;
	/** Told when another tab changed what is stored. */
	onChanged(listener: () => void): () => void;
}
