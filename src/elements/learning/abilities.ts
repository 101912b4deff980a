// What somebody may do with a post beyond writing: by the rules of may.ts, and by what the adapter knows. The only reader
// of the capabilities `gates`, `endorse`, `desk` and `evidence`.
import { mayBeHelped, mayClassify, mayEndorse, mayModerate, maySettle } from '../../model/may.ts';
import type { Marker, Post } from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import type { Prompt } from '../../model/prompt.ts';
import type { State } from '../../store/state.ts';

/** What somebody may do with one post. */
export interface Abilities {
  readonly mayClassify: boolean;
  readonly mayEndorse: boolean;
  readonly mayBeHelped: boolean;
  readonly maySettle: boolean;
}

function isOpen({ connection, discussion }: State): boolean {
  return connection !== 'closed' && discussion !== null;
}

/** The first post of the thread that a post stands in; null where it is not known. */
export function rootOf(posts: State['posts'], post: Post): Post | null {
  let root: Post | Marker | undefined = post;
  while (root !== undefined && root.parentId !== null) root = posts.get(root.parentId);
  return root !== undefined && isPost(root) ? root : null;
}

/** What this person may do with this post. */
export function abilitiesOn(post: Post, state: State | null): Abilities {
  if (state === null || !isOpen(state))
    return { mayClassify: false, mayEndorse: false, mayBeHelped: false, maySettle: false };
  const { me, can, posts } = state;
  const root = rootOf(posts, post);
  const endorses = can.endorse === true;
  return {
    mayClassify: mayClassify(me, post) && post.move !== 'thank',
    mayEndorse: endorses && mayEndorse(me, post),
    mayBeHelped: endorses && root !== null && mayBeHelped(me, post, root),
    maySettle: endorses && maySettle(me, post),
  };
}

/** True where this person does what facilitators do at their desk: begin a private talk, and what the desk holds. */
export function hasDesk(state: State | null): boolean {
  return state !== null && isOpen(state) && state.can.desk === true && mayModerate(state.me);
}

/** True where there is evidence of what counts for credit to be given to this person. */
export function hasEvidence(state: State): boolean {
  const { can, discussion } = state;
  return can.evidence === true && discussion?.prompts?.some(({ credit }) => credit !== null) === true;
}

/** What facilitators ask here; null where the adapter keeps no gate, and prompts are left to the page. */
export function promptsIn({ can, discussion }: State): readonly Prompt[] | null {
  return can.gates === true ? (discussion?.prompts ?? []) : null;
}
