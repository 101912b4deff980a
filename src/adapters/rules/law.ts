// Rules A58–A60, the law over all others: for every operation and every kind of viewer, a snapshot plus the changes
// since equals a fresh snapshot. Driven by histories that a seed makes up.
import { demandSame } from '../../model/demand.ts';
import type { Command, CreateCommand } from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import { ada, adapterRule, bo, comeOnline, create, edit, fay, gil, hide, remove, show } from './scene.ts';
import type { Bench, Somebody } from './bench.ts';
import type { Scene } from './scene.ts';
import { follow, viewInWords, type Holding, type Witness } from './witness.ts';

const someSeeds = [1, 2];
const commandsPerSeed = 60;

/** Plays a history for each of these seeds, and one that was never played before, or the one wanted; what breaks names its seed. */
export async function playSeeds(
  { seed: wanted = 1_000 + Math.floor(Math.random() * 1e9) }: Pick<Bench, 'seed'>,
  fixed: readonly number[],
  playOne: (seed: number) => Promise<void>,
): Promise<void> {
  for (const seed of new Set([...fixed, wanted]))
    try {
      await playOne(seed);
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      throw new Error(`in the history of seed ${seed}: ${why}`, { cause: thrown });
    }
}

/** Gives numbers from 0 up to a limit, always the same for a seed (mulberry32). */
export function createDice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 2 ** 32) | 0;
  };
}

/** What a history is made of. */
export type Kind = 'create' | 'edit' | 'remove' | 'hide' | 'show';

/** A command of somebody, mostly about a post of their own; one edit in eight is made from another revision. */
export function inventCommand(
  kind: Kind,
  writer: Witness,
  ids: readonly string[],
  dice: (limit: number) => number,
): Command {
  const { posts } = writer.holding;
  const own = ids.filter((id) => {
    const entry = posts.get(id);
    return entry !== undefined && isPost(entry) && entry.author.id === writer.me?.id;
  });
  const among = (kind === 'edit' || kind === 'remove') && own.length > 0 && dice(4) > 0 ? own : ids;
  const id = among[dice(among.length)];
  if (kind === 'create' || id === undefined) return create(`words ${dice(1_000)}`, dice(3) === 0 ? null : (id ?? null));
  if (kind === 'remove') return remove(id);
  if (kind === 'hide') return hide(id, `reason ${dice(1_000)}`);
  if (kind === 'show') return show(id);
  const held = posts.get(id);
  const revision = held !== undefined && isPost(held) ? held.revision : 1;
  return edit(id, `changed words ${dice(1_000)}`, dice(8) === 0 ? revision + 1 : revision);
}

/** Demands that what a viewer holds is what is, and that a sync from what they held earlier comes to the same. */
async function demandLaw(viewer: Witness, earlier: Holding | undefined): Promise<Holding> {
  const whom = viewer.me?.name ?? 'nobody';
  const welcomes = viewer.statuses.length;
  const isWelcomedAnew = (): boolean => viewer.statuses.length !== welcomes;
  const fresh = await viewer.snapshot();
  const expected = viewInWords(fresh);
  await viewer.reach(
    `${whom} to come to the newest cursor`,
    ({ cursor }) => cursor === fresh.cursor || isWelcomedAnew(),
  );
  if (isWelcomedAnew()) return demandLaw(viewer, earlier); // their view is another than it was when they asked
  if (viewInWords(viewer.holding) !== expected) {
    // Either is under a view that is about to change, as they will hear; or the law is broken.
    await viewer.until('their view to change', isWelcomedAnew).catch(() => {});
    if (isWelcomedAnew()) return demandLaw(viewer, earlier);
  }
  demandSame(viewInWords(viewer.holding), expected, `what ${whom} holds`);
  if (earlier === undefined) return fresh;
  const caughtUp = follow(earlier, await viewer.sync(earlier.cursor));
  demandSame(caughtUp && viewInWords(caughtUp), expected, `what ${whom} holds after a sync from earlier`);
  return fresh;
}

/** Makes up a command of this kind. */
export type Invent<K extends string> = (
  kind: K,
  writer: Witness,
  ids: readonly string[],
  dice: (limit: number) => number,
  made: ReadonlyMap<string, Made>,
) => Command;

/** A post of the history: what wrote it, and who. */
export interface Made {
  readonly by: Witness;
  readonly command: CreateCommand;
}

