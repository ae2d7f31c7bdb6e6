// Applied before the first paint, so that a chosen theme does not flash.
try {
	const theme = localStorage.getItem('mettle-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is forbidden here: the system's theme it is.
}
