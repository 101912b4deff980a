// Rule A102: what a facilitator pinned is in everybody's first page.
import { demandSame } from '../../model/demand.ts';
import { pin } from './desk.ts';
import { answer, arrange, promptOf, reachPrompt, writeAs } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, fay, write } from './scene.ts';
import type { Witness } from './witness.ts';

/** Where pinned threads are found. */
export const pinningRules = [
  adapterRule(
    'A102',
    'A window brings the threads that are pinned, whole, wherever they stand; the other threads and `more` stay as they are. Of one that somebody does not see they are brought nothing.',
    ['history', 'desk', 'gates'],
    async ({ join }) => {
      const [facilitator, writer, reader] = [await join(fay), await join(ada), await join(bo)];
      await carryOut(facilitator, arrange(promptOf('p', { type: 'manual', isOpen: false })));
      await reachPrompt(writer, 'p');
      const kept = await writeAs(writer, answer('p', 'behind a gate'));
      const old = await write(writer, 'the first one');
      const reply = await write(writer, 'a reply to it', old);
      for (const body of ['the second one', 'the third one']) await write(writer, body);
      const look = async (who: Witness) => {
        const { posts, more } = await who.sync(null, { threads: 1, order: 'newest' });
        return { ids: posts.map(({ id }) => id), more };
      };
      const plain = await look(reader);
      for (const id of [kept, old]) await carryOut(facilitator, pin(id, true));
      demandSame(await look(reader), { ...plain, ids: [old, reply, ...plain.ids] }, 'what a window brings');
      const { ids } = await look(writer);
      demandSame(ids, [kept, old, reply, ...plain.ids], 'what it brings to who wrote behind the gate');
      await carryOut(facilitator, pin(old, false));
      demandSame(await look(reader), plain, 'what it brings once nothing that they see is pinned');
    },
  ),
];
