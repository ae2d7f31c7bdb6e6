import { ACCOUNT_EXAMPLES } from './examples/account';
import { ACTIVITY_EXAMPLES } from './examples/activities';
import { ANSWER_EXAMPLES } from './examples/answers';
import type { RouteExamples } from './examples/example';
import { LIBRARY_EXAMPLES } from './examples/library';
import { MASTERY_EXAMPLES } from './examples/mastery';
import { REVIEW_EXAMPLES } from './examples/reviews';
import { PREPARING_EXAMPLES } from './examples/preparing';
import { SESSION_EXAMPLES } from './examples/sessions';
import type { RouteKey } from './routes';

/** An example of every route: a route without one does not compile. */
export const EXAMPLES: RouteExamples<RouteKey> = {
	...MASTERY_EXAMPLES,
	...SESSION_EXAMPLES,
	...ACTIVITY_EXAMPLES,
	...ANSWER_EXAMPLES,
	...REVIEW_EXAMPLES,
	...LIBRARY_EXAMPLES,
	...PREPARING_EXAMPLES,
	...ACCOUNT_EXAMPLES
};
