// Follows one client along the history: at every moment its screen must be one point of it, and points never go back.
import type { Discussion, Marker, Person, Post } from '../../src/model/post.ts';
import type { Client, Shown } from './evidence.ts';
import { openedBy, placeIn, printOf, sightOf, type History } from './history-model.ts';
import { closedIn, erasOf, gateOf, recordPrint, recordSight, type Era, type Place } from './record-model.ts';

/** Points of a history, from and to, both included. */
type Span = readonly [number, number];

/** What one viewer sees of a history: when each sight stands, and when nothing of a post is seen. */
interface Sights {
  readonly standing: ReadonlyMap<string, readonly Span[]>;
  readonly absent: ReadonlyMap<string, readonly Span[]>;
  /** When what a client holds stands, as far as it was looked up. */
  readonly known: Map<Post | Marker, readonly Span[]>;
}

function meet(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap(([from, to]) =>
    others.flatMap(([a, b]): Span[] =>
      Math.max(from, a) <= Math.min(to, b) ? [[Math.max(from, a), Math.min(to, b)]] : [],
    ),
  );
}

/** Adds a span to those of a sight, or lengthens the last. */
function extend(spans: Span[], from: number, to: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last[1] + 1 === from) spans[spans.length - 1] = [last[0], to];
  else spans.push([from, to]);
}

/** What is seen of a version where it stands. */
interface Glimpse {
  readonly place: Place | null;
  readonly isBehind: boolean;
  readonly sight: string | null;
}

/** The sights of a viewer who looks as in an era. */
export function sightsOf({ posts, records, length }: History, viewer: Person | null, era: Era): Sights {
  const standing = new Map<string, Span[]>();
  const absent = new Map<string, Span[]>();
  const stand = (sight: string, from: number, to: number): void => {
    const spans = standing.get(sight);
    if (spans === undefined) standing.set(sight, [[from, to]]);
    else extend(spans, from, to);
  };
  const grounds = records.map((record, place) => ({
    ...{ record, from: record.after, to: (records[place + 1]?.after ?? length + 1) - 1 },
    closed: closedIn(era, record),
  }));
  for (const { record, closed, from, to } of grounds) stand(recordSight(record, viewer, closed), from, to);
  for (const [id, versions] of posts) {
    const away: Span[] = [[0, (versions[0]?.after ?? 1) - 1]];
    for (const [turn, version] of versions.entries()) {
      const end = (versions[turn + 1]?.after ?? length + 1) - 1;
      let before = null as Glimpse | null;
      for (const { record, closed, from, to } of grounds) {
        const [first, last] = [Math.max(version.after, from), Math.min(end, to)];
        if (first > last) continue;
        const place = placeIn(version, record);
        const isBehind = place !== null && closed.has(gateOf(place));
        // Most records change nothing for most posts.
        if (before?.place !== place || before.isBehind !== isBehind)
          before = { place, isBehind, sight: sightOf(version, viewer, record, closed) };
        const { sight } = before;
        if (sight === null) extend(away, first, last);
        else stand(sight, first, last);
      }
    }
    absent.set(id, away);
  }
  return { standing, absent, known: new Map() };
}

const prints = new WeakMap<Post | Marker, string>();
function printed(entry: Post | Marker): string {
  const known = prints.get(entry);
  if (known !== undefined) return known;
  const print = printOf(entry);
  prints.set(entry, print);
  return print;
}

const never: readonly Span[] = [];
function spansOf(entry: Post | Marker, { standing, known }: Sights): readonly Span[] {
  const found = known.get(entry);
  if (found !== undefined) return found;
  const spans = standing.get(printed(entry)) ?? never;
  known.set(entry, spans);
  return spans;
}

const recordPrints = new WeakMap<Discussion, string>();
function printedRecord(discussion: Discussion): string {
  const print = recordPrints.get(discussion) ?? recordPrint(discussion);
  recordPrints.set(discussion, print);
  return print;
}

