// Rules A47–A52: what belongs to one person alone: read marks, and what a guest enters to be let in.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import type { Session } from '../adapter.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, create, fay, fence, read, write } from './scene.ts';
import type { Witness } from './witness.ts';

/** Waits until the last thing heard of one's own marks is exactly this. */
function hearRead(witness: Witness, ids: readonly string[]): Promise<void> {
  const expected = inWords([...ids].sort());
  return witness.until(`to hear of the marks ${expected}`, () => {
    const last = witness.mines.at(-1);
    return last !== undefined && inWords([...last.read].sort()) === expected;
  });
}

/** The way for guests to be let in. */
function entrance({ session }: Witness): NonNullable<Session['identify']> {
  demand(session.identify !== undefined, 'a session that lets guests in to have identify()');
  return session.identify.bind(session);
}

/** Lets somebody in as a guest and waits until the session knows. */
async function enter(witness: Witness, name: string, email: string): Promise<Witness> {
  await entrance(witness)({ name, email });
  await witness.until(`to be online as ${name}`, () => witness.me?.name === name);
  await witness.snapshot();
  return witness;
}

/** What belongs to one person alone. */
export const privateRules = [
  adapterRule(
    'A47',
    'Marks of what somebody has read reach every session of that person, always whole, those opened later too.',
    ['marks'],
    async ({ join, again }) => {
      const here = await join(ada);
      const there = await again(here);
      demandSame(here.can.marks, true, 'can.marks');
      const writer = await join(bo);
      const ids = [await write(writer, 'one'), await write(writer, 'two'), await write(writer, 'three')];
      const [one = '', two = '', three = ''] = ids;
      await carryOut(here, read(one));
      for (const witness of [here, there]) await hearRead(witness, [one]);
      await carryOut(there, read(three, two, one));
      for (const witness of [here, there, await again(here)]) await hearRead(witness, ids);
    },
  ),
  adapterRule(
    'A48',
    'Nobody else learns what somebody has read, and marks move no cursor.',
    ['marks'],
    async ({ join }) => {
      const reader = await join(ada);
      const writer = await join(bo);
      const others = [writer, await join(null), await join(bo)];
      const id = await write(writer, 'one');
      const { cursor } = await reader.snapshot();
      const { from, to, posts } = await reader.submit(read(id));
      demandSame({ from, to, posts }, { from: cursor, to: cursor, posts: [] }, 'the answer');
      demandSame((await reader.sync(cursor)).to, cursor, 'the cursor');
      await fence(writer, ...others);
      for (const { mines } of others)
        for (const mine of mines) demandSame(mine.read, [], 'what others hear as their own marks');
    },
  ),
  adapterRule(
    'A49',
    'A guest enters a name and an e-mail address: without one of them, or with what is none, identify() rejects with `invalid` of that field.',
    ['guests'],
    async ({ join }) => {
      const witness = await join(null);
      const identify = entrance(witness);
      const email = 'gil@example.org';
      for (const name of ['', '   ', 'x'.repeat(1_000)])
        await demandRefusal(identify({ name, email }), 'invalid', `the name ${JSON.stringify(name)}`, 'name');
      for (const wrong of [
        '',
        '   ',
        'gil',
        'gil@',
        '@example.org',
        'gil @example.org',
        `${'x'.repeat(1_000)}@example.org`,
      ])
        await demandRefusal(identify({ name: 'Gil', email: wrong }), 'invalid', `the e-mail ${wrong}`, 'email');
      demandSame(witness.me, null, 'me');
    },
  ),
  adapterRule(
    'A50',
    'Once let in, the session is online again as a guest of that name, with a view of its own, and may write.',
    ['guests'],
    async ({ join }) => {
      const witness = await join(null);
      demandSame(witness.can.guests, true, 'can.guests');
      await write(await join(ada), 'one');
      const { cursor } = await witness.snapshot();
      const { me } = await enter(witness, 'Gil', 'gil@example.org');
      demand(me !== null && me.id !== '', 'an id');
      demandSame(me, { id: me.id, name: 'Gil', role: 'guest' }, 'me');
      demandSame((await witness.sync(cursor)).from, null, 'from, at the cursor of nobody');
      const command = create('words of a guest');
      await witness.submit(command);
      demandSame((await witness.post(command.op)).author, me, 'the author');
    },
  ),
  adapterRule(
    'A51',
    'Whoever enters the same name and e-mail address is another person: an address is no password.',
    ['guests'],
    async ({ join }) => {
      const [first, second] = [await join(null), await join(null)];
      for (const witness of [first, second]) await enter(witness, 'Gil', 'gil@example.org');
      demand(first.me?.id !== second.me?.id, 'different ids');
    },
  ),
  adapterRule('A52', "A guest's e-mail address is in nothing that reaches anybody.", ['guests'], async ({ join }) => {
    const guest = await join(null);
    const others = [await join(ada), await join(fay), await join(null)];
    await enter(guest, 'Gil', 'Gil.Canary@example.org');
    await write(guest, 'words of a guest');
    await fence(others[0] ?? guest, guest, ...others);
    for (const witness of [guest, ...others]) {
      await witness.snapshot();
      demand(!/canary/i.test(witness.record()), `no e-mail address, found ${witness.record()}`);
    }
  }),
];
