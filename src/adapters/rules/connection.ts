// Rules A53–A57: a connection that breaks and heals, and an authority that stops and starts again.
import { demand, demandSame } from '../../model/demand.ts';
import type { Changes, Cursor } from '../../model/post.ts';
import { demandOfflineAtOnce, within } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, comeOnline, create, edit, fence, write } from './scene.ts';
import type { Scene } from './scene.ts';
import { follow, viewInWords, type Witness } from './witness.ts';

/** Breaks the connection of this session, and waits until it knows. */
export async function cut({ bench }: Scene, { adapter, can, session, statuses, until }: Witness): Promise<void> {
  demand(bench.cut !== undefined, 'a bench that can cut');
  await bench.cut(adapter);
  // What sends nothing by itself notices the loss when it is asked something.
  if (can.live !== true) await session.sync(null).catch(() => {});
  await until('to hear `offline`', () => statuses.at(-1)?.state !== 'online');
}

/** Lets it connect again, and waits until it did. */
async function heal({ bench }: Scene, witness: Witness): Promise<void> {
  demand(bench.heal !== undefined, 'a bench that can heal');
  await bench.heal(witness.adapter);
  await comeOnline(witness);
}

/** Syncs once the authority is back: that the connection was lost with it may be heard only now. */
async function syncAfterRestart(witness: Witness, cursor: Cursor | null): Promise<Changes> {
  await comeOnline(witness);
  try {
    return await witness.sync(cursor);
  } catch (thrown) {
    if ((Object(thrown) as { code?: unknown }).code !== 'offline') throw thrown;
    await witness.until('to hear `offline`', () => witness.statuses.at(-1)?.state !== 'online');
    return syncAfterRestart(witness, cursor);
  }
}

/** A connection that breaks and heals, and an authority that stops and starts again. */
export const connectionRules = [
  adapterRule(
    'A53',
    'A lost connection is told as `offline`, never as `closed`; sync() and submit() then reject `offline` at once.',
    ['cut'],
    async (scene) => {
      const witness = await scene.join(ada);
      await cut(scene, witness);
      await demandOfflineAtOnce(witness.session.sync(null), 'a sync while offline');
      await demandOfflineAtOnce(witness.session.submit(create('words')), 'a submit while offline');
      const states = witness.statuses.map(({ state }) => state);
      demand(
        states.includes('offline') && !states.includes('closed'),
        `offline and not closed, found ${states.join()}`,
      );
    },
  ),
  adapterRule(
    'A54',
    'A command that was rejected as `offline` at once is never carried out later.',
    ['cut'],
    async (scene) => {
      const witness = await scene.join(ada);
      const other = await scene.join(bo);
      await cut(scene, witness);
      const command = create('words');
      await witness.session.submit(command).catch(() => {});
      await heal(scene, witness);
      await fence(witness, other);
      demand(!(await other.snapshot()).posts.has(command.op), 'nothing of the command');
    },
  ),
  adapterRule(
    'A55',
    'Once the connection is back, the session is online by itself, a sync from the old cursor answers exactly what was missed, and later changes are heard again.',
    ['cut'],
    async (scene) => {
      const witness = await scene.join(ada);
      const other = await scene.join(bo);
      const known = await write(other, 'known');
      await witness.reach('the first post', ({ posts }) => posts.has(known));
      const before = await witness.snapshot();
      await cut(scene, witness);
      const missed = [await write(other, 'missed'), await write(other, 'missed too', known)];
      await heal(scene, witness);
      const changes = await witness.sync(before.cursor);
      demandSame([changes.from, changes.posts.map(({ id }) => id)], [before.cursor, missed], 'from and the ids');
      const after = follow(before, changes);
      demandSame(
        after && viewInWords(after),
        viewInWords(await other.snapshot().then(() => witness.snapshot())),
        'what is held',
      );
      await fence(other, witness);
    },
  ),
  adapterRule(
    'A56',
    'A call whose answer is lost rejects `offline`; the same command sent again is carried out once in all.',
    ['cut'],
    async (scene) => {
      const witness = await scene.join(ada);
      const command = create('once');
      const end = witness.session.submit(command).then(
        () => 'answered',
        (reason: unknown) => (Object(reason) as { code?: unknown }).code,
      );
      await cut(scene, witness);
      const ended = await within(scene.patienceMs, end, 'a call under way to settle');
      demand(ended === 'answered' || ended === 'offline', `an answer or offline, found ${String(ended)}`);
      await heal(scene, witness);
      await witness.submit(command);
      await witness.submit(command);
      demandSame([...(await witness.snapshot()).posts.keys()], [command.op], 'the ids of all posts');
    },
  ),
  adapterRule(
    'A57',
    'An authority that stops and starts again still knows its posts, its cursors and which ops were used.',
    ['restart'],
    async ({ bench, join }) => {
      const witness = await join(ada);
      const id = await write(witness, 'first');
      const before = await witness.snapshot();
      const command = await carryOut(witness, witness.can.edit === true ? edit(id, 'second') : create('second'));
      const now = viewInWords(await witness.snapshot());
      demand(bench.restart !== undefined, 'a bench that can restart');
      await bench.restart();
      const changes = await syncAfterRestart(witness, before.cursor);
      const after = follow(before, changes);
      demandSame([changes.from, after && viewInWords(after)], [before.cursor, now], 'from, and what is held');
      demandSame((await witness.submit(command)).posts, [], 'the answer to a command sent again');
      demandSame(viewInWords(await witness.snapshot()), now, 'what is there then');
    },
  ),
];
