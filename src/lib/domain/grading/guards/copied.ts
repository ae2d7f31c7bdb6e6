import { stemsOf } from '../normalise';
import { CAPS, capText, type Guard } from './guard';

/** Words in a row that are compared; shorter rows are common property. */
const ROW = 4;
const FEWEST_ROWS = 6;

/** From this share of rows that stand in a shown text, an answer is that text again. */
const COPY_SHARE = 0.65;

/** A model answer given back nearly word for word after it was shown. Before, it is only good. */
export const copied: Guard = ({ answer, shown_texts }) => {
	if (shown_texts.length === 0) return null;
	const rows = rowsOf(answer.words.map((word) => word.stem));
	if (rows.length < FEWEST_ROWS) return null;
	const share = Math.max(
		...shown_texts.map((text) => {
			const shown = new Set(rowsOf(stemsOf(text)));
			return rows.filter((row) => shown.has(row)).length / rows.length;
		})
	);
	if (share < COPY_SHARE) return null;
	const cap = CAPS.copied;
	return {
		code: 'copied',
		cap,
		message: `${String(Math.round(share * 100))} % of this is word for word the model answer that you were shown, and copying shows nothing. The score is at most ${capText(cap)}. The same in words of your own lifts this.`
	};
};

function rowsOf(stems: readonly string[]): string[] {
	const words = stems.filter((stem) => /[\p{L}\p{N}]/u.test(stem));
	return words
		.slice(0, Math.max(0, words.length - ROW + 1))
		.map((_, index) => words.slice(index, index + ROW).join(' '));
}
