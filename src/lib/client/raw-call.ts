import { API_HEADER } from '$lib/contract/problems';
import type { CallResult, RawReply, RawRequest } from './api-client';
import type { CallDeps } from './call';

/**
 * Sends requests as somebody typed them: whatever is wrong with one, the API is what says so.
 *
 * @param signIn any call that needs the token, so that there is a valid one
 */
export function createRawSender(
	deps: CallDeps,
	signIn: () => Promise<CallResult<'GET /api/profile'>>
): (request: RawRequest) => Promise<RawReply> {
	return async (request) => {
		const token =
			request.needsToken && (await signIn()).ok ? (deps.token.read()?.token ?? null) : null;
		const make = () => buildRaw(deps.root, request, token);
		const start = performance.now();
		const transport = await deps.transport();
		let response = await transport.send(make());
		if (response.headers.get(API_HEADER) === null)
			response = await (await deps.inPage()).send(make());
		const text = await response.text();
		const milliseconds = performance.now() - start;
		if (response.ok && request.method !== 'GET') deps.onWritten(request.route);
		return {
			status: response.status,
			text,
			milliseconds
		};
	};
}

function buildRaw(root: string, request: RawRequest, token: string | null): Request {
	const headers = new Headers();
	if (token !== null) headers.set('Authorization', `Bearer ${token}`);
	if (request.body !== null) headers.set('Content-Type', 'application/json');
	return new Request(new URL(request.path.replace(/^\//u, ''), root), {
		method: request.method,
		headers,
		...(request.body === null ? {} : { body: request.body })
	});
}
