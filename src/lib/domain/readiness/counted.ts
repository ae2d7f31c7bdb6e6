/** `1 day`, `3 days`: a count with its noun, regular plurals only. */
export function counted(count: number, noun: string): string {
	return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
