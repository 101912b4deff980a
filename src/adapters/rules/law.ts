// Rules A58–A59, the law over all others: for every operation and every kind of viewer, a snapshot plus the changes
// since equals a fresh snapshot. Driven by histories that a seed makes up.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { Command } from '../../model/post.ts';
import { isPost } from '../../model/view.ts';
import { ada, adapterRule, bo, create, edit, fay, gil, hide, remove, show } from './scene.ts';
import type { Scene } from './scene.ts';
import { follow, viewInWords, type Holding, type Witness } from './witness.ts';

const seeds = [1, 2, 3];
const commandsPerSeed = 60;

/** Gives numbers from 0 up to a limit, always the same for a seed (mulberry32). */
function createDice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((((mixed ^ (mixed >>> 14)) >>> 0) * limit) / 2 ** 32) | 0;
  };
}

type Kind = 'create' | 'edit' | 'remove' | 'hide' | 'show';

/** A command of somebody, about any post there ever was; one in eight is about an outdated revision. */
function inventCommand(kind: Kind, writer: Witness, id: string | undefined, dice: (limit: number) => number): Command {
  if (kind === 'create' || id === undefined) return create(`words ${dice(1_000)}`, dice(3) === 0 ? null : (id ?? null));
  if (kind === 'remove') return remove(id);
  if (kind === 'hide') return hide(id, `reason ${dice(1_000)}`);
  if (kind === 'show') return show(id);
  const held = writer.holding.posts.get(id);
  const revision = held !== undefined && isPost(held) ? held.revision : 1;
  return edit(id, `changed words ${dice(1_000)}`, dice(8) === 0 ? revision + 1 : revision);
}

/** Demands that what this viewer holds, and what they held at some earlier time with a sync from there, is what is. */
async function demandLaw(
  viewer: Witness,
  earlier: readonly Holding[],
  dice: (limit: number) => number,
): Promise<Holding> {
  const whom = viewer.me?.name ?? 'nobody';
  const fresh = await viewer.snapshot();
  await viewer.reach(`${whom} to come to the newest cursor`, ({ cursor }) => cursor === fresh.cursor);
  demandSame(viewInWords(viewer.holding), viewInWords(fresh), `what ${whom} holds`);
  const old = earlier[dice(earlier.length)];
  const caughtUp = old === undefined ? fresh : follow(old, await viewer.sync(old.cursor));
  demandSame(caughtUp && viewInWords(caughtUp), viewInWords(fresh), `what ${whom} holds after a sync from earlier`);
  return fresh;
}

/** Plays a history among these writers before all viewers, who are held to the law after every command. */
async function play(seed: number, writers: readonly Witness[], viewers: readonly Witness[], kinds: readonly Kind[]) {
  const dice = createDice(seed);
  const earlier = new Map(viewers.map((viewer) => [viewer, [viewer.holding]]));
  const ids: string[] = [];
  const carriedOut = new Set<Kind>();
  for (let count = 0; count < commandsPerSeed; count++) {
    const writer = writers[dice(writers.length)];
    const kind = kinds[dice(kinds.length)];
    if (writer === undefined || kind === undefined) continue;
    const command = inventCommand(kind, writer, ids[dice(ids.length)], dice);
    try {
      await writer.submit(command);
      if (command.type === 'create') ids.push(command.op);
      carriedOut.add(kind);
    } catch (thrown) {
      const { code } = Object(thrown) as { code?: unknown };
      const isRefusal = code === 'forbidden' || code === 'not-found' || code === 'conflict';
      if (!isRefusal) throw thrown;
    }
    for (const [viewer, moments] of earlier) moments.push(await demandLaw(viewer, moments, dice));
  }
  for (const kind of kinds) demand(carriedOut.has(kind), `seed ${seed} to carry out at least one ${inWords(kind)}`);
}

/** Plays every seed in a discussion of its own. */
async function playAll(
  scene: Scene,
  somebodies: readonly (typeof ada | null)[],
  kinds: readonly Kind[],
): Promise<void> {
  for (const seed of seeds) {
    const discussion = `${scene.discussion}/${seed}`;
    const viewers: Witness[] = [];
    for (const who of somebodies) viewers.push(await scene.join(who, discussion));
    const [first] = viewers;
    const can = first?.can ?? {};
    const known = kinds.filter((kind) => can.edit === true || (kind !== 'edit' && kind !== 'remove'));
    await play(
      seed,
      viewers.filter(({ me }) => me !== null),
      viewers,
      known,
    );
  }
}

/** The law over all others. */
export const lawRules = [
  adapterRule(
    'A58',
    'Whatever members do: what anybody held earlier, together with the changes since, is what they would be given afresh.',
    [],
    (scene) => playAll(scene, [ada, bo, null], ['create', 'create', 'edit', 'remove']),
  ),
  adapterRule(
    'A59',
    'The same holds where guests write and facilitators moderate, for each of them, for members, and for somebody not signed in.',
    ['moderate'],
    (scene) =>
      playAll(scene, [ada, bo, gil, fay, null], ['create', 'create', 'edit', 'remove', 'hide', 'show', 'show']),
  ),
];
