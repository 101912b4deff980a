// Rule A72, the law for windows and pages: with the changes since, and taken where they belong, they are the whole view.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { Window } from '../../model/post.ts';
import type { Adapter } from '../adapter.ts';
import { createDice, inventCommand, playSeeds, type Kind } from './law.ts';
import { pagesFrom } from './pages.ts';
import { ada, adapterRule, bo, comeOnline, edit, fay, gil, write } from './scene.ts';
import type { Scene } from './scene.ts';
import { follow, followPage, viewInWords, type Holding, type Witness } from './witness.ts';

type Dice = (limit: number) => number;

const seeds = [1, 2];
const phasesPerSeed = 4;
const commandsPerPhase = 15;

/** Sends something that this person may or may not do; its id, where it is a new post. */
async function tryOut(writer: Witness, kinds: readonly Kind[], ids: readonly string[], dice: Dice): Promise<string[]> {
  const kind = kinds[dice(kinds.length)] ?? 'create';
  const command = inventCommand(kind, writer, ids, dice);
  try {
    await writer.submit(command);
    return command.type === 'create' ? [command.op] : [];
  } catch (thrown) {
    const { code } = Object(thrown) as { code?: unknown };
    if (code !== 'forbidden' && code !== 'not-found' && code !== 'conflict') throw thrown;
    return [];
  }
}

/** Demands that all of this is part of a viewer's view, and all of the view once the pages that are missing are there. */
async function demandLaw(viewer: Witness, holding: Holding, fresh: Holding): Promise<void> {
  const whom = viewer.me?.name ?? 'nobody';
  for (const entry of holding.posts.values())
    demandSame(entry, fresh.posts.get(entry.id), `what ${whom} holds before all pages are there`);
  let held = holding;
  for (const page of await pagesFrom(viewer, holding.more)) {
    const next = followPage(held, page);
    demand(next !== null, `a page taken at ${inWords(held.cursor)}, where nothing happens, found ${inWords(page.at)}`);
    held = next;
  }
  demandSame(viewInWords(held), viewInWords(fresh), `what ${whom} holds with all pages`);
}

/** Somebody's new session, which holds no more than a window shows. */
async function look({ open }: Scene, adapter: Adapter, where: string, window: Window): Promise<Witness> {
  const witness = open(adapter, where);
  await comeOnline(witness);
  await witness.snapshot(window);
  return witness;
}

/** Plays a history in phases: everybody looks anew, writes and pages at the same time, and is then held to the law. */
async function play(scene: Scene, adapters: readonly Adapter[], kinds: readonly Kind[], seed: number): Promise<void> {
  const dice = createDice(seed);
  const where = `${scene.discussion}/${seed}`;
  const ids: string[] = [];
  let viewers: readonly Witness[] = [];
  const step = async (): Promise<void> => {
    const writers = viewers.filter(({ me }) => me !== null);
    const writer = writers[dice(writers.length)];
    if (writer !== undefined) ids.push(...(await tryOut(writer, kinds, ids, dice)));
  };
  for (let phase = 0; phase < phasesPerSeed; phase++) {
    const before = viewers;
    const looks = adapters.map((adapter) =>
      look(scene, adapter, where, { threads: 1 + dice(3), order: dice(2) === 0 ? 'newest' : 'oldest' }),
    );
    [viewers] = await Promise.all([Promise.all(looks), step()]);
    for (const { session } of before) session.close();
    const starts = new Map(viewers.map((viewer) => [viewer, viewer.holding]));
    for (let count = 0; count < commandsPerPhase; count++) {
      const paging = viewers.filter(() => dice(8) === 0).map((viewer) => () => viewer.loadMore());
      const calls = dice(2) === 0 ? [step, ...paging] : [...paging, step];
      await Promise.all(calls.map((call) => call()));
    }
    for (const [viewer, start] of starts) {
      const fresh = await viewer.snapshot();
      await viewer.reach('to come to the newest cursor', ({ cursor }) => cursor === fresh.cursor);
      await demandLaw(viewer, viewer.holding, fresh);
      const caughtUp = follow(start, await viewer.sync(start.cursor));
      demand(caughtUp !== null, 'a sync that follows on');
      await demandLaw(viewer, caughtUp, fresh);
    }
  }
}

/** Asks for each page while the post on it is changed. */
async function race(scene: Scene): Promise<void> {
  const where = `${scene.discussion}/race`;
  const writer = await scene.join(ada, where);
  const ids: string[] = [];
  for (let count = 0; count < 8; count++) ids.push(await write(writer, 'words'));
  const reader = await look(scene, await scene.bench.connect(bo), where, { threads: 1, order: 'oldest' });
  for (const [place, id] of ids.slice(1).entries()) {
    const calls = [() => reader.loadMore(), () => writer.submit(edit(id, 'changed words'))];
    await Promise.all((place % 2 === 0 ? calls : calls.toReversed()).map((call) => call()));
  }
  const fresh = await reader.snapshot();
  await reader.reach('to come to the newest cursor', ({ cursor }) => cursor === fresh.cursor);
  await demandLaw(reader, reader.holding, fresh);
}

/** The law for windows and pages. */
export const pagingLawRules = [
  adapterRule(
    'A72',
    'A window, the changes since, and all pages after it, each taken where its `at` is the cursor held (otherwise synced for and asked for again), are what would be given afresh, whoever writes meanwhile.',
    ['history'],
    async (scene) => {
      const { can } = await scene.join(ada);
      const people = can.moderate === true ? [ada, bo, gil, fay, null] : [ada, bo, null];
      const adapters: Adapter[] = [];
      for (const who of people) adapters.push(await scene.bench.connect(who));
      const kinds: Kind[] = ['create', 'create', 'create'];
      if (can.edit === true) kinds.push('edit', 'edit', 'edit', 'remove');
      if (can.moderate === true) kinds.push('hide', 'show', 'show');
      await playSeeds(scene.bench, seeds, (seed) => play(scene, adapters, kinds, seed));
      if (can.edit === true) await race(scene);
    },
  ),
];
