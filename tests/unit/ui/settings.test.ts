import { describe, expect, test } from 'vitest';
import type { Backup } from '$lib/contract/backup';
import { backupFileName } from '$lib/ui/settings/backup-file';
import { sizeText } from '$lib/ui/settings/size-text';
import { versionText } from '$lib/ui/settings/version-text';

function backupOf(name: string): Backup {
	return {
		format: 'mettle-backup',
		version: 1,
		exported_at: '2026-03-03T14:30:00',
		profile: {
			id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
			name,
			created_at: '2026-03-01T08:00:00',
			interview_date: null,
			minutes_a_day: null,
			target_topics: null
		},
		settings: { question_count: 5, show_timer: true, ask_confidence: true },
		events: []
	};
}

describe('the name of a backup’s file', () => {
	test('says whose it is and of which day', () => {
		expect(backupFileName(backupOf('Ada'))).toBe('mettle-Ada-2026-03-03.json');
	});

	test('has no character that a disk refuses, and keeps letters of any script', () => {
		expect(backupFileName(backupOf('../Ünal: "Ω"?'))).toBe('mettle-Ünal-Ω-2026-03-03.json');
		expect(backupFileName(backupOf('🙂'))).toBe('mettle-profile-2026-03-03.json');
	});
});

describe('a size in words', () => {
	test('takes the unit that keeps it short', () => {
		expect(
			[0, 999, 1_000, 37_400_000, 10_800_000_000].map((bytes) => sizeText(bytes, 'en'))
		).toEqual(['0 byte', '999 byte', '1 kB', '37.4 MB', '10.8 GB']);
	});
});

describe('versionText', () => {
	test('shows the time of a build as a date, any other version as it is', () => {
		expect(versionText(String(Date.UTC(2026, 10, 15, 12)))).toContain('2026');
		expect(versionText('2.1.0')).toBe('2.1.0');
		expect(versionText('20261130')).toBe('20261130');
	});
});
