// Ways to read windows and pages, for the rules about them. Demands no more than that pages come to an end.
import { demand } from '../../model/demand.ts';
import type { Marker, Page, Post, ThreadOrder, Window } from '../../model/post.ts';
import type { Holding, Witness } from './witness.ts';

type Entry = Post | Marker;

const mostPages = 1_000;

/** Ids by thread, under the id of the first post of each; the thread first whose first post comes first. */
export function threadsOf(entries: Iterable<Entry>): ReadonlyMap<string, readonly string[]> {
  const rootOf = new Map<string, string>();
  const threads = new Map<string, string[]>();
  for (const { id, parentId } of entries) {
    const root = (parentId !== null && rootOf.get(parentId)) || id;
    rootOf.set(id, root);
    threads.set(root, [...(threads.get(root) ?? []), id]);
  }
  return threads;
}

/** The first posts of these threads, in this order. */
export function rootsOf(entries: Iterable<Entry>, order: ThreadOrder): readonly string[] {
  const roots = [...threadsOf(entries).keys()];
  return order === 'oldest' ? roots : roots.toReversed();
}

/** What a window shows of a whole view. */
export function shownIn(view: Holding, { threads, order }: Window): readonly Entry[] {
  const first = rootsOf(view.posts.values(), order).slice(0, threads);
  const ids = new Set(first.flatMap((root) => threadsOf(view.posts.values()).get(root) ?? []));
  return [...view.posts.values()].filter(({ id }) => ids.has(id));
}

/** All pages from here on. */
export async function pagesFrom(witness: Witness, more: string | null): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (let next = more; next !== null; next = pages.at(-1)?.more ?? null) {
    demand(pages.length < mostPages, `pages to come to an end, found ${mostPages}`);
    pages.push(await witness.older(next));
  }
  return pages;
}

/** The posts of a window and of all pages after it. */
export async function pageThrough(witness: Witness, window: Window): Promise<readonly (readonly Entry[])[]> {
  const { posts, more } = await witness.sync(null, window);
  return [posts, ...(await pagesFrom(witness, more ?? null)).map((page) => page.posts)];
}

/** Entries in an order of their own: equal lists for equal views. */
export const byId = (entries: Iterable<Entry>): readonly Entry[] => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
