/** Ctrl or ⌘ + Enter submits: Enter alone is a new line, and an input method's keys are its own. */
export function onSubmitKey(submit: () => void): (event: KeyboardEvent) => void {
	return (event) => {
		if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		submit();
	};
}
