import { words } from './words';

/** Words without content of their own. */
export const FUNCTION_WORDS = words(`
a an the this that these those it its itself he she they them their theirs we us our you your i me
my one's who whom whose which what is are was were be been being am do does did doing done have
has had having will would can could may might must shall should ought need needs to of in on at by
for from with within as into onto upon about between among through during per via than and or but
so if then because since while whereas although though when where whenever unless until till
whether as once there here also too just even still very really quite rather much more most less
least fewer such own both either neither nor not no how why only any some each every all yet
already anyway therefore hence thus however otherwise instead well ever etc eg ie like kind sort
lot way thing things something anything someone somebody anyone anybody people us let lets
basically actually usually normally generally simply mostly mainly typically often sometimes
always never likely another other others oneself themselves himself yourself myself now
`);

/** Verbs and nouns that say little: half weight. */
export const LIGHT_WORDS = words(`
use make get take give go come become put set keep happen mean call say tell know see want need
work run allow let able can cause case time time example data value object thing part result way
type kind number amount fact term order
`);

/** Always verbs. */
export const AUXILIARIES = words(`
is are was were be been am do does did has have had can could may might must will would shall
should let lets
`);

/** What a noun may follow. */
export const DETERMINERS = words(`
a an the of no its their his her your my our each every any some this these those own
`);

/** Stand for a subject named before. */
export const PRONOUNS = words(`
it they them this that these those which who one he she we you i both
`);

/** Open a new piece of a sentence. */
export const HARD_WORDS = words(`
but while whereas although though because since so if when whenever unless until otherwise which
yet however then
`);

/** Open a condition. */
export const CONDITIONS = words(`
if when whenever unless
`);

/** Belong to a verb: up, down … */
export const PARTICLES = words(`
away back down off on out up
`);

/** Function words that carry some content. */
export const KEPT_WORDS = words(`
same different always sometimes everything everybody everyone first last equal
`);

/** Carry no weight: compared as quantities. */
export const UNCOUNTED_WORDS = words(`
several many multiple numerous simultaneously concurrently
`);

/** Deny what follows. */
export const NEGATORS = words(`
not never no none nobody nothing neither nor cannot without nowhere hardly barely scarcely rarely
seldom n't unable impossible lack lacks lacking missing absent absence
`);

/** Deny a verb in -ing, or one behind “to” or “from”. */
export const NEGATING_VERBS = words(`
fail refuse prevent avoid forbid prohibit stop
`);

/** Deny their object. */
export const NEGATING_WITH_OBJECT = words(`
prevent avoid prohibit eliminate exclude
`);

/** Verbs that only link a subject with what it has. */
export const HAVING_VERBS = words(`
contain hold include possess own carry exist have
`);

/** Nouns more often than verbs: they need a clear place to count as verbs. */
export const NOUN_OR_VERB = words(`
address code contact group list index number order type value key lock log process program record
report result step structure test thread time name form place point part path class stack queue
cache hash map block table field node row state link port host frame packet bit byte page file
unit rule commit program function signal interface object word sound light cause cost load store
request response answer question limit copy range view query join merge pull fetch push pop lack
hold project back center measure claim end start stop change increase decrease rise fall drop
benefit use need want work play run mark slow clear open free empty clean dry warm cool calm
narrow loose lower smooth separate complete direct correct idle quiet present perfect secure
subject share access return call push cut cover contract sort plan design model note match track
trace thrash
`);

/** Related to their opposite only as the same part of speech. */
export const AMBIGUOUS_POLES = words(`
drop fall rise hold add close free lower lead hit miss pass fail commit stop start end open push
pull import export store load left light contract split
`);
