import { ROUTES, type Method, type RouteKey } from '$lib/contract/routes';
import { ApiError } from './api-error';

export interface Match {
	readonly route: RouteKey;
	readonly params: Readonly<Record<string, string>>;
}

interface Pattern {
	readonly route: RouteKey;
	readonly method: string;
	readonly parts: readonly string[];
}

const PATTERNS: readonly Pattern[] = routeKeys().map((route) => {
	const [method = '', path = ''] = route.split(' ');
	return { route, method, parts: path.split('/').slice(1) };
});

/**
 * Finds the route of a request.
 *
 * @param path below the site's base, such as `api/sessions/7`, still URL-encoded
 * @throws ApiError 404 for an unknown path, 405 with `Allow` for another method, 400 for broken encoding
 */
export function findRoute(method: string, path: string): Match {
	const parts = path.replace(/\/$/u, '').split('/');
	const onPath = PATTERNS.flatMap((pattern) => {
		const params = matchParts(pattern.parts, parts);
		return params === null ? [] : [{ pattern, params }];
	});
	const found = onPath.find(({ pattern }) => pattern.method === method);
	if (found !== undefined) return { route: found.pattern.route, params: found.params };
	if (onPath.length === 0)
		throw new ApiError(404, `There is no ${path} here. The routes are listed on the API page.`);

	const allow = [...new Set(onPath.map(({ pattern }) => pattern.method))].join(', ');
	throw new ApiError(405, `${method} is not possible here; use ${allow}.`, {
		headers: { Allow: allow }
	});
}

export function isWrite(method: string): method is Exclude<Method, 'GET'> {
	return method !== 'GET';
}

function matchParts(
	pattern: readonly string[],
	parts: readonly string[]
): Record<string, string> | null {
	if (pattern.length !== parts.length) return null;
	const params: [string, string][] = [];
	for (const [index, name] of pattern.entries()) {
		const part = parts[index] ?? '';
		if (name.startsWith(':')) {
			if (part === '') return null;
			params.push([name.slice(1), decodePart(part)]);
		} else if (name !== part) return null;
	}
	return Object.fromEntries(params);
}

function decodePart(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch (error) {
		if (!(error instanceof URIError)) throw error;
		throw new ApiError(400, `The address has a broken percent sign in "${part}".`);
	}
}

function routeKeys(): RouteKey[] {
	// Object.keys widens to string; the table itself is the proof.
	return Object.keys(ROUTES).filter((key): key is RouteKey => key in ROUTES);
}