/** What a history is made of, and by whom. */
export interface History<K extends string> {
  readonly people: readonly (Somebody | null)[];
  /** Kinds of commands; those named more often come more often. */
  readonly kinds: readonly K[];
  readonly invent: Invent<K>;
  /** After how many commands everybody is held to the law; after each, unless given. */
  readonly everyFew?: number;
  /** Fixed ones, beside a fresh one; two unless given. */
  readonly seeds?: readonly number[];
  /** Kinds that it begins with. */
  readonly opening?: readonly K[];
  /** Kinds that the first of these people is asked for three times of four. */
  readonly mostlyFirst?: readonly K[];
}

/** Plays a history before these viewers, who are held to the law after every command; the kinds carried out. */
async function play<K extends string>(
  seed: number,
  viewers: readonly Witness[],
  kinds: readonly K[],
  { invent, opening = [], mostlyFirst = [], everyFew = 1 }: History<K>,
): Promise<ReadonlySet<K>> {
  const dice = createDice(seed);
  const writers = viewers.filter(({ me }) => me !== null);
  const earlier = new Map(viewers.map((viewer) => [viewer, [viewer.holding]]));
  const ids: string[] = [];
  const made = new Map<string, Made>();
  const carriedOut = new Set<K>();
  for (let count = 0; count < commandsPerSeed; count++) {
    const chosen = writers[dice(writers.length)];
    const kind = opening[count] ?? kinds[dice(kinds.length)];
    if (chosen === undefined || kind === undefined) continue;
    const writer = mostlyFirst.includes(kind) && dice(4) > 0 ? (writers[0] ?? chosen) : chosen;
    const command = invent(kind, writer, ids, dice, made);
    try {
      await writer.submit(command);
      if (command.type === 'create') {
        ids.push(command.op);
        made.set(command.op, { by: writer, command });
      }
      carriedOut.add(kind);
    } catch (thrown) {
      const { code } = Object(thrown) as { code?: unknown };
      if (code !== 'forbidden' && code !== 'not-found' && code !== 'conflict' && code !== 'invalid') throw thrown;
    }
    if (count % everyFew !== everyFew - 1) continue;
    const checks = [...earlier].map(async ([viewer, moments]) => {
      moments.push(await demandLaw(viewer, moments[dice(moments.length)]));
    });
    await Promise.all(checks);
  }
  return carriedOut;
}

/** Plays every seed in a discussion of its own. */
export async function playAll<K extends string>(scene: Scene, history: History<K>): Promise<void> {
  const { people, kinds } = history;
  const carriedOut = new Set<K>();
  let able: readonly K[] = kinds;
  await playSeeds(scene.bench, history.seeds ?? someSeeds, async (seed) => {
    const viewers: Witness[] = [];
    for (const who of people) viewers.push(await scene.join(who, `${scene.discussion}/${seed}`));
    if (viewers[0]?.can.edit !== true) able = kinds.filter((kind) => kind !== 'edit' && kind !== 'remove');
    for (const kind of await play(seed, viewers, able, history)) carriedOut.add(kind);
  });
  demandSame([...carriedOut].sort(), [...new Set(able)].sort(), 'the kinds of commands that were carried out');
}

/** A history of posts, and of what is done with them. */
const posting = (people: History<Kind>['people'], kinds: readonly Kind[]): History<Kind> => ({
  ...{ people, kinds, invent: inventCommand },
});

/** The law over all others. */
export const lawRules = [
  adapterRule(
    'A58',
    'Whatever members do: what anybody held earlier, together with the changes since, is what they would be given afresh.',
    [],
    (scene) => playAll(scene, posting([ada, bo, null], ['create', 'create', 'edit', 'edit', 'remove'])),
  ),
  adapterRule(
    'A59',
    'The same holds where guests write and facilitators moderate, for each of them, for members, and for somebody not signed in.',
    ['moderate'],
    (scene) =>
      playAll(
        scene,
        posting([ada, bo, gil, fay, null], ['create', 'create', 'edit', 'edit', 'remove', 'hide', 'show', 'show']),
      ),
  ),
  adapterRule(
    'A60',
    'A change that is made while a session syncs is in the answer or is heard after it: none falls between the two.',
    ['live'],
    async ({ bench, open, join }) => {
      const writer = await join(ada);
      const adapter = await bench.connect(bo);
      for (const isWrittenFirst of [true, false, true, false]) {
        const reader = open(adapter);
        await comeOnline(reader);
        const command = create('words');
        const calls = [() => writer.submit(command), () => reader.snapshot()];
        await Promise.all((isWrittenFirst ? calls : calls.toReversed()).map((call) => call()));
        await reader.reach('the post written meanwhile', ({ posts }) => posts.has(command.op));
      }
    },
  ),
];
