/**
 * A page's policy does not bind a worker loaded from the network: it takes its policy from its own
 * response, and plain hosts send none.
 */
const WORKER_POLICY =
	"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/** Adds isolation (for threads) and, on worker scripts, the policy that keeps them at home. */
export function withSecurityHeaders(request: Request, response: Response): Response {
	const headers = new Headers(response.headers);
	headers.set('Cross-Origin-Opener-Policy', 'same-origin');
	headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
	headers.set('Cross-Origin-Resource-Policy', 'same-origin');
	if (request.destination === 'worker') headers.set('Content-Security-Policy', WORKER_POLICY);
	return new Response(response.body, {
		status: response.status,
		statusText: response.statusText,
		headers
	});
}
