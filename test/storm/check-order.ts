// Follows one client along the history: at every moment its screen must be one point of it, and points never go back.
import type { Marker, Person, Post } from '../../src/model/post.ts';
import type { Client, Shown } from './evidence.ts';
import { openSince, printOf, sightOf, type History } from './history-model.ts';

/** A history and its length in commits. */
export interface Epoch {
  readonly length: number;
  readonly history: History;
}

/** Points of a history, from and to, both included. */
type Span = readonly [number, number];

/** What one viewer sees of a history: when each sight stands, and when nothing of a post is seen. */
interface Sights {
  readonly standing: ReadonlyMap<string, readonly Span[]>;
  readonly absent: ReadonlyMap<string, readonly Span[]>;
}

function meet(some: readonly Span[], others: readonly Span[]): Span[] {
  return some.flatMap(([from, to]) =>
    others.flatMap(([a, b]): Span[] =>
      Math.max(from, a) <= Math.min(to, b) ? [[Math.max(from, a), Math.min(to, b)]] : [],
    ),
  );
}

function sightsOf({ history, length }: Epoch, viewer: Person | null, isOpen: boolean): Sights {
  const standing = new Map<string, Span[]>();
  const absent = new Map<string, readonly Span[]>();
  for (const [id, versions] of history) {
    const away: Span[] = [[0, (versions[0]?.after ?? 1) - 1]];
    for (const [place, version] of versions.entries()) {
      const span: Span = [version.after, (versions[place + 1]?.after ?? length + 1) - 1];
      const sight = sightOf(version, viewer, isOpen);
      if (sight === null) away.push(span);
      else standing.set(sight, [...(standing.get(sight) ?? []), span]);
    }
    absent.set(id, away);
  }
  return { standing, absent };
}

const prints = new WeakMap<Post | Marker, string>();
function printed(entry: Post | Marker): string {
  const print = prints.get(entry) ?? printOf(entry);
  prints.set(entry, print);
  return print;
}

/** The points at which a screen would be true. */
function pointsOf({ posts, laidOver }: Shown, { standing, absent }: Sights, length: number, isWhole: boolean): Span[] {
  let from = 0;
  let to = length;
  const forked: (readonly Span[])[] = [];
  /** Most sights stand in one span; only the others cost more than a comparison. */
  const narrow = (spans: readonly Span[] | undefined): void => {
    const [first, second] = spans ?? [];
    if (first === undefined) to = -1;
    else if (second !== undefined) forked.push(spans ?? []);
    else {
      from = Math.max(from, first[0]);
      to = Math.min(to, first[1]);
    }
  };
  for (const entry of posts.values()) if (!laidOver.has(entry.id)) narrow(standing.get(printed(entry)));
  if (isWhole) for (const [id, away] of absent) if (!posts.has(id) && !laidOver.has(id)) narrow(away);
  return from > to ? [] : forked.reduce<Span[]>(meet, [[from, to]]);
}

/** What is wrong with the way of this client; a restored backup begins a new history, in which any point may follow. */
export function inspectOrder({ name, shown, isWhole }: Client, epochs: readonly Epoch[]): string[] {
  const broken: string[] = [];
  const known = epochs.map(() => new Map<string, Sights>());
  const look = (epoch: number, viewer: Person | null, isOpen = true): Sights => {
    const key = `${viewer?.role} ${viewer?.id} ${isOpen}`;
    const of = epochs[epoch];
    const sights = known[epoch]?.get(key) ?? (of === undefined ? null : sightsOf(of, viewer, isOpen));
    if (sights === null) throw new RangeError('no such history');
    known[epoch]?.set(key, sights);
    return sights;
  };
  const opened = new Map<string, number | null>();
  const openFor = (place: number, who: Person | null): number | null => {
    const key = `${place} ${who?.role} ${who?.id}`;
    const since = opened.get(key);
    if (since !== undefined) return since;
    const found = openSince(epochs[place]?.history ?? new Map(), who);
    opened.set(key, found);
    return found;
  };
  /** The first point from here on at which the screen is true for this viewer, before and after a gate opened for them. */
  const findIn = (screen: Shown, place: number, who: Person | null, from: number): number | null => {
    const { length = 0 } = epochs[place] ?? {};
    const open = openFor(place, who);
    const points = open === null ? [] : meet(pointsOf(screen, look(place, who), length, isWhole), [[open, length]]);
    if (open !== 0) points.push(...pointsOf(screen, look(place, who, false), length, isWhole));
    const all = meet(points, [[from, length]]);
    return all.length === 0 ? null : Math.min(...all.map(([first]) => first));
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
    const odd = all.filter((print) => epochs.every((_, place) => !look(place, me).standing.has(print)));
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
