// What one person may see of a room: the ONE place that says what leaves it. Every exit goes through seen().
import type { Changes, Cursor, Discussion, Marker, Person, Post, StoredPost } from './post.ts';

/** Viewers who see the same, but for their own posts, are one class: a change is filtered once for each. */
export type ViewClass = 'peers' | 'staff';

/** The class this viewer belongs to; `null` is somebody not signed in. */
export function viewClass(viewer: Person | null): ViewClass {
  return viewer?.role === 'facilitator' ? 'staff' : 'peers';
}

/** Somebody of each class who wrote nothing: what they see is what the whole class sees of other people's posts. */
export const onlooker: Readonly<Record<ViewClass, Person | null>> = {
  peers: null,
  staff: { id: '', name: '', role: 'facilitator' },
};

/** Names exactly what this viewer's view depends on: a cursor taken under another key means nothing here. */
export function viewKey(viewer: Person | null): string {
  return `${viewClass(viewer)}:${viewer?.id ?? ''}`;
}

/** True for a post, false for the marker of one that is gone. */
export function isPost(entry: Post | Marker): entry is Post {
  return !('removed' in entry);
}

/**
 * What this viewer holds of a stored post: the post, the marker of one that was there, or nothing at all.
 * Within one view it never goes back from something to nothing; that is what makes a snapshot and the changes since
 * equal to a fresh snapshot.
 */
export function seen(stored: StoredPost, viewer: Person | null): Post | Marker | null {
  const { published, state, ...rest } = stored;
  const mine = viewer !== null && viewer.id === stored.author.id;
  const full = mine || viewClass(viewer) === 'staff';
  if (state !== 'removed' && (state === 'shown' || full)) return { ...rest, state };
  if (published || full) return { id: stored.id, parentId: stored.parentId, removed: true };
  return null;
}

/** One step of a room's history: what every exit starts from. `from` and `to` are heads of that history. */
export interface Commit {
  readonly from: Cursor;
  readonly to: Cursor;
  /** The post as it now is; null where only the discussion's record changed. */
  readonly post: StoredPost | null;
  /** The discussion's record as it now is; null where it did not change. */
  readonly room: Discussion | null;
}

/** A commit as this viewer may see it; the heads go along even where the view did not change. */
export function changesFor(commit: Commit, viewer: Person | null): Changes {
  const entry = commit.post === null ? null : seen(commit.post, viewer);
  return {
    from: commit.from,
    to: commit.to,
    posts: entry === null ? [] : [entry],
    ...(commit.room !== null && { room: commit.room }),
  };
}

/** Many stored posts as this viewer may see them, in the order of the log. */
export function viewOf(stored: Iterable<StoredPost>, viewer: Person | null): (Post | Marker)[] {
  const entries: (Post | Marker)[] = [];
  for (const post of stored) {
    const entry = seen(post, viewer);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}
