import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';

/** What a script of the specification's reader gets to see. */
export interface Answer {
	readonly status: number;
	readonly text: string;
	readonly json: any;
	readonly headers: Readonly<Record<string, string>>;
}
export type Ask = (method: string, path: string, body?: object) => Promise<Answer>;

/** Asks with `fetch` inside the page, as a script of that site would. */
export function askIn(page: Page, url: string, token: string | null = null): Ask {
	return async (method, path, body) => {
		const { status, text, headers } = await page.evaluate(
			async ({ address, method, body, token }) => {
				const response = await fetch(address, {
					method,
					headers: {
						...(body === null ? {} : { 'Content-Type': 'application/json' }),
						...(token === null ? {} : { Authorization: `Bearer ${token}` })
					},
					...(body === null ? {} : { body })
				});
				return {
					status: response.status,
					text: await response.text(),
					headers: Object.fromEntries(response.headers)
				};
			},
			{
				address: `${url}${path}`,
				method,
				token,
				body: body === undefined ? null : JSON.stringify(body)
			}
		);
		return { status, text, headers, json: JSON.parse(text) };
	};
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/u;
type Check = (value: unknown, what: string) => void;

/** 0–1 with three decimals at most. */
export const ratio: Check = (value, what) => {
	assert.ok(typeof value === 'number' && value >= 0 && value <= 1, `${what}: ${String(value)}`);
	decimals(3)(value, what);
};
/** −1 to 1 with three decimals at most. */
export const change: Check = (value, what) => {
	assert.ok(typeof value === 'number' && value >= -1 && value <= 1, `${what}: ${String(value)}`);
	decimals(3)(value, what);
};
export const count: Check = (value, what) =>
	assert.ok(Number.isInteger(value) && Number(value) >= 0, `${what}: ${String(value)}`);
export const seconds: Check = (value, what) => {
	assert.ok(typeof value === 'number' && value >= 0, `${what}: ${String(value)}`);
	decimals(1)(value, what);
};
export const time: Check = (value, what) =>
	assert.ok(typeof value === 'string' && TIME.test(value), `${what}: ${JSON.stringify(value)}`);
export const names: Check = (value, what) =>
	assert.ok(
		Array.isArray(value) && value.every((name) => typeof name === 'string'),
		`${what}: ${JSON.stringify(value)}`
	);
export const text: Check = (value, what) => assert.equal(typeof value, 'string', what);
export const flag: Check = (value, what) => assert.equal(typeof value, 'boolean', what);
export const level: Check = (value, what) =>
	assert.ok(
		typeof value === 'string' && ['easy', 'medium', 'hard'].includes(value),
		`${what}: ${JSON.stringify(value)}`
	);
/** 0–100 with one decimal, or null. */
export const score: Check = (value, what) => {
	if (value === null) return;
	assert.ok(
		typeof value === 'number' && value >= 0 && value <= 100,
		`${what}: ${JSON.stringify(value)}`
	);
	decimals(1)(value, what);
};
export const orNull =
	(check: Check): Check =>
	(value, what) => {
		if (value !== null) check(value, what);
	};
export const mapOf =
	(check: Check): Check =>
	(value, what) => {
		assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), what);
		for (const [name, entry] of Object.entries(value)) check(entry, `${what}.${name}`);
	};
export const listOf =
	(check: Check): Check =>
	(value, what) => {
		assert.ok(Array.isArray(value), what);
		value.forEach((entry, index) => check(entry, `${what}[${String(index)}]`));
	};
/** Every documented field is there and as it should be; more may be. */
export const shape =
	(fields: Readonly<Record<string, Check>>): Check =>
	(value, what) => {
		assert.ok(typeof value === 'object' && value !== null, what);
		const found: Record<string, unknown> = { ...value };
		for (const [name, check] of Object.entries(fields)) {
			assert.ok(name in found, `${what} has no ${name}`);
			check(found[name], `${what}.${name}`);
		}
	};

function decimals(most: number): Check {
	return (value, what) =>
		assert.equal(Number(Number(value).toFixed(most)), value, `${what} has too many decimals`);
}
