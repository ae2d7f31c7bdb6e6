const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/**
 * @param bytes shown in the unit that keeps the number short
 * @param locale how numbers are written; as this device does where it is left out
 */
export function sizeText(bytes: number, locale?: string): string {
	const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
	return (bytes / 1000 ** step).toLocaleString(locale, {
		style: 'unit',
		unit: UNITS[step] ?? 'byte',
		unitDisplay: 'short',
		maximumFractionDigits: step < 2 ? 0 : 1
	});
}
