/**
 * Opposites, one axis a line, written `one side | other side`; words on one side mean the same.
 * Behind a `~` stand contrast terms: members of one family that are no opposites by themselves.
 */
export const AXES = `
fast quick rapid speedy swift | slow sluggish
large big huge great high | small tiny low lower
increase grow rise raise gain enlarge expand add | decrease reduce shrink drop fall lower lessen decline diminish
maximize | minimize
maximum max | minimum min
strong | weak
long | short
early earlier | late
new | old
first | last
immediately | later afterwards
continue proceed | stop halt end terminate
begin start | end finish stop terminate
open | close closed shut
same equal identical | different distinct unequal
similarity | difference
true | false
right correct valid | wrong incorrect invalid false
good | bad poor
good better | worse
easy simple | hard difficult complex complicated
easily | hardly
safe secure | unsafe dangerous insecure
push enqueue insert append | pop dequeue remove delete
acquire | release
lock | unlock
allocate | free deallocate
encrypt encryption | decrypt decryption
encode | decode
compress | decompress
serialize | deserialize
send transmit | receive
sender | receiver
read | write
upload | download
public | private
global | local
dynamic | static
mutable modifiable changeable | immutable unmodifiable unchangeable
asynchronous async | synchronous sync
asymmetric | symmetric
lifo | fifo
left | right
top | bottom
inner inside internal | outer outside external
parent | child
ancestor | descendant
superclass base | subclass derived
abstract | concrete
horizontal scaleout | vertical scaleup
up | down
on | off
input | output
source | destination target
virtual logical | physical
primary | secondary
positive | negative
supervised | unsupervised
overfit overfitting | underfit underfitting
optimistic | pessimistic
shared common | exclusive private separate
constant fixed | variable varying
sparse | dense
directed | undirected
ascending | descending
even | odd
upper | lower
parallel concurrent simultaneous | sequential serial
online | offline
stateful | stateless
connectionoriented | connectionless
accelerate | decelerate
reliable | unreliable
blocking | nonblocking
preemptive | cooperative nonpreemptive
hit | miss
commit | rollback
accept | reject refuse deny
succeed pass success | fail failure
include | exclude
visible public | invisible hidden
show expose reveal | hide conceal
win | lose
keep retain preserve hold | discard lose throw drop
import | export
attach | detach
connect connected | disconnect disconnected
enable | disable
above | below
compile-time | run-time
static | dynamic
hard | soft
deep | shallow
wide broad | narrow
unique | duplicate
strict | loose
cheap | expensive costly
full | empty
busy | idle
active | passive inactive
ahead | behind
advantage benefit pro | disadvantage drawback con
merge join combine | split separate
near close nearby | far distant away
often frequent | rare
everything | nothing
everybody everyone | nobody
at-least | at-most
cause create produce introduce | avoid prevent eliminate
~class | instance
~private | protected
~trigger | procedure
~cookie | localstorage sessionstorage
~stochastic | batch
~writethrough | writeback
linear | constant logarithmic quadratic exponential
ordered sorted | unordered unsorted
interpreted | compiled
stable | unstable
safe | risky
light lightweight | heavy heavyweight
automatic | manual
explicit | implicit
general | specific
known | unknown
relevant | irrelevant
legal allowed | illegal forbidden
consistent | inconsistent
deterministic random | nondeterministic
allow permit enable | forbid prevent prohibit
create construct | destroy destruct
constructor | destructor
load | store
mount | unmount
subscribe | unsubscribe
lead leader | follow follower
ignore | respect consider
attract | repel
hot warm heat | cold cool
light bright | dark
loud | quiet
wet | dry
thick | thin
rough | smooth
tight | loose
melt | freeze
evaporate | condense
expand | contract
float | sink
push | pull
pull | push
dead | alive
~tcp | udp
~stack | queue
~client | server
~producer | consumer
~master | slave
~kernel | user
~head | tail
~breadth | depth
~thread | process
~ipv4 | ipv6
~array | list
~class | interface
~get | post
~merge | rebase
~fetch | pull
~precision | recall
~bias | variance
~training train | test testing
~fetch | push
~black | white
~inner | left
~row | column
~key | value
~compile | run
~unit | integration
~authentication authenticate | authorization authorize
~http | https
~http1.1 http1 | http2 http3
~sql | nosql
~replication | sharding
~latency | throughput
~availability | consistency
~overload overloading | override overriding
~localstorage | sessionstorage
~where | having
~list | tuple
~stage staging | repository
~coupling | cohesion
~classification | regression
~recursion | iteration recursive iterative
~hash | encrypt
~mac | ip
~switch | router
~monolith | microservice
~rest | graphql
~primary | foreign
~column | row
~numerator | denominator
`;
