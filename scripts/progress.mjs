/**
 * @param {number} sinceMs as given by `performance.now()`
 * @returns {string} like `3.2 s`
 */
export function secondsSince(sinceMs) {
	return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/**
 * Says what is going on, and how long it took: a long wait must never look like a hang.
 *
 * @template T
 * @param {string} label what is done, like `Building the app`
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withProgress(label, action) {
	const startedMs = performance.now();
	console.log(`· ${label} …`);
	const beat = setInterval(() => {
		console.log(`  ${label}: still at it after ${secondsSince(startedMs)}`);
	}, 20_000);
	try {
		const result = await action();
		console.log(`  ${label}: done in ${secondsSince(startedMs)}`);
		return result;
	} finally {
		clearInterval(beat);
	}
}

/**
 * Prints the message and ends the program: for what the person in front of it has to mend.
 *
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
	console.error(`\n${message}`);
	process.exit(1);
}
