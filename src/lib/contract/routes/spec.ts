import type { ProblemStatus } from '../problems';
import type { z } from '../schema';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Headings under which the routes are listed. */
export type RouteGroup =
	'Mastery' | 'Sessions' | 'Answers' | 'Plans' | 'Questions' | 'Profile' | 'Data' | 'System';

/** What the table says of one route. */
export interface RouteSpec {
	readonly group: RouteGroup;
	readonly summary: string;
	/** More than the summary says: limits, order, what stays unchanged. Plain text. */
	readonly description?: string;
	/** False only where no bearer token is needed. */
	readonly auth: boolean;
	readonly query?: z.ZodObject;
	readonly body?: z.ZodObject;
	/** Successful statuses with their bodies. */
	readonly replies: Readonly<Record<number, z.ZodType>>;
	/** Problems this route has besides those that `problemsOf` derives. */
	readonly problems?: readonly ProblemStatus[];
}

export type RouteTable = Record<`${Method} /api/${string}`, RouteSpec>;
