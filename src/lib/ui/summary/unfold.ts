/** Opens the answer that a link leads to: it is to be read, not only found. */
export function unfold(id: string): void {
	const answer = document.getElementById(id);
	if (!(answer instanceof HTMLDetailsElement)) return;
	answer.open = true;
	answer.scrollIntoView();
}
