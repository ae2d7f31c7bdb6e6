import type { TransactionGuard } from './transaction-guard';

/** The ends a transaction can come to, in the words of one kind of store. */
export interface Ending {
	/** Resolves when everything is stored; rejects with the reason when it is not. */
	commit(): Promise<void>;
	/** Takes everything back; resolves when that is done. */
	rollback(): Promise<void>;
}

/**
 * Runs `work` to the end of its transaction: stored whole, or not at all.
 *
 * @throws what `work` threw, else the first failure of a call, else the reason of a failed commit
 */
export async function runTransaction<R>(
	guard: TransactionGuard,
	ending: Ending,
	work: () => Promise<R>
): Promise<R> {
	let result: R;
	try {
		result = await Promise.race([work(), guard.refused]);
	} catch (error) {
		await Promise.all([ending.rollback(), guard.settle()]);
		throw error;
	}
	await guard.settle();
	if (guard.failure !== null) {
		await ending.rollback();
		throw guard.failure.error;
	}
	await ending.commit();
	return result;
}
