/** A pattern and what takes its place; run in order over lower-case text. */
export type Phrase = readonly [pattern: RegExp, replacement: string];

/** Short forms written out, possessives taken off. */
export const CONTRACTIONS: readonly Phrase[] = [
	[/\b(ca)n'?t\b/g, 'can not'],
	[/\bcannot\b/g, 'can not'],
	[/\bwo n'?t\b|\bwon't\b/g, 'will not'],
	[/\bshan't\b/g, 'shall not'],
	[/n't\b/g, ' not'],
	[/\b(do|does|did|is|are|was|were|has|have|had|should|would|could|must)nt\b/g, '$1 not'],
	[/\bgonna\b/g, 'going to'],
	[/\b(it|that|there|what|who|he|she|here|where|how)'s\b/g, '$1 is'],
	[/'re\b/g, ' are'],
	[/'ve\b/g, ' have'],
	[/'ll\b/g, ' will'],
	[/'d\b/g, ' would'],
	[/\bi'm\b/g, 'i am'],
	[/'s\b/g, ''],
	[/'\b|\b'/g, ' ']
];

/** Negation that does not negate, and fixed phrases that become one word. */
export const IDIOMS: readonly Phrase[] = [
	[/\bget(s|ting)? rid of\b/g, 'avoid$1'],
	[/\bhttp\/(?=\d)/g, 'http'],
	[/\b(?:go|goes|going|went|gone|carry|carries|keep|keeps) on\b/g, 'continues'],
	[
		/(?<!all )(?<!both )\b(?:at once|right away|straight away|at the same moment)\b/g,
		'immediately'
	],
	[/\bwrite[ -](?=through|back\b)/g, 'write'],
	[/\bscal(?:e|es|ed|ing) (up|out)\b/g, 'scale$1'],
	[/\bscal(?:e|es|ed|ing) vertically\b/g, 'scaleup'],
	[/\bscal(?:e|es|ed|ing) horizontally\b/g, 'scaleout'],
	[/\bconnection[ -](?:oriented|based)\b/g, 'connectionoriented'],
	[/\b(?:go|goes|going|went|gone) up\b/g, 'increases'],
	[/\b(?:go|goes|going|went|gone) down\b/g, 'decreases'],
	[/\bspeeds? up\b/g, 'accelerates'],
	[/\bslows? down\b/g, 'decelerates'],
	[
		/\b(send|read|write|try|start|use|transmit|open|load|run|build|create|compute)(s?)( it| them)? again\b/g,
		're$1$2$3'
	],
	[/\bnot (only|just|merely|simply)\b/g, ' '],
	[
		/\bno matter\b|\bno doubt\b|\bwhether or not\b|\bor not\b|\bif not\b(?=[ ,]*(?:$|[.;,]))|\bnot to mention\b|\bwithout (a )?doubt\b|\bof course not\b/g,
		' '
	],
	[/\bno longer\b|\bnot any ?more\b|\bnot any longer\b/g, ' not '],
	[/\bno one\b/g, ' nobody '],
	[/\bnothing but\b|\bnothing (else )?than\b/g, ' only '],
	[/\bat least\b|\bno (?:less|fewer) than\b|\bnot (?:less|fewer) than\b/g, ' at-least '],
	[
		/\bat most\b|\bno more than\b|\bnot more than\b|\bup to (?=\w+ (?:\w+ )?(?:child|node|time|element|bit|byte|thread))/g,
		' at-most '
	],
	[/\bcompile[ -]time\b/g, ' compile-time '],
	[/\brun[ -]?time\b/g, ' run-time '],
	[/\broll(?:s|ed|ing)? ?back\b/g, ' rollback '],
	[/\bnon[ -](?=[a-z])/g, 'non'],
	[/\ba ?synchronous/g, 'asynchronous'],
	[/\blast[ -]+in[, -]+first[ -]+out\b/g, ' lifo '],
	[/\bfirst[ -]+in[, -]+first[ -]+out\b/g, ' fifo '],
	[/\bas well as\b/g, ' and '],
	[
		/\bat a time\b|\bat once\b|\bat the same time\b|\bfor example\b|\bfor instance\b|\bon the other hand\b|\bon the contrary\b|\bin (?:general|fact|other words|this case|that case)\b|\bof course\b|\bas well\b|\beach other\b|\bone another\b|\bat all\b|\bthe other way (?:a)?round\b|\bvice versa\b/g,
		' '
	],
	[/\b(?:does|do|did) (?:it|they|so)\b/g, ' ']
];

/** What people say before they say it, at the start of a text, sentence or line. */
export const HEDGE: Phrase = [
	/(^|[.;!?\n]\s*)(?:(?:well|so|ok|okay|um|uh|hm|yes|yeah|sure|basically|actually|i mean|as far as i (?:know|remember)|if i remember (?:right|correctly|it right))[, ]+)*(?:(?:and )?i (?:would |'d )?(?:also )?(?:think|believe|guess|say|suppose|assume)(?: that)?,? )?/g,
	'$1'
];

/** Signs and blanks, before the hedges, before the idioms and after them. */
export const TIDYING: Readonly<Record<'before' | 'between' | 'after', readonly Phrase[]>> = {
	before: [
		[/[’‘`]/g, "'"],
		[/[“”]/g, '"']
	],
	between: [[/[ \t]+/g, ' ']],
	after: [
		[/(?<=\d),(?=\d{3})/g, ''],
		[/\b(e\.g|i\.e|etc|vs|resp)\./g, '$1']
	]
};
