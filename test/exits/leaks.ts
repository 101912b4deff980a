// Judges what an onlooker was given: whether there is anything in it of what they may not see. Reads what the server
// keeps for the secrets, and world.ts for what is none.
import type { StoredPost } from '../../src/model/post.ts';
import type { About } from '../../src/room/storage.ts';
import { needlesIn, numbersIn } from './needles.ts';
import { sights, type OnlookerName, type Planted, type World } from './world.ts';

/** All that a server keeps of the discussion. */
export interface Kept {
  readonly about: About;
  readonly posts: readonly StoredPost[];
  /** What people have read, and when. */
  readonly marks: unknown;
}

/** What was given, by the exit that it came through. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** The sight of a post as it is shown to whoever may read it. */
function shown(post: StoredPost, isOwn: boolean, isLive: boolean): unknown {
  const { id, parentId, author, createdAt, editedAt, order, endorsements = [], pinned, settledAt } = post;
  const standing = endorsements.filter(({ revokedAt }) => revokedAt === undefined || isLive);
  const own = isOwn && { earlier: post.earlier, voided: post.voided, reason: post.reason };
  return [id, parentId, author, post.body, createdAt, editedAt, String(order), standing, pinned, settledAt, own];
}

/** All that this onlooker may know. */
function allowed(name: OnlookerName, world: World, { about, posts }: Kept): string {
  const { person } = world.onlookers[name];
  const byId = new Map(posts.map((post) => [post.id, post]));
  const of = ({ id, name: post, isLive, texts }: Planted): unknown => {
    const sight: { readonly whole: readonly string[]; readonly marker?: readonly string[] } = sights[post];
    const stored = byId.get(id);
    if (stored === undefined) throw new Error(`${post} is not there`);
    const isOwn = stored.author.id === person?.id;
    // Who was there when it came has seen what it was before it went.
    const isPassed = isLive && sight.marker?.includes(name) === true;
    if (sight.whole.includes(name) || isPassed) return [shown(stored, isOwn, isLive), isLive ? texts : []];
    return sight.marker?.includes(name) === true ? [id, stored.parentId] : [];
  };
  const prompts = (about.prompts ?? [])
    .filter(({ state }) => state !== 'draft')
    .map(({ id, title, text, stages, summary }) => ({
      id,
      title,
      text,
      stages,
      ...(name === 'expert' && { summary }),
    }));
  return JSON.stringify([person, prompts, world.planted.map(of)]);
}

/** Everything that is nobody's, or not this onlooker's, to see. */
export function secretsOf(name: OnlookerName, world: World, kept: Kept): ReadonlySet<string> {
  const texts = world.planted.map((one) => one.texts);
  const orders = kept.posts.map(({ order }) => String(order));
  const all = [...needlesIn(JSON.stringify([kept, texts, world.said])), ...orders];
  const open = allowed(name, world, kept);
  const mine = new Set([...needlesIn(open), ...(open.match(/\d{13}/g) ?? [])]);
  return new Set(all.filter((one) => !mine.has(one)));
}

/** Lengths that nothing has but what this onlooker may not see, in characters and in words. */
export function lengthsOf(name: OnlookerName, world: World, kept: Kept): ReadonlySet<number> {
  const open = allowed(name, world, kept);
  const hidden = world.planted.flatMap(({ texts }) => texts).filter((text) => !open.includes(text));
  const long = hidden.filter((text) => text.length > 200);
  // A number of words below a hundred may be a percentage just as well.
  return new Set(long.flatMap((text) => [text.length, text.split(' ').length]).filter((count) => count > 100));
}

/** What of it leaked, each as one line; nothing where all is well. */
export function leaksIn(given: Given, secrets: ReadonlySet<string>, lengths: ReadonlySet<number>): readonly string[] {
  const leaks = new Set<string>();
  for (const [exit, texts] of given)
    for (const text of texts) {
      const found = [...needlesIn(text), ...(text.match(/\b\d{13}\b/g) ?? [])].filter((one) => secrets.has(one));
      for (const one of found) {
        const at = text.indexOf(one);
        leaks.add(`${exit}: ${one} in … ${text.slice(Math.max(0, at - 80), at + 40)} …`);
      }
      for (const number of numbersIn(text)) if (lengths.has(number)) leaks.add(`${exit}: a length, ${number}`);
    }
  return [...leaks];
}

/** The form of what was given, without what is another every time: ids, names, times, heads. Pulses are no part of it. */
export function formOf(given: Given): string {
  const form = (text: string): string =>
    text
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, 'TIME')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
      .replaceAll(/\b[0-9a-f]{32}\b/g, 'HEAD')
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
      .replaceAll(/\bzq[a-z]{8}\b( \bzq[a-z]{8}\b)*/g, 'WORDS')
      .replaceAll(/\b\d{13}\b/g, 'ORDER')
      .replaceAll(/eyJ[\w.-]+/g, 'TOKEN');
  // When to come back after a stop is thrown dice for; the pulse says that a head moved and no more, and nobody is told of
  // one head twice: whether it comes by itself or with something else depends on the moment.
  const pulse = /^to a listener changes \{"from":"HEAD[^"]*","to":"HEAD[^"]*","posts":\[\]\}$/;
  const lines = [...given]
    .filter(([exit]) => exit !== 'event goodbye')
    .flatMap(([exit, texts]) => [...new Set(texts.map((text) => `${exit} ${form(text)}`))])
    .filter((line) => !pulse.test(line));
  return lines.sort().join('\n');
}
