// Texts that were begun and not sent, one a place, kept across a reload, a closed tab and a sign-in. A member's texts are
// gone as soon as another member writes here. Knows nothing of fields; who calls decides what is worth keeping.
import type { Clock } from '../store/clock.ts';

/** The part of the browser's Storage that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** The drafts of one discussion. */
export interface Drafts {
  /** The text kept for a place; empty where there is none. */
  read(place: string): string;
  /** What was chosen with that text, as it was kept: read it with suspicion; null where nothing was kept of it. */
  chosen(place: string): unknown;
  /** Keeps a text and what was chosen with it for a place, a moment later; an empty one forgets both at once. */
  write(place: string, text: string, chosen?: object): void;
  /** Keeps at once what is about to be kept. */
  flush(): void;
  /**
   * Says which member writes; null for a guest, or somebody not known yet. What nobody known wrote becomes the member's.
   * True where another member wrote here before: their texts are forgotten.
   */
  setWriter(member: string | null): boolean;
  /** Forgets what the member wrote who writes here, in every discussion of this server and site: they have signed out. */
  forget(): void;
}

/** What drafts are made of. */
export interface DraftSettings {
  /** Null keeps them in the page. */
  readonly storage: DraftStorage | null;
  readonly clock: Clock;
  /** Tells apart discussions of the same id on different backends. */
  readonly scope: string;
  readonly discussion: string;
}

/** The most drafts that are kept in a browser; the oldest go first. */
export const draftLimit = 50;
/** Milliseconds after which a draft is forgotten: 30 days. */
export const draftLifeMs = 30 * 24 * 60 * 60_000;
const gatherMs = 400;
const root = 'peer-discussion:draft:';

interface Draft {
  readonly text: string;
  readonly chosen: unknown;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The member who wrote it; null where nobody was signed in. */
  readonly by: string | null;
}

function revive(kept: string | null): Draft | null {
  try {
    const { text, at, by, chosen = null } = JSON.parse(kept ?? 'null') as Record<string, unknown>;
    if (typeof text !== 'string' || typeof at !== 'number') return null;
    return { text, at, by: typeof by === 'string' ? by : null, chosen };
  } catch {
    return null;
  }
}

/** A storage that may refuse, as one that never throws. What it refuses is kept in the page. */
function tolerant(storage: DraftStorage | null): {
  get(key: string): string | null;
  set(key: string, value: string | null): void;
  keys(): string[];
} {
  const page = new Map<string, string | null>();
  const attempt = <T>(ask: (from: DraftStorage) => T, otherwise: T): T => {
    try {
      return storage === null ? otherwise : ask(storage);
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => page.get(key) ?? (page.has(key) ? null : attempt((from) => from.getItem(key), null)),
    set(key, value) {
      const isKept = attempt((to) => {
        if (value === null) to.removeItem(key);
        else to.setItem(key, value);
        return true;
      }, false);
      if (isKept) page.delete(key);
      else page.set(key, value);
    },
    keys() {
      const kept = attempt((from) => Array.from({ length: from.length }, (_, place) => from.key(place) ?? ''), []);
      return [...new Set([...kept, ...page.keys()])].filter((key) => key.startsWith(root));
    },
  };
}

/** The drafts of a discussion, as an earlier page left them. */
export function createDrafts({ storage, clock, scope, discussion }: DraftSettings): Drafts {
  const kept = tolerant(storage);
  const scopeRoot = root + JSON.stringify(scope);
  const keyOf = (place: string): string => `${scopeRoot}${JSON.stringify([discussion, place])}`;
  const waiting = new Map<string, Pick<Draft, 'text' | 'chosen'>>();
  let writer: string | null = null;
  let cancel = (): void => {};

  const isOurs = ({ by, at }: Draft): boolean => (by === null || by === writer) && clock.now() - at < draftLifeMs;

  function prune(): void {
    const drafts = kept.keys().map((key) => ({ key, at: revive(kept.get(key))?.at ?? 0 }));
    drafts.sort((a, b) => b.at - a.at);
    const isTooMuch = ({ at }: { at: number }, place: number): boolean =>
      place >= draftLimit || clock.now() - at >= draftLifeMs;
    for (const { key } of drafts.filter(isTooMuch)) kept.set(key, null);
  }

  function flush(): void {
    cancel();
    for (const [place, begun] of waiting) {
      const draft: Draft = { ...begun, at: clock.now(), by: writer };
      kept.set(keyOf(place), JSON.stringify(draft));
    }
    if (waiting.size > 0) prune();
    waiting.clear();
  }

  function find(place: string): Pick<Draft, 'text' | 'chosen'> | null {
    const draft = revive(kept.get(keyOf(place)));
    return waiting.get(place) ?? (draft !== null && isOurs(draft) ? draft : null);
  }

  return {
    read: (place) => find(place)?.text ?? '',
    chosen: (place) => find(place)?.chosen ?? null,
    write(place, text, chosen) {
      cancel();
      if (text === '') {
        waiting.delete(place);
        kept.set(keyOf(place), null);
      } else waiting.set(place, { text, chosen: chosen ?? null });
      cancel = waiting.size > 0 ? clock.after(gatherMs, flush) : () => {};
    },
    flush,
    forget() {
      cancel();
      waiting.clear();
      if (writer === null) return;
      for (const key of kept.keys().filter((one) => one.startsWith(scopeRoot)))
        if (revive(kept.get(key))?.by === writer) kept.set(key, null);
      writer = null;
    },
    setWriter(member) {
      if (member === null || member === writer) return false;
      const isAnother = writer !== null;
      if (isAnother) waiting.clear();
      writer = member;
      for (const key of kept.keys().filter((one) => one.startsWith(scopeRoot))) {
        const draft = revive(kept.get(key));
        if (draft === null || (draft.by !== null && draft.by !== member)) kept.set(key, null);
        else if (draft.by === null) kept.set(key, JSON.stringify({ ...draft, by: member }));
      }
      return isAnother;
    },
  };
}
