// What a command makes of a post. The room runs it for truth, the store for speed; neither asks here who may.
import type { Discussion, Person, PostCommand, StoredPost } from './post.ts';

/** What the authority adds to a command: never taken from one. */
export interface Circumstances {
  readonly author: Person;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The place in the log that a new post takes. */
  readonly order: number;
  readonly discussion: Discussion;
}

/** Whether this person's words wait for a facilitator here. */
function isHeld(author: Person, discussion: Discussion): boolean {
  return author.role === 'guest' && discussion.guestPosts === 'held';
}

/**
 * The post after the command. Pure; expects a command that `allow()` let pass.
 * @param post the post as it is; undefined where the command creates one
 */
export function decide(post: StoredPost | undefined, command: PostCommand, now: Circumstances): StoredPost {
  if (command.type === 'create') {
    const held = isHeld(now.author, now.discussion);
    return {
      id: command.op,
      parentId: command.parentId,
      author: now.author,
      body: command.body,
      createdAt: now.at,
      editedAt: null,
      revision: 1,
      order: now.order,
      state: held ? 'held' : 'shown',
      published: !held,
    };
  }
  if (post === undefined) throw new TypeError(`${command.type} needs a post`);
  switch (command.type) {
    case 'edit': {
      const held = post.state === 'held' || (post.state === 'shown' && isHeld(now.author, now.discussion));
      return {
        ...post,
        body: command.body,
        editedAt: now.at,
        revision: post.revision + 1,
        state: held ? 'held' : post.state,
      };
    }
    case 'remove': {
      const { reason: _, ...rest } = post;
      return { ...rest, body: '', state: 'removed' };
    }
    case 'moderate': {
      const { reason: _, ...rest } = post;
      if (command.state === 'shown') return { ...rest, state: 'shown', published: true };
      return { ...rest, state: 'hidden', reason: command.reason };
    }
  }
}
