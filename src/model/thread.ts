// Threads are computed, never stored: a view's posts and markers as one flat list of rows with depth, in reading order.
// By what threads are sorted is in rank-threads.ts; what is folded or left out is for the panel to add.
import type { Marker, Post } from './post.ts';
import { isPost } from './view.ts';

/** One row of a discussion, as it is read from top to bottom. */
export interface Row {
  readonly entry: Post | Marker;
  /** 0 for the first of a thread, one more for every answer on the way. */
  readonly depth: number;
  /** The row it answers; null for the first of a thread, and where what it answered is not in this view. */
  readonly parent: Post | Marker | null;
  /** Posts below it: direct answers and all of theirs. */
  readonly replies: number;
}

/** What else a list of rows should heed. */
export interface ThreadOptions {
  /** Markers to show even without a post below, each with the order its post had: somebody is writing there. */
  readonly keep?: ReadonlyMap<string, number>;
  /** While threads are missing, the first entries of those that are there; what belongs to no such thread is left out. */
  readonly threads?: ReadonlySet<string>;
  /** True where the newest thread stands first. Answers always stand the oldest first. */
  readonly newestFirst?: boolean;
  /** Places of threads by the id of their first entry; a thread without one stands at -1. */
  readonly places?: ReadonlyMap<string, number>;
}

/** A branch while the tree is being put together. `order` is where it stands among its siblings. */
interface Branch {
  readonly entry: Post | Marker;
  parent: Branch | null;
  children: Branch[];
  depth: number;
  order: number;
  /** The least order of the posts in it and below it. */
  earliest: number;
  replies: number;
}

const nowhere = Number.POSITIVE_INFINITY;
const isSomewhere = ({ order }: Branch): boolean => order !== nowhere;

function byOrder(a: Branch, b: Branch): number {
  return a.order === b.order ? (a.entry.id < b.entry.id ? -1 : 1) : a.order - b.order;
}

/** How threads stand among each other. */
function byPlace({ newestFirst = false, places }: ThreadOptions): (a: Branch, b: Branch) => number {
  const placeOf = ({ entry }: Branch): number => places?.get(entry.id) ?? -1;
  return (a, b) => placeOf(a) - placeOf(b) || (newestFirst ? byOrder(b, a) : byOrder(a, b));
}

/** Cuts every ring of entries that answer each other at its oldest, so that all of it hangs below a first post. */
function cutRings(nodes: Iterable<Branch>): void {
  const done = new Set<Branch>();
  for (const start of nodes) {
    if (start.parent === null || done.has(start.parent)) {
      done.add(start); // so it is with nearly all: what a post answers is older
      continue;
    }
    const path = new Set<Branch>();
    let node: Branch | null = start;
    while (node !== null && !done.has(node) && !path.has(node)) {
      path.add(node);
      node = node.parent;
    }
    if (node !== null && path.has(node)) {
      const all = [...path];
      const ring = all.slice(all.indexOf(node));
      const oldest = ring.reduce((a, b) => (byOrder(a, b) < 0 ? a : b));
      oldest.parent = null;
    }
    for (const passed of path) done.add(passed);
  }
}

/**
 * Visits these and every branch below them, each before its children, and notes how deep those are. No recursion: a chain of
 * answers may be as long as it likes.
 */
function walk(roots: readonly Branch[], visit: (node: Branch) => void): void {
  const waiting = [...roots].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    visit(next);
    for (let place = next.children.length - 1; place >= 0; place--) {
      const child = next.children[place];
      if (child === undefined) continue;
      child.depth = next.depth + 1;
      waiting.push(child);
    }
  }
}

/**
 * The rows of a discussion: threads and answers the oldest first, unless the options say otherwise. A marker stands where its earliest post below stands,
 * and is left out where there is none. What answers something unknown, or itself in a ring, is the first of a thread:
 * no post is ever lost.
 */
export function threadRows(entries: Iterable<Post | Marker>, options: ThreadOptions = {}): readonly Row[] {
  const nodes = new Map<string, Branch>();
  for (const entry of entries) {
    const order = isPost(entry) ? entry.order : (options.keep?.get(entry.id) ?? nowhere);
    nodes.set(entry.id, { entry, parent: null, children: [], depth: 0, order, earliest: order, replies: 0 });
  }
  for (const node of nodes.values())
    node.parent = node.entry.parentId === null ? null : (nodes.get(node.entry.parentId) ?? null);
  cutRings(nodes.values());
  for (const node of nodes.values()) node.parent?.children.push(node);
  const isFirst = ({ entry, parent }: Branch): boolean => parent === null && (options.threads?.has(entry.id) ?? true);
  const roots = [...nodes.values()].filter(isFirst);

  const downwards: Branch[] = [];
  walk(roots, (node) => downwards.push(node));
  for (const node of downwards.reverse()) {
    if (node.children.length > 0) node.children = node.children.filter(isSomewhere).sort(byOrder);
    for (const child of node.children) {
      node.replies += child.replies + (isPost(child.entry) ? 1 : 0);
      node.earliest = Math.min(node.earliest, child.earliest);
    }
    if (!isPost(node.entry)) node.order = node.earliest;
  }

  const rows: Row[] = [];
  walk(roots.filter(isSomewhere).sort(byPlace(options)), ({ entry, depth, parent, replies }) =>
    rows.push({ entry, depth, parent: parent?.entry ?? null, replies }),
  );
  return rows;
}
