// What somebody in a storm asks for next: sensible things mostly, and now and then what must be refused.
import { mayChange, mayReply } from '../../src/model/allow.ts';
import { newOp } from '../../src/model/op.ts';
import type { Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import type { Request, Store } from '../../src/store/store.ts';
import { pick } from '../support/seeded.ts';

/** Something this person might ask for now, sensible or not; null where they can only read. */
export function choose({ state }: Pick<Store, 'state'>, random: () => number, count: number): Request | null {
  const { discussion, me } = state;
  if (me === null || discussion === null) return null;
  const all = [...state.posts.values()].filter(isPost);
  const some = (fits: (post: Post) => boolean): Post | undefined => pick(random, all.filter(fits));
  const body = `${me.id} in ${discussion.id}, number ${count}`;
  const create: Request = { type: 'create', parentId: null, body };
  const dice = random();
  const promptId = discussion.prompts?.[0]?.id;
  if (dice < 0.25) return promptId === undefined || random() < 0.3 ? create : { ...create, promptId };
  if (dice < 0.5) return { ...create, parentId: some((post) => mayReply(me, post, discussion))?.id ?? null };
  if (dice < 0.55) return { ...create, parentId: pick(random, all)?.id ?? newOp() };
  const own = some((post) => mayChange(me, post));
  if (dice < 0.7 && own !== undefined)
    return { type: 'edit', id: own.id, body: `${body}, edited`, revision: own.revision };
  if (dice < 0.78 && own !== undefined) return { type: 'remove', id: own.id };
  const other = pick(random, all);
  if (other === undefined) return create;
  if (dice < 0.82) return { type: 'edit', id: other.id, body: `${body}, not theirs`, revision: other.revision };
  const state_ = random() < 0.5 ? 'shown' : 'hidden';
  return { type: 'moderate', id: other.id, state: state_, reason: 'because' };
}
