// Rules A88–A89: who stands behind a post, and what helped.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { Command, Endorsement, SettleCommand } from '../../model/post.ts';
import { newOp } from '../../model/op.ts';
import { demandRefusal } from './demand-refusal.ts';
import { endorse, eve, help } from './learning-scene.ts';
import { ada, adapterRule, bo, carryOut, create, fay, gil, write } from './scene.ts';
import type { Witness } from './witness.ts';

/** What everybody of these is told of a post's endorsements. */
async function endorsementsOf(people: readonly Witness[], id: string): Promise<readonly Endorsement[]> {
  const found = await Promise.all(people.map(async (person) => (await person.post(id)).endorsements ?? []));
  for (const one of found) demandSame(one, found[0], 'the endorsements, for each');
  return found[0] ?? [];
}

/** Who stands behind a post, and what helped. */
export const endorseRules = [
  adapterRule(
    'A88',
    'An expert or facilitator endorses a post of somebody else, with a reason of those offered or a note; everybody sees who, when and why until it is taken back, facilitators after that too. Others are refused with `forbidden`.',
    ['endorse'],
    async ({ join }) => {
      const [writer, expert, facilitator] = [await join(ada), await join(eve), await join(fay)];
      const others = [await join(bo), await join(null)];
      const id = await write(writer, 'words');
      for (const person of [writer, others[0] ?? writer, await join(gil)])
        await demandRefusal(person.submit(endorse(id)), 'forbidden', `an endorsement of a ${person.me?.role}`);
      const own = await write(expert, 'words of an expert');
      await demandRefusal(expert.submit(endorse(own)), 'forbidden', 'an endorsement of oneself');
      await demandRefusal(expert.submit(endorse(id, true, '')), 'invalid', 'an endorsement without a reason', 'note');
      const odd = { ...endorse(id), reason: 'because' } as unknown as Command;
      await demandRefusal(expert.submit(odd), 'invalid', 'a reason that is not offered', 'reason');
      await carryOut(expert, endorse(id));
      await carryOut(facilitator, { ...endorse(id, true, ''), reason: 'tested' });
      const found = await endorsementsOf([writer, expert, ...others], id);
      const said = found.map(({ kind, by, reason, note, revokedAt }) => [kind, by.id, reason, note, revokedAt]);
      demandSame(
        said,
        [
          ['endorsed', expert.me?.id, null, 'I do the same.', undefined],
          ['endorsed', facilitator.me?.id, 'tested', '', undefined],
        ],
        'the endorsements',
      );
      await carryOut(expert, endorse(id, false, ''));
      const left = await endorsementsOf([writer, expert, ...others], id);
      demandSame(
        left.map(({ by }) => by.id),
        [facilitator.me?.id],
        'whose endorsements stand',
      );
      const all = (await facilitator.post(id)).endorsements ?? [];
      demandSame(
        all.map(({ revokedAt }) => revokedAt !== undefined),
        [true, false],
        'what a facilitator sees',
      );
    },
  ),
  adapterRule(
    'A89',
    'Whoever began a thread says that a reply of somebody else helped, and, like a facilitator, that their question has found its answer; both can be taken back. Others are refused with `forbidden`.',
    ['endorse', 'moves'],
    async ({ join }) => {
      const [asker, other, facilitator] = [await join(ada), await join(bo), await join(fay)];
      const reader = await join(null);
      const root = create('a question');
      await carryOut(asker, { ...root, kind: 'question' });
      const reply = await write(other, 'a reply', root.op);
      const own = await write(asker, 'my own reply', root.op);
      const settle = (isSettled: boolean): SettleCommand => ({ type: 'settle', op: newOp(), id: root.op, isSettled });
      for (const [person, command] of [
        [other, help(reply)],
        [facilitator, help(reply)],
        [asker, help(own)],
        [asker, help(root.op)],
        [other, settle(true)],
        [asker, { ...settle(true), id: reply }],
      ] as const)
        await demandRefusal(person.submit(command), 'forbidden', `${inWords(command)} by ${person.me?.name}`);
      await carryOut(asker, help(reply));
      await carryOut(asker, settle(true));
      const [given] = await endorsementsOf([asker, other, reader], reply);
      demandSame([given?.kind, given?.by], ['helped', asker.me], 'what helped');
      demand((await reader.post(root.op)).settledAt !== undefined, 'the question to be settled');
      await carryOut(asker, help(reply, false));
      await carryOut(facilitator, settle(false));
      demandSame(await endorsementsOf([asker, other, reader], reply), [], 'what helped, taken back');
      demandSame((await reader.post(root.op)).settledAt, undefined, 'settledAt, taken back');
    },
  ),
];
