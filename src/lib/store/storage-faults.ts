import { StoreError, type StoreErrorCode } from './store';

interface Fault {
	code: StoreErrorCode;
	message: string;
}

/** What the browser's names for a failure mean to the rest of the app. */
const FAULTS: Readonly<Record<string, Fault>> = {
	QuotaExceededError: { code: 'quota', message: 'The device is out of space; nothing was stored.' },
	ConstraintError: { code: 'exists', message: 'An entry with this key exists already.' },
	VersionError: { code: 'newer_version', message: 'A newer version of the app owns the data.' },
	TransactionInactiveError: {
		code: 'inactive',
		message: 'The transaction was over before this call: something else was awaited inside it.'
	},
	SecurityError: { code: 'unavailable', message: 'The browser forbids storage on this page.' },
	InvalidStateError: { code: 'unavailable', message: 'The database cannot be used.' },
	UnknownError: { code: 'unavailable', message: 'The browser failed to reach its database.' },
	NotReadableError: { code: 'unavailable', message: 'The browser cannot read its database.' },
	// A lost connection aborts what was under way without saying more.
	AbortError: { code: 'unavailable', message: 'The browser broke the transaction off.' },
	NotFoundError: { code: 'unavailable', message: 'The database lacks one of its tables.' },
	TimeoutError: { code: 'timeout', message: 'The browser gave the transaction up.' }
};

/**
 * The StoreError for a failure of the database. What is no storage fault, such as a value that
 * cannot be cloned, comes back as it is: it is a defect of the caller.
 */
export function toStoreError(error: unknown): unknown {
	if (error instanceof StoreError) return error;
	const fault = error instanceof Error ? FAULTS[error.name] : undefined;
	return fault === undefined ? error : new StoreError(fault.code, fault.message, { cause: error });
}

/** Whether a transaction could not begin because its connection is closed or closing. */
export function isClosedConnection(error: unknown): boolean {
	return error instanceof Error && error.name === 'InvalidStateError';
}
