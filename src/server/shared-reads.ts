// Reads shared between those who ask the same: after a restart thousands of readers come back with the same head, and
// what they missed is read once. A storage like any other; knows nothing of views.
import type { Slice, Storage } from '../room/storage.ts';

/** Milliseconds that a read is kept for others. */
const keptMs = 1_000;

/** One copy for each who asked: what nobody can change may be everybody's. */
function copyOf<S extends Slice | null>(slice: S): S {
  if (slice === null) return slice;
  for (const post of slice.posts) {
    Object.freeze(post);
    Object.freeze(post.author);
  }
  return { ...slice, posts: [...slice.posts] };
}

/**
 * The same storage, its reads shared. Nobody is given a room older than it was when they asked: a read is shared while
 * the room stands where it stood, and with those who asked before it began.
 */
export function shareReads(storage: Storage): Storage {
  const reads = new Map<string, Promise<Slice | null>>();

  function begin<S extends Slice | null>(key: string, read: () => Promise<S>): Promise<S> {
    const begun = read();
    const drop = (): void => {
      if (reads.get(key) === begun) reads.delete(key);
    };
    reads.set(key, begun);
    begun.catch(drop);
    setTimeout(drop, keptMs).unref();
    return begun;
  }

  async function share<S extends Slice | null>(asked: readonly unknown[], read: () => Promise<S>): Promise<S> {
    const key = JSON.stringify(asked);
    const head = await storage.head(String(asked[1]));
    const earlier = reads.get(key) as Promise<S> | undefined;
    const found = await earlier?.catch(() => null);
    if (found?.head === head) return copyOf(found);
    const later = reads.get(key) as Promise<S> | undefined;
    return copyOf(await (later === undefined || later === earlier ? begin(key, read) : later));
  }

  return {
    ...storage,
    since: (room, head) => share(['since', room, head], () => storage.since(room, head)),
    everything: (room) => share(['everything', room], () => storage.everything(room)),
    threads: (room, order, after, limit) =>
      share(['threads', room, order, after, limit], () => storage.threads(room, order, after, limit)),
  };
}
