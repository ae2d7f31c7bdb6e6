import { normaliseWord } from './normalise';

/** English function words and fillers that carry no content of an answer. */
const FUNCTION_WORDS = new Set(
	`a about above after again against all also although always am an and another any anything are aren't as at
	back be because been before being below between both but by call called can can't cannot could couldn't did didn't
	do does doesn't doing don't done down during each either else etc even ever every few first for from further
	get gets getting give given gives go goes going got had hadn't has hasn't have haven't having he her here hers him his
	how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just kind know last let let's lets like
	lot made make makes many may maybe me mean means might more most much must my need needs neither never no nor not
	nothing now of off often on once one ones only onto or other others otherwise our ours out over own per perhaps
	put quite rather really same say second see seem seems shall she should shouldn't simply since so some something
	sort still such sure take takes than that that's the their theirs them themselves then there there's these they
	they're thing things think third this those though three through thus to together too two under unless until up
	upon us use used uses using usually very via want wants was wasn't way ways we we're well were weren't what what's
	when where whereas whether which while who whom whose why will with within without won't would wouldn't yes yet
	you you'd you'll you're you've your yours actually basically okay ok um well`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

/** Whether a word can carry content: it has a letter or digit and is no function word. */
export function isContentWord(word: string): boolean {
	const normal = normaliseWord(word);
	return /[\p{L}\p{N}]/u.test(normal) && !FUNCTION_WORDS.has(normal);
}
