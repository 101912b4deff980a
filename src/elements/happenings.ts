// What happened between two states of one store that somebody should hear of. Pure; who is told, and how, is the
// panel's affair.
import type { Post } from '../model/post.ts';
import { isPost } from '../model/view.ts';
import type { Pending, State } from '../store/state.ts';

/** What happened. */
export interface Happenings {
  /** One's own posts that were durably accepted. */
  readonly posted: readonly Post[];
  /** One's own commands that were refused for good. */
  readonly refused: readonly Pending[];
  /** True where the connection came back. */
  readonly isBack: boolean;
}

/** What happened since `before`; nothing where that is null, or somebody else's. */
export function happenings(before: State | null, now: State): Happenings {
  const isBack = before?.connection === 'offline' && now.connection === 'online';
  if (before === null || before.me?.id !== now.me?.id || before.outbox === now.outbox)
    return { posted: [], refused: [], isBack };
  const standing = new Map(now.outbox.map((pending) => [pending.command.op, pending]));
  const posted: Post[] = [];
  const refused: Pending[] = [];
  for (const { command, state } of before.outbox) {
    if (state === 'refused') continue;
    const after = standing.get(command.op);
    const entry = now.posts.get(command.op);
    if (after?.state === 'refused') refused.push(after);
    if (after === undefined && command.type === 'create' && entry !== undefined && isPost(entry)) posted.push(entry);
  }
  return { posted, refused, isBack };
}
