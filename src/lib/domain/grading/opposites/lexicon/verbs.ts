/** Base forms of verbs, derived from WordNet 3.1 (licence: static/licences/wordnet.txt). */
export const VERBS = `
abandon abolish absorb abstract abuse accelerate accept access accommodate accompany accomplish
accord accost accumulate accuse ache achieve acknowledge acquire act activate adapt add address
adhere adjourn adjust administer admire admit adopt advance advertise advise advocate affect
affirm affix afford aggravate agree aid aim alert align allege allocate allot allow alter amaze
amend amplify amuse analyze anchor announce annoy answer anticipate appear appease append applaud
apply appoint appreciate approach approve approximate argue arise arouse arrange arrest arrive
ascertain ask assail assault assemble assert assess assign assimilate assist associate assume
assure attach attack attain attempt attend attract attribute augment authenticate authorize avail
avert avoid await awake awaken babble bake ban bang banish baptize bar base bask bat batch bathe
bawl be bear beat beckon become beg begin behave behold believe bellow belong bend benefit beset
bestow bet bethink betray bevel bid bind birdie bite blame blast blaze bleed blend bless blink
block bloom blossom blur blush boast bob boil bolt boom boost border bore borrow bother bounce
bound bow brace branch break breathe bring bristle broadcast broaden brood brush buffer build bump
bundle burn burst bury butt buy buzz bypass cache cackle calculate calibrate call calm cancel
capture care caress carry carve cast catch cater cause caution cease celebrate centrifuge certify
challenge change chant characterize charge chart chase chatter cheat check checkout cherish chew
choke choose choreograph chortle chuckle circulate cite claim clamber clamor clamp clap clash
clasp classify clatter clean click climb cling clog clone close clothe clutch coax cock coincide
collaborate collapse collect collide combine come command commemorate commence commend comment
commit communicate commute compare compel compensate compete compile complain complete complicate
comply compose compound comprehend compress comprise compromise compute concatenate conceal
concede conceive concentrate concern conclude concur condemn condense conduct confess confide
configure confine confirm confront confuse congratulate connect conquer consent consider consign
consist consolidate conspire constitute construct construe consult consume contain contaminate
contemplate contend continue contract contradict contribute control converse convert convey
convict convince cook cool cooperate coordinate cope copy correct correlate correspond corroborate
cost cough count counteract cover crack crackle crash crave crawl creak create creep criticize
croon cross crouch crow crown cruise crush cry crystallize culminate cultivate cure curl curse
curtail cut damage dampen dance dangle dare darken dart dash deal debug decay deceive decide
declare decline decode decorate decrease decrement decry decrypt dedicate deduce deduct deem
defeat defend define defy delay delegate delete delight deliver demand demonstrate denote denounce
deny depart depend depict deploy deposit depress deprive dequeue dereference derive descend
describe deserialize desert deserve design designate desire despise destine destroy detach detect
deteriorate determine develop devise devote diagnose dialyze dictate die differ differentiate dig
dilate dilute diminish dine dip direct disagree disappear disappoint disapprove discern disclose
discontinue discourage discover discuss dislike dismiss dismount disobey dispatch dispel disperse
display dispose dispute disregard disrupt disseminate dissolve distill distinguish distort
distribute disturb dive divert divide divorce do document dodge dominate don donate doom double
downgrade download doze draft drag drain drape draw dread dress drift drill drink drip drive drop
drown dry duck dump dwell dwindle earn ease eat echo economize educate ejaculate elaborate elapse
elect elevate elicit eliminate embody embrace emerge emphasize employ empty enable enact enclose
encode encompass encounter encourage encrypt end endanger endorse endow endure enforce engage
engender engulf enhance enjoy enlarge enlist enqueue enrich enroll ensue ensure entail enter
entertain entitle envision envy epitomize equate equip erase erect err erupt escape escort
establish estimate evade evaluate evaporate evoke evolve exaggerate examine exceed excite exclaim
exclude excuse execute exemplify exercise exert exhaust exhibit exist expand expect expend expire
explain explode exploit explore export expose express extend extract facilitate fade fail fall
falter fan fancy fascinate fasten fathom favor feed feel fell fetch fight file fill filter finance
find finish fire fit fix flank flap flash flatten flatter flee flick fling flip float flood flop
flounder flourish flow flush fly focus fold follow forbid force forecast foresee forestall forget
forgive fork formulate forsake fortify forward foster found free freeze fret frighten frown
frustrate fulfil fulfill fumble furnish further fuse fuss gain gallop gasp gather gaze generalize
generate gesticulate get giggle give glance glare glaze gleam glimpse glint glitter glorify glow
glower glue go gouge govern grab graduate grant grapple grasp graze greet grin grind grip groan
grope grow growl grumble grunt guarantee guard guess guide gulp gush hail halt hammer hamper
handle hang happen harangue harbor harden hash hasten hate haul haunt have hear heave heed help
hesitate hide hinder hint hire hit hitch hog hold holler honor hook hop hope hover huddle hug hum
hunt hurl hurry hurt hurtle hydrate identify ignite ignore illuminate illumine illustrate imagine
imitate impair impart implement implore imply import impose impress imprison improve incite
incline include incorporate increase increment incur index indicate induce indulge infer inflict
inform inhabit inherit initialise initialize initiate inject injure inquire insert insist inspect
inspire instal install instantiate institute instruct insulate insure integrate intend intensify
intercept interfere interpose interpret interrupt intersect intervene interview intimate introduce
invade invent invest investigate invite invoke involve irritate isolate issue itch itemize iterate
jam jeopardize jerk join judge jump justify keep kick kill kiss kneel knock know label lack lag
lapse lash laugh launch lay lead leak lean leap learn leave lecture lend lessen let levy lick lie
lift like limit limp linger link lint list listen live load locate lock lodge look loom loosen
lose love lower lug lunge lurch lure lurk magnify mail maintain make manage maneuver manifest
manipulate manufacture map mar march mark marry marvel match mate mature mean measure meditate
meet melt memorize mend mention merge merit migrate mingle minify minimize mislead miss mix
mobilize mock modernize modify mold monitor monopolize motivate mount mourn move multiply mumble
murmur muse muster mutter nail necessitate need neglect negotiate nestle neutralize nod nominate
note notice notify nourish obey oblige obscure observe obstruct obtain occupy occur offer
officiate offset omit open operate oppose ordain order organize orient originate oust outdistance
outline outweigh overcome overflow overhear overlap overload overlook overreach override overtake
overthrow overturn overwrite owe pace pack paint pant parallel pardon park parse participate pass
paste pat patronize pause pay peck peer penetrate perceive perch perform perish permit perpetuate
persist personify persuade pertain pick pile pinch pitch place plague plan play plead please plod
plow plunge point poise poison poke polarize polish poll ponder pop populate portray pose possess
post postpone postulate pour practice praise pray preach precede precipitate predict preempt
prefer prepare prepend prescribe present preserve press presume presuppose pretend prevail prevent
prick print probe proceed proclaim prod produce profess prohibit project promise promote prompt
pronounce propel propose prosecute protect protest protrude prove provide provoke pry publicize
publish puff pull pump punch punish purchase purl purport pursue push put puzzle qualify quarrel
query quit quiver quote race raid raise rally ram ransack rap rape ratify rationalize rattle reach
react read reaffirm realize reap reappear rearrange reassure rebase rebuff rebuild rebut recall
recapture recede receive recite reckon recognize recollect recommend recompute reconcile
reconsider reconstruct record recount recover recreate recruit recur reduce refactor refer reflect
refuse regain regard register regret regulate rehearse reign reinforce reiterate reject rejoice
rejoin relate relax release relegate relieve relinquish reload rely remain remark remember remind
remove render renew rent reopen reorganize repair repay repeat repel replace replenish replicate
reply report represent reproduce repudiate request require reread rerun rescue resemble resend
resent reserve reside resign resist resolve resort respond rest restore restrict result resume
retain retire retort retrace retransmit retreat retrieve retry return reunite reuse reveal reverse
revert review revise revive rewrite rid ride ring rip rise risk rival roam roar roast rob roll
rollback rotate rub ruin rumble run rush rustle sacrifice sag sail sanction sanitize satisfy save
savor say scale scamper scan scare scatter schedule scoff scold score scramble scrape scratch
scream screech scrub scrutinize seal search seat secede secure see seek seem seep segregate seize
select sell send separate serialize serve set settle sever sew shake share sharpen shatter shave
shed shield shift shine shiver shoot shop shorten shout shove show shriek shrink shrug shudder
shuffle shun shut sidle sigh sign signify simmer simulate sing sink sip sit situate skip slacken
slam slap slash slaughter sleep slice slide slip slow slug slump smash smell smile smooth smother
snap snarl snatch sniff snore snort snub soak soar soften solder solicit solve sorb sort sound sow
span spare spark speak specialize specify speculate speed spell spend spill spin spit splash split
spoil sponsor sprawl spray spread spring sprinkle sprout spur spy squash squat squeeze stage
stagger stain stake stalk stammer stamp stand stare start startle starve stash stay steal steer
stiffen stimulate stipulate stir stoop stop store straddle straighten strain strangle stream
strengthen stretch strew strike strip strive stroke struggle study stuff stumble subdue submit
subscribe subside subsidize substitute subtract succeed succumb suck sue suffer suggest summarize
summon superimpose supersede supervise supplement supply support suppose suppress surge surpass
surprise surrender surround survey survive suspect suspend sustain swallow swap swarm sway swear
sweep swell swerve swim swing swirl switch swoop symbolize sync synchronize systematize tabulate
tack tag tailor take talk tap taste taunt teach tear telephone tell tempt tend terminate test
testify thank thaw thicken think thrash thread threaten thrive throb throw thrust thump thwart tie
tighten tilt tire toast tolerate topple torture toss total totter touch trace trail train tramp
trample transcend transfer transform translate transmit transport transpose travel traverse tread
treat tremble trigger trim triple trot trudge trust try tuck tug tumble tune turn twine twist
twitch underflow underlie underline undermine understand undertake undo unfold unify unite unleash
unlock update uphold upload upset urge use utilize utter validate vanish vary veer veil venture
verify vibrate vie violate visit visualize volunteer vote vow wade wail wait wake walk wallop
wallow wander want warn warrant wash waste watch waver weaken wear weave weep weigh welcome wheel
whip whirl whisper whistle widen wield wiggle win wink wipe wish withdraw withhold withstand
witness wobble wonder work worry worship wrap wreck wrench write writhe yank yearn yell yield
`;
