/** Irregular forms, as form:base. */
export const IRREGULAR: ReadonlyMap<string, string> = pairs(`
sent:send kept:keep built:build ran:run running:run grew:grow grown:grow shrank:shrink
shrunk:shrink lost:lose losing:lose loses:lose written:write wrote:write writing:write went:go
gone:go goes:go came:come took:take taken:take gave:give given:give got:get gotten:get made:make
held:hold found:find thrown:throw threw:throw stolen:steal stole:steal broken:break broke:break
began:begin begun:begin chosen:choose chose:choose known:know knew:know seen:see saw:see said:say
told:tell meant:mean left:left hidden:hide hid:hide rose:rise risen:rise fell:fall fallen:fall
stood:stand understood:understand bought:buy thought:think sold:sell met:meet led:lead fed:feed
caught:catch taught:teach split:split splitting:split swapped:swap stopped:stop stopping:stop
better:good best:good worse:bad worst:bad well:good badly:bad children:child indices:index
indexes:index vertices:vertex matrices:matrix processes:process process:process access:access
accesses:access accessed:access class:class classes:class address:address addresses:address
bus:bus less:less loss:lose losses:lose data:data bytes:byte caches:cache cached:cache
caching:cache queues:queue queued:queue keys:key does:do is:be was:be unlocked:unlock died:die
dies:die dead:dead tied:tie tries:try lies:lie relies:rely drawn:draw drew:draw driven:drive
worn:wear shown:show flew:fly flown:fly spent:spend leaves:leave leaving:leave
`);

/** Numbers written as words, as word:digits. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = pairs(`
zero:0 one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12
once:1 twice:2 hundred:100 thousand:1000
`);

/** Prefixes that turn a word into its opposite. */
export const OPPOSITE_PREFIXES = [
	'un',
	'in',
	'im',
	'il',
	'ir',
	'non',
	'dis',
	'a',
	'de',
	'anti'
] as const;

/** Prefixes that are each other's opposites. */
export const PREFIX_PAIRS = [
	['pre', 'post'],
	['over', 'under'],
	['up', 'down'],
	['inter', 'intra'],
	['en', 'de'],
	['im', 'ex'],
	['in', 'ex'],
	['as', 'de'],
	['multi', 'uni'],
	['multi', 'single'],
	['micro', 'macro'],
	['micro', 'mono'],
	['homo', 'hetero'],
	['sub', 'super'],
	['in', 'de'],
	['inner', 'outer'],
	['fore', 'back']
] as const;

/** More or less of the word they stand beside. */
export const DEGREES: ReadonlyMap<string, number> = new Map([
	['more', 1],
	['most', 1],
	['less', -1],
	['fewer', -1],
	['least', -1]
]);

/** Words that give a place in an order: 1 first, 2 later, 3 last. */
export const RANKS: ReadonlyMap<string, number> = new Map([
	['first', 1],
	['firstly', 1],
	['initially', 1],
	['then', 2],
	['next', 2],
	['afterwards', 2],
	['later', 2],
	['subsequently', 2],
	['secondly', 2],
	['finally', 3],
	['lastly', 3]
]);

function pairs(text: string): ReadonlyMap<string, string> {
	return new Map(
		text
			.trim()
			.split(/\s+/u)
			.map((pair) => {
				const [from = '', to = ''] = pair.split(':');
				return [from, to];
			})
	);
}
