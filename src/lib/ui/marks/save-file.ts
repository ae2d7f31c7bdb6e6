/** Hands a text made in this page to the browser as a download; nothing is sent anywhere. */
export function saveFile(name: string, text: string, type: string): void {
	const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The download has begun by then; until it has, the address must hold.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
