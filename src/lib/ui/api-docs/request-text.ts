/** A request of the form, ready to be sent or written down. */
export interface TypedRequest {
	readonly method: string;
	/** Below the site, with parameters filled in and encoded. */
	readonly path: string;
	readonly needsToken: boolean;
	/** As typed; null where the route takes none. */
	readonly body: string | null;
}

/**
 * A path of the document with values put in.
 *
 * @param template such as `/api/sessions/{id}`
 * @param query by name; empty ones are left out
 */
export function filledPath(
	template: string,
	params: Readonly<Record<string, string>>,
	query: Readonly<Record<string, string>>
): string {
	const path = template.replaceAll(/\{(\w+)\}/gu, (_, name: string) =>
		encodeURIComponent(params[name] ?? '')
	);
	const given = Object.entries(query).filter(([, value]) => value !== '');
	return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/**
 * The request as a script for the console of any page of the site.
 *
 * @param root address of the site, ending in a slash
 */
export function fetchCode(request: TypedRequest, root: string): string {
	const headers = [
		...(request.needsToken ? ['Authorization: `Bearer ${token}`'] : []),
		...(request.body === null ? [] : [`'Content-Type': 'application/json'`])
	];
	const options = [
		...(request.method === 'GET' ? [] : [`method: '${request.method}'`]),
		...(headers.length === 0 ? [] : [`headers: { ${headers.join(', ')} }`]),
		...(request.body === null ? [] : [`body: JSON.stringify(${indented(request.body)})`])
	];
	const lines = request.needsToken
		? [
				`const signIn = await fetch(${quoted(`${root}api/auth/token`)}, { method: 'POST' });`,
				'const { token } = await signIn.json();'
			]
		: [];
	return [
		...lines,
		options.length === 0
			? `const response = await fetch(${quoted(address(request, root))});`
			: `const response = await fetch(${quoted(address(request, root))}, {\n  ${options.join(',\n  ')}\n});`,
		'console.log(response.status, await response.json());',
		''
	].join('\n');
}

function address({ path }: TypedRequest, root: string): string {
	return new URL(path.slice(1), root).href;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", '%27')}'`;
}

/** JSON is JavaScript; what is not JSON is sent as the text it is. */
function indented(body: string): string {
	try {
		return JSON.stringify(JSON.parse(body), null, 2).replaceAll('\n', '\n  ');
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return JSON.stringify(body);
	}
}
