import type { Backup } from '$lib/contract/backup';
import type { Failure } from '$lib/state/failure';
import type { People } from '$lib/state/people.svelte';
import { saveFile } from '../marks/save-file';

/** The name of a backup's file: whose it is and of which day, in characters that any disk takes. */
export function backupFileName({ profile, exported_at }: Backup): string {
	const name = profile.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/gu, '');
	return `mettle-${name === '' ? 'profile' : name}-${exported_at.slice(0, 10)}.json`;
}

/** Hands everything recorded in the current profile to the browser as a download. */
export async function downloadBackup(
	people: People
): Promise<{ readonly saved: string } | { readonly failure: Failure }> {
	const backup = await people.backup();
	if ('failure' in backup) return backup;
	const saved = backupFileName(backup.file);
	saveFile(saved, `${JSON.stringify(backup.file, null, '\t')}\n`, 'application/json');
	return { saved };
}
