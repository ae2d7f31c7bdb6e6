import { goto } from '$app/navigation';
import { resolve } from '$app/paths';

/** Goes to a session that has just begun; stays where it has not. */
export async function toPractice(session: number | null): Promise<void> {
	if (session === null) return;
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- the address is resolved, and ids travel in its query
	await goto(`${resolve('/practice')}?session=${String(session)}`);
}
