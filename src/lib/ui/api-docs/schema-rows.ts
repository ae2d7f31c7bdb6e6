import type { JsonSchema } from '$lib/contract/openapi-document';
import { m } from '$lib/paraglide/messages';

/** One field of a body, as a line of a list. */
export interface FieldRow {
	/** With the fields it lies in, such as `overall.avg_mastery`. */
	readonly name: string;
	readonly type: string;
	/** The shared shape that the type names, if it names one. */
	readonly shape: string | null;
	readonly isRequired: boolean;
	/** What more is to know: range, length, default. */
	readonly note: string;
}

interface Described {
	readonly text: string;
	readonly shape: string | null;
}

const SHARED = '#/components/schemas/';
/** What JavaScript counts to; no limit that anybody set. */
const LARGEST = Number.MAX_SAFE_INTEGER;

/** The fields of a schema, line by line; those of shared shapes stand with their shape. */
export function rowsOf(schema: JsonSchema, within = ''): FieldRow[] {
	const required = listOf(schema['required']);
	return Object.entries(recordOf(schema['properties'])).flatMap(([name, value]) => {
		const field = recordOf(value);
		const path = within === '' ? name : `${within}.${name}`;
		return [rowOf(path, field, required.includes(name)), ...nestedRows(field, path)];
	});
}

export function rowOf(name: string, schema: JsonSchema, isRequired: boolean): FieldRow {
	const { text, shape } = typeOf(schema);
	return { name, type: text, shape, isRequired, note: noteOf(schema) };
}

/** What a value is, in words. */
export function typeOf(schema: JsonSchema): Described {
	const ref = schema['$ref'];
	if (typeof ref === 'string') {
		const shape = ref.replace(SHARED, '');
		return { text: shape, shape };
	}
	if ('const' in schema) return plain(JSON.stringify(schema['const']));
	const choices = schema['enum'];
	if (Array.isArray(choices))
		return plain(choices.map((value) => JSON.stringify(value)).join(' | '));
	const either = schema['anyOf'];
	if (Array.isArray(either)) {
		const parts = either.map((part) => typeOf(recordOf(part)));
		return {
			text: parts.map((part) => part.text).join(` ${m.api_type_or()} `),
			shape: parts.find((part) => part.shape !== null)?.shape ?? null
		};
	}
	if (schema['type'] === 'array') {
		const tuple = schema['prefixItems'];
		if (Array.isArray(tuple))
			return plain(`[${tuple.map((part) => typeOf(recordOf(part)).text).join(', ')}]`);
		const item = typeOf(recordOf(schema['items']));
		return { text: m.api_type_list({ type: item.text }), shape: item.shape };
	}
	if (isMap(schema)) {
		const value = typeOf(recordOf(schema['additionalProperties']));
		return { text: m.api_type_map({ type: value.text }), shape: value.shape };
	}
	return plain(typeof schema['type'] === 'string' ? schema['type'] : m.api_type_any());
}

function nestedRows(field: JsonSchema, path: string): FieldRow[] {
	if (field['type'] === 'array') return nestedRows(recordOf(field['items']), `${path}[]`);
	if (isMap(field)) return nestedRows(recordOf(field['additionalProperties']), `${path}.*`);
	const either = field['anyOf'];
	if (Array.isArray(either)) return either.flatMap((part) => nestedRows(recordOf(part), path));
	return rowsOf(field, path);
}

function noteOf(field: JsonSchema): string {
	const notes: string[] = [];
	const say = (key: string, text: (value: string) => string) => {
		const value = field[key];
		if (value !== undefined && value !== LARGEST && value !== -LARGEST)
			notes.push(text(typeof value === 'string' ? value : JSON.stringify(value)));
	};
	if (typeof field['description'] !== 'string') {
		say('minimum', (value) => m.api_note_minimum({ value }));
		say('maximum', (value) => m.api_note_maximum({ value }));
		if (field['minLength'] === 1) notes.push(m.api_note_not_empty());
		say('maxLength', (value) => m.api_note_max_length({ value }));
		say('minItems', (value) => m.api_note_min_items({ value }));
		say('maxItems', (value) => m.api_note_max_items({ value }));
	}
	say('default', (value) => m.api_note_default({ value }));
	return notes.join(' · ');
}

function isMap(schema: JsonSchema): boolean {
	return (
		typeof schema['additionalProperties'] === 'object' &&
		Object.keys(recordOf(schema['properties'])).length === 0 &&
		Object.keys(recordOf(schema['additionalProperties'])).length > 0
	);
}

function plain(text: string): Described {
	return { text, shape: null };
}

function recordOf(value: unknown): JsonSchema {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}
