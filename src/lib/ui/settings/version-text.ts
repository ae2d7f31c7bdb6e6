/** A version that is the time of its build, in milliseconds: what the build gives where none is set. */
const BUILD_TIME = /^\d{13}$/u;

/** A version of the app as people read it: the time of its build, or else as it is. */
export function versionText(version: string): string {
	return BUILD_TIME.test(version)
		? new Date(Number(version)).toLocaleString(undefined, {
				dateStyle: 'medium',
				timeStyle: 'short'
			})
		: version;
}
