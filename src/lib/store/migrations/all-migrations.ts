import { firstTables } from './001-first-tables';
import { marksAndProfiles } from './002-marks-and-profiles';
import { reviews } from './003-reviews';
import type { Migration } from './migration';

/** Every step in order; the last one's version is the database's. Released steps never change. */
export const MIGRATIONS: readonly Migration[] = [firstTables, marksAndProfiles, reviews];
