// Rules A73–A75: a first look by one call, before a session is online.
import { demand, demandSame } from '../../model/demand.ts';
import type { Changes, Window } from '../../model/post.ts';
import type { Adapter, FirstLook } from '../adapter.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, comeOnline, fay, gil, read, write } from './scene.ts';

/** Looks; the adapter must be able to. */
async function look(adapter: Adapter, discussion: string, window?: Window): Promise<FirstLook> {
  demand(adapter.look !== undefined, 'an adapter that looks to have look()');
  return adapter.look(discussion, window);
}

const contentOf = ({ from, to, posts, room, more }: Changes) => ({ from, to, posts, room, more: more ?? null });

/** A first look by one call. */
export const lookRules = [
  adapterRule(
    'A73',
    'look() answers, without a session, what one of that person is told and its first sync answers: who that is, what the adapter can do, all there is to see or a window of it, and marks; a sync goes on from its cursor.',
    ['look'],
    async ({ bench, discussion, join, open }) => {
      const writer = await join(bo);
      const { moderate, history, marks } = writer.can;
      const first = await write(writer, 'first');
      if (moderate === true) await write(await join(gil), 'waiting');
      await write(writer, 'second');
      for (const who of moderate === true ? [ada, gil, fay, null] : [ada, null]) {
        const adapter = await bench.connect(who);
        const found = await look(adapter, discussion);
        const witness = open(adapter);
        await comeOnline(witness);
        const whom = who?.name ?? 'nobody';
        demandSame([found.me, found.can], [witness.me, witness.can], `who ${whom} is, and what the adapter can do`);
        demandSame(contentOf(found.changes), contentOf(await witness.sync(null)), `what ${whom} sees`);
        if (history === true) {
          const window: Window = { threads: 1, order: 'oldest' };
          const { changes } = await look(adapter, discussion, window);
          demandSame(contentOf(changes), contentOf(await witness.sync(null, window)), `what ${whom} sees of it`);
        }
        if (marks === true && who !== null) {
          await carryOut(witness, read(first));
          demandSame((await look(adapter, discussion)).mine?.read, [first], `what ${whom} has read`);
        }
        const id = await write(writer, 'later');
        const { from, posts } = await witness.sync(found.changes.to);
        demandSame([from, posts.map((post) => post.id)], [found.changes.to, [id]], 'what came since');
      }
    },
  ),
  adapterRule(
    'A74',
    'look() rejects what a session would be closed with: `invalid` of the field `discussion` for an id that is not allowed.',
    ['look'],
    async ({ bench }) => {
      const adapter = await bench.connect(ada);
      for (const id of ['', 'a<b>', 'a\nb'])
        await demandRefusal(look(adapter, id), 'invalid', `a look at ${JSON.stringify(id)}`, 'discussion');
    },
  ),
  adapterRule(
    'A75',
    'look() rejects `offline` where the authority is not reached.',
    ['look', 'cut'],
    async ({ bench, discussion }) => {
      const adapter = await bench.connect(ada);
      await bench.cut?.(adapter);
      await demandRefusal(look(adapter, discussion), 'offline', 'a look while cut');
      await bench.heal?.(adapter);
      demandSame((await look(adapter, discussion)).changes.posts, [], 'what is there once it is reached');
    },
  ),
];
