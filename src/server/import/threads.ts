// Puts the comments of a page in the order in which they can be posted: oldest first, a parent before its replies.
// Mends what is broken in a source: parents that are not there, and comments that answer themselves by a detour.

/** What this file needs to know of a comment. */
export interface Threaded {
  readonly id: string;
  readonly parentId: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Comments in order, each with the parent it can really have. */
export interface Arranged<T> {
  readonly ordered: readonly { readonly comment: T; readonly parentId: string | null }[];
  /** Ids whose parent is not among the comments: they begin a thread. */
  readonly orphans: readonly string[];
  /** Ids where a circle of replies was opened: they begin a thread. */
  readonly circles: readonly string[];
}

function byAge(a: Threaded, b: Threaded): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/** See the head of this file. Ids must be unique. */
export function arrange<T extends Threaded>(comments: readonly T[]): Arranged<T> {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const ordered: { comment: T; parentId: string | null }[] = [];
  const done = new Set<string>();
  const orphans: string[] = [];
  const circles: string[] = [];

  for (const oldest of [...comments].sort(byAge)) {
    // From the comment up to the first ancestor that is placed, or to the top.
    const chain: T[] = [];
    const inChain = new Set<string>();
    let next: T | undefined = oldest;
    while (next !== undefined && !done.has(next.id) && !inChain.has(next.id)) {
      chain.push(next);
      inChain.add(next.id);
      next = next.parentId === null ? undefined : byId.get(next.parentId);
    }
    let opened: string | null = null;
    if (next !== undefined && inChain.has(next.id)) {
      // A circle: its oldest comment begins the thread, and what was found above it comes below.
      const start = chain.indexOf(next);
      const circle = chain.splice(start);
      const first = circle.indexOf([...circle].sort(byAge)[0] ?? next);
      chain.push(...circle.slice(first + 1), ...circle.slice(0, first + 1));
      opened = chain.at(-1)?.id ?? null;
    }
    for (const comment of chain.reverse()) {
      done.add(comment.id);
      const isOrphan = comment.parentId !== null && !byId.has(comment.parentId);
      if (isOrphan) orphans.push(comment.id);
      if (comment.id === opened) circles.push(comment.id);
      ordered.push({ comment, parentId: isOrphan || comment.id === opened ? null : comment.parentId });
    }
  }
  return { ordered, orphans, circles };
}
