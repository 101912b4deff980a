// What somebody in a storm asks for next: sensible things mostly, and now and then what must be refused. What is about
// learning rather than writing is in choose-learning.ts.
import { mayChange, mayModerate, mayReply } from '../../src/model/allow.ts';
import { kinds, moves } from '../../src/model/moves.ts';
import { newOp } from '../../src/model/op.ts';
import type { Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import type { Request, Store } from '../../src/store/store.ts';
import { pick } from '../support/seeded.ts';
import { chooseLearning } from './choose-learning.ts';

/** What is chosen from, and by what chance. */
export interface Choice {
  readonly random: () => number;
  /** Makes every text another. */
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Something this person might ask for now, sensible or not; null where they can only read. */
export function choose({ state }: Pick<Store, 'state'>, choice: Choice): Request | null {
  const { discussion, me, posts } = state;
  if (me === null || discussion === null) return null;
  const { random, count } = choice;
  const all = [...posts.values()].filter(isPost);
  const some = (fits: (post: Post) => boolean): Post | undefined => pick(random, all.filter(fits));
  const body = `${me.id} in ${discussion.id}, number ${count}`;
  const dice = random();
  const promptId = dice < 0.15 ? pick(random, discussion.prompts ?? [])?.id : undefined;
  const kind = random() < 0.6 ? pick(random, kinds) : undefined;
  const create: Request = {
    ...{ type: 'create', parentId: null, body },
    ...(kind !== undefined && { kind }),
    ...(promptId !== undefined && { promptId }),
  };
  if (dice < 0.2) return create;
  /** A private talk is between two; a third who may read it could lose that right, and would hold an answer to nothing. */
  const isOpenTo = (post: Post): boolean => {
    const answered = posts.get(post.parentId ?? '');
    return [post, answered].some((one) => one !== undefined && isPost(one) && one.author.id === me.id);
  };
  const mayTake = (post: Post): boolean => post.isPrivate !== true || isOpenTo(post);
  const reply = (parentId: string): Request => {
    const move = random() < 0.5 ? pick(random, moves) : undefined;
    const isPrivate = mayModerate(me) && random() < 0.2;
    return {
      ...{ type: 'create', parentId, body },
      ...(move !== undefined && { move }),
      ...(isPrivate && { isPrivate }),
    };
  };
  if (dice < 0.42) {
    const parent = some((post) => mayReply(me, post, discussion) && mayTake(post));
    return parent === undefined ? create : reply(parent.id);
  }
  // Where there are prompts, facilitators have more to do with them than with posts.
  const isTeaching = mayModerate(me) && discussion.prompts !== undefined && random() < 0.7;
  if (isTeaching) return chooseLearning(state, all, choice) ?? create;
  if (dice < 0.46) return reply(some(mayTake)?.id ?? newOp());
  const own = some((post) => mayChange(me, post));
  if (dice < 0.58 && own !== undefined)
    return { type: 'edit', id: own.id, body: `${body}, edited`, revision: own.revision };
  if (dice < 0.64 && own !== undefined) return { type: 'remove', id: own.id };
  const other = pick(random, all);
  if (other === undefined) return create;
  if (dice < 0.67) return { type: 'edit', id: other.id, body: `${body}, not theirs`, revision: other.revision };
  if (dice < 0.78)
    return { type: 'moderate', id: other.id, state: random() < 0.5 ? 'shown' : 'hidden', reason: 'because' };
  return chooseLearning(state, all, choice) ?? create;
}
