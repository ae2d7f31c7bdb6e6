/** Pairs of antonyms from WordNet 3.1 (licence: static/licences/wordnet.txt), as word/word. */
export const WORDNET_ANTONYMS = `
abnormal/normal absolute/relative absorb/emit abundance/scarcity abundant/scarce
acceptance/rejection accidentally/deliberately active/dormant actual/potential add/subtract
admit/deny admit/reject advance/retreat arrive/leave artificial/natural artificially/naturally
asleep/awake asset/liability attack/defend attraction/repulsion attractive/repulsive back/front
background/foreground backward/forward birth/death boil/freeze borrow/lend break/repair
brighten/darken buy/sell careful/careless carefully/carelessly central/peripheral coarse/fine
come/go compact/loose competition/cooperation complexity/simplicity complicate/simplify
compound/simple concave/convex constructive/destructive continual/sporadic contraction/expansion
converge/diverge danger/safety darken/lighten demote/promote deposit/withdraw differ/equal
difficulty/ease divide/multiply divide/unite double/single downgrade/upgrade downstream/upstream
downward/upward dull/sharp emptiness/fullness empty/fill enter/exit erase/record
exclusive/inclusive extensive/intensive exterior/interior falsity/truth find/lose foe/friend
forget/remember former/latter forward/reverse frail/robust future/past gain/loss gather/spread
general/particular generalize/specify give/take gradual/sudden greater/lesser guilty/innocent
half/whole harden/soften heterogeneous/homogeneous hollow/solid incoming/outgoing
inferior/superior inflow/outflow inward/outward junior/senior lengthen/shorten liquid/solid
gaseous/liquid gaseous/solid lowered/raised major/minor majority/minority maximal/minimal
meaningful/meaningless move/stay narrow/widen noisy/quiet objective/subjective
overestimate/underestimate partly/wholly permanently/temporarily follow/precede prefix/suffix
qualitative/quantitative shrink/stretch silence/sound sink/source strength/weakness
strengthen/weaken thicken/thin useful/useless usefulness/uselessness valuable/worthless
discourage/encourage dissuade/persuade defend/prosecute defensive/offensive direct/inverse
profit/lose reward/penalty resist/yield survive/succumb optimism/pessimism permanent/temporary
success/failure
`;
