import type { RawReply, RawRequest } from '$lib/client/api-client';
import type { OpenApiDocument } from '$lib/contract/openapi-document';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

export type { RawReply } from '$lib/client/api-client';

/** The API's own document, and a way to ask what it describes. */
export class ApiReference {
	readonly #surroundings: Surroundings;
	#document = $state.raw<OpenApiDocument | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#latest = $state.raw<Readonly<Record<string, string>>>({});

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Null while it is being read. */
	get document(): OpenApiDocument | null {
		return this.#document;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** By path: the value of its parameter that exists in this profile, such as the latest session. */
	get latest(): Readonly<Record<string, string>> {
		return this.#latest;
	}

	/** Address of the site's root, ending in a slash. */
	get root(): string {
		return this.#surroundings().connections.api.root;
	}

	/** Reads the document unless it is there: it changes with the version only. */
	open(): void {
		if (this.#document === null) void this.#load();
	}

	retry(): void {
		void this.#load();
	}

	/** Sends a request as typed, with this profile's token where one is needed. */
	send(request: RawRequest): Promise<RawReply> {
		return this.#surroundings().connections.api.send(request);
	}

	async #load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		this.#failure = null;
		const result = await api.call('GET /api/openapi.json');
		if (!result.ok) {
			this.#failure = failureOf(result);
			return;
		}
		this.#document = result.body;
		const [sessions, answers] = await Promise.all([
			api.call('GET /api/sessions', { query: { limit: 1 } }),
			api.call('GET /api/answers', { query: { limit: 1 } })
		]);
		const session = sessions.ok ? sessions.body.sessions[0]?.id : undefined;
		const answer = answers.ok ? answers.body.answers[0]?.answer.id : undefined;
		this.#latest = {
			...(session === undefined ? {} : { '/api/sessions/{id}': String(session) }),
			...(answer === undefined ? {} : { '/api/answers/{id}': answer })
		};
	}
}
