import type {
	Content,
	OpenApiDocument,
	Operation,
	Parameter
} from '$lib/contract/openapi-document';
import { rowOf, rowsOf, typeOf, type FieldRow } from './schema-rows';

/** A value that the address or the body takes. */
export interface ParameterView extends FieldRow {
	readonly place: 'path' | 'query';
	/** What the form begins with. */
	readonly example: string;
}

export interface BodyView {
	/** The shared shape it is, if it is one; then its fields stand there. */
	readonly shape: string | null;
	readonly rows: readonly FieldRow[];
	/** Indented JSON; empty where there is none. */
	readonly example: string;
}

export interface ReplyView extends BodyView {
	readonly status: string;
	readonly description: string;
}

/** A route of the document as the page shows it. */
export interface RouteView {
	/** Also the anchor on the page. */
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly summary: string;
	readonly description: string;
	readonly needsToken: boolean;
	readonly parameters: readonly ParameterView[];
	readonly body: BodyView | null;
	readonly replies: readonly ReplyView[];
	readonly problems: readonly { readonly status: string; readonly description: string }[];
}

export interface GroupView {
	readonly name: string;
	readonly description: string;
	readonly routes: readonly RouteView[];
}

/** The routes of a document by group; the groups without a route that fits are left out. */
export function groupsOf(document: OpenApiDocument, wanted: string): GroupView[] {
	const words = wanted.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
	const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
		Object.entries(operations).map(([method, operation]) => ({
			group: operation.tags[0],
			view: routeOf(document, path, method.toUpperCase(), operation)
		}))
	);
	return document.tags
		.map(({ name, description }) => ({
			name,
			description,
			routes: routes
				.filter(({ group, view }) => group === name && words.every((word) => fits(view, word)))
				.map(({ view }) => view)
		}))
		.filter((group) => group.routes.length > 0);
}

/** The shapes that several routes share, by name. */
export function shapesOf(document: OpenApiDocument): { name: string; rows: FieldRow[] }[] {
	return Object.entries(document.components.schemas).map(([name, schema]) => ({
		name,
		rows: rowsOf(schema)
	}));
}

function fits({ method, path, summary, description }: RouteView, word: string): boolean {
	return `${method} ${path} ${summary} ${description}`.toLocaleLowerCase().includes(word);
}

function routeOf(
	document: OpenApiDocument,
	path: string,
	method: string,
	operation: Operation
): RouteView {
	const replies = Object.entries(operation.responses).map(([status, reply]) => ({
		status,
		...resolved(document, reply)
	}));
	return {
		id: operation.operationId,
		method,
		path,
		summary: operation.summary,
		description: operation.description ?? '',
		needsToken: operation.security?.length !== 0,
		parameters: operation.parameters.flatMap(parameterOf),
		body: operation.requestBody === undefined ? null : bodyOf(operation.requestBody.content),
		replies: replies.filter(isSuccess).map(({ status, description, content }) => ({
			status,
			description,
			...bodyOf(content)
		})),
		problems: replies
			.filter((reply) => !isSuccess(reply))
			.map(({ status, description }) => ({ status, description }))
	};
}

function isSuccess({ status }: { readonly status: string }): boolean {
	return status.startsWith('2');
}

function parameterOf(parameter: Parameter): ParameterView[] {
	const { name, in: place, required, schema, example } = parameter;
	// The one header that a write takes is explained once, at the top of the page.
	if (place === 'header') return [];
	return [
		{
			...rowOf(name, schema, required),
			place,
			example: typeof example === 'string' ? example : ''
		}
	];
}

function bodyOf(content: Content): BodyView {
	const { schema = {}, example } = content['application/json'] ?? {};
	return {
		shape: typeOf(schema).shape,
		rows: rowsOf(schema),
		example: example === undefined ? '' : JSON.stringify(example, null, 2)
	};
}

/** A reply as it stands with the route, or with the shared ones that it refers to. */
function resolved(document: OpenApiDocument, reply: Operation['responses'][string]) {
	const ref = reply['$ref'];
	const shared =
		typeof ref === 'string'
			? document.components.responses[ref.replace('#/components/responses/', '')]
			: undefined;
	const { description = '', content = {} } = shared ?? reply;
	return { description, content };
}