/** The points at which a screen would be true. */
function pointsOf({ posts, laidOver, discussion }: Shown, sights: Sights, length: number, isWhole: boolean): Span[] {
  let from = 0;
  let to = length;
  const forked: (readonly Span[])[] = [];
  /** Most sights stand in one span; only the others cost more than a comparison. */
  const narrow = (spans: readonly Span[]): void => {
    const first = spans[0];
    if (first === undefined) to = -1;
    else if (spans.length > 1) forked.push(spans);
    else {
      from = Math.max(from, first[0]);
      to = Math.min(to, first[1]);
    }
  };
  if (discussion !== null) narrow(sights.standing.get(printedRecord(discussion)) ?? never);
  for (const entry of posts.values()) if (!laidOver.has(entry.id)) narrow(spansOf(entry, sights));
  if (isWhole) for (const [id, away] of sights.absent) if (!posts.has(id) && !laidOver.has(id)) narrow(away);
  return from > to ? [] : forked.reduce<Span[]>(meet, [[from, to]]);
}

/** What is wrong with the way of this client; a restored backup begins a new history, in which any point may follow. */
export function inspectOrder({ name, shown, isWhole }: Client, epochs: readonly History[]): string[] {
  const broken: string[] = [];
  /** The eras of a viewer in a history, each with its sights once somebody asked for them. */
  const known = epochs.map(() => new Map<string, { readonly era: Era; sights: Sights | null }[]>());
  const erasFor = (place: number, who: Person | null): { readonly era: Era; sights: Sights | null }[] => {
    const key = `${who?.role} ${who?.id}`;
    const history = epochs[place];
    if (history === undefined) throw new RangeError('no such history');
    const eras =
      known[place]?.get(key) ??
      erasOf(history.records, who, openedBy(history, who)).map((era) => ({ era, sights: null as Sights | null }));
    known[place]?.set(key, eras);
    return eras;
  };
  const look = (place: number, who: Person | null, at: number): Sights => {
    const found = erasFor(place, who)[at];
    const history = epochs[place];
    if (found === undefined || history === undefined) throw new RangeError('no such history');
    return (found.sights ??= sightsOf(history, who, found.era));
  };
  /** The first point from here on at which the screen is true for this viewer, in any era that had begun by then. */
  const findIn = (screen: Shown, place: number, who: Person | null, from: number): number | null => {
    const { length = 0 } = epochs[place] ?? {};
    let best: number | null = null;
    for (const [at, { era }] of erasFor(place, who).entries()) {
      const least = Math.max(from, era.from);
      for (const [first, last] of pointsOf(screen, look(place, who, at), length, isWhole))
        if (last >= least && (best === null || Math.max(first, least) < best)) best = Math.max(first, least);
      if (best === from) break;
    }
    return best;
  };
  let epoch = 0;
  let point = 0;
  let viewer = null as Person | null;
  /** The first point at or after this one, in this history or a later one, where the screen is true. */
  const find = (screen: Shown, viewers: readonly (Person | null)[]): boolean => {
    for (let later = epoch; later < epochs.length; later++) {
      const from = later === epoch ? point : 0;
      const found = viewers.map((who) => ({ who, at: findIn(screen, later, who, from) ?? Infinity }));
      const first = found.toSorted((a, b) => a.at - b.at)[0];
      if (first === undefined || first.at === Infinity) continue;
      point = first.at;
      epoch = later;
      viewer = first.who;
      return true;
    }
    return false;
  };
  /** The entries that were never to be seen, or all where only their meeting is wrong. */
  const oddOnes = ({ posts, me }: Shown): string => {
    const all = [...posts.values()].map(printed);
    const odd = all.filter((print) =>
      epochs.every((_, place) => erasFor(place, me).every((_, at) => !look(place, me, at).standing.has(print))),
    );
    return (odd.length > 0 ? odd : all).join().slice(0, 1_000);
  };
  for (const screen of shown) {
    if (screen.discussion === null) continue;
    // Who looks is known before the posts of the new view are there.
    const sameViewer = viewer === screen.me || (viewer?.id === screen.me?.id && viewer?.role === screen.me?.role);
    if (!find(screen, sameViewer ? [screen.me] : [screen.me, viewer]))
      broken.push(`at ${screen.at}, after point ${point}, ${name} shows what never was: ${oddOnes(screen)}`);
  }
  return broken;
}
