/** For `{@attach …}`: takes the focus when it appears, so that a screen reader begins there. */
export function takeFocus(node: HTMLElement): void {
	node.focus();
}

/** The same without scrolling to it. */
export function takeFocusInPlace(node: HTMLElement): void {
	node.focus({ preventScroll: true });
}

/** Scrolled to when it appears, no farther than needed to see all of it. */
export function comeIntoView(node: HTMLElement): void {
	node.scrollIntoView({ block: 'nearest' });
}
