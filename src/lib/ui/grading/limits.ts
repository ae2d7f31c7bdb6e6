/** A full answer in other words reaches at least this. */
export const FULL_FROM = 0.7;

/** The highest score, 0–1, that an answer may get which answers nothing. */
export const HIGHEST = {
	nothing_said: 0.15,
	random_words: 0.15,
	grader_instructions: 0.15,
	question_restated: 0.2,
	off_topic: 0.2,
	keyword_list: 0.35,
	copied: 0.35
} as const;
export type GuardName = keyof typeof HIGHEST;
