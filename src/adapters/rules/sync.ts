// Rules A9–A17: what a sync answers, and what is heard of others' changes.
import { demand, demandSame } from '../../model/demand.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, create, edit, fence, remove, turn, write } from './scene.ts';
import { follow, nothing, viewInWords, type Holding, type Witness } from './witness.ts';

const ids = (holding: Holding): string[] => [...holding.posts.keys()];

/** What a sync from here makes of what was held here, beside the Changes themselves. */
async function syncFrom(witness: Witness, before: Holding) {
  const changes = await witness.sync(before.cursor);
  return { changes, after: follow(before, changes) };
}

/** What a sync answers, and what is heard of others' changes. */
export const syncRules = [
  adapterRule(
    'A9',
    'sync(null) answers `from: null`, a cursor, and the record of the discussion under the id it was opened with; a discussion that nobody wrote to is empty.',
    [],
    async ({ join, discussion }) => {
      const changes = await (await join(ada)).sync(null);
      demandSame([changes.from, changes.posts, changes.room?.id], [null, [], discussion], 'from, posts and room.id');
      demand(typeof changes.to === 'string' && changes.to !== '', 'a cursor');
      const { title, url, guestPosts } = changes.room ?? {};
      for (const text of [title, url]) demand(text === null || typeof text === 'string', 'title and url: text or null');
      demand(
        ['none', 'held', 'shown'].some((known) => known === guestPosts),
        'guestPosts: none, held or shown',
      );
    },
  ),
  adapterRule(
    'A10',
    'A sync from the newest cursor answers nothing, from that cursor to that cursor.',
    [],
    async ({ join }) => {
      const witness = await join(ada);
      for (const _ of ['an empty discussion', 'one with a post']) {
        const { cursor } = await witness.snapshot();
        const { from, to, posts } = await witness.sync(cursor);
        demandSame({ from, to, posts }, { from: cursor, to: cursor, posts: [] }, 'the answer');
        await write(witness, 'one');
      }
    },
  ),
  adapterRule(
    'A11',
    'A sync from an older cursor answers, from that cursor on, exactly the posts that changed since: each once, whole and as it is now.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const reader = await join(bo);
      const first = await write(writer, 'first');
      await write(writer, 'untouched');
      const before = await reader.snapshot();
      const second = await write(writer, 'second', first);
      if (writer.can.edit === true)
        for (const revision of [1, 2]) await carryOut(writer, edit(first, `first, changed ${revision}`, revision));
      const { changes, after } = await syncFrom(reader, before);
      demandSame(changes.from, before.cursor, 'from');
      const changed = writer.can.edit === true ? [first, second] : [second];
      demandSame(changes.posts.map(({ id }) => id).sort(), changed.sort(), 'ids of what changed');
      demandSame(after && viewInWords(after), viewInWords(await reader.snapshot()), 'what is held then');
    },
  ),
  adapterRule(
    'A12',
    'A cursor that this discussion never gave is answered with everything, `from: null`.',
    [],
    async ({ join, again, discussion }) => {
      const witness = await join(ada);
      const elsewhere = await again(witness, `${discussion}/elsewhere`);
      await write(witness, 'here');
      await write(elsewhere, 'there');
      const { cursor } = await elsewhere.snapshot();
      const all = viewInWords(await witness.snapshot());
      for (const unknown of [cursor, 'never given', '', '__proto__', `${cursor}x`, 'x'.repeat(1_000)]) {
        const answer = await witness.sync(unknown);
        demandSame(answer.from, null, `from, after ${JSON.stringify(unknown)}`);
        const held = follow(nothing, answer);
        demandSame(held && viewInWords(held), all, 'what is held then');
      }
    },
  ),
  adapterRule(
    'A13',
    'A cursor that was given to another person is answered with everything, `from: null`.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const others = [await join(bo), await join(null)];
      const { cursor } = await writer.snapshot();
      await write(writer, 'one');
      const later = (await writer.snapshot()).cursor;
      for (const other of others)
        for (const taken of [cursor, later]) {
          const answer = await other.sync(taken);
          demandSame([answer.from, answer.posts.length], [null, 1], 'from and the number of posts');
        }
    },
  ),
  adapterRule(
    'A14',
    'Every answer lists its posts by ascending `order`, each after the one it replies to.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const start = (await writer.snapshot()).cursor;
      const first = await write(writer, 'first');
      const second = await write(writer, 'second');
      const reply = await write(writer, 'reply', first);
      const nested = await write(writer, 'reply to the reply', reply);
      const third = await write(writer, 'third');
      if (writer.can.edit === true) await carryOut(writer, edit(first, 'first, changed'));
      for (const cursor of [null, start])
        demandSame(
          (await writer.sync(cursor)).posts.map(({ id }) => id),
          [first, second, reply, nested, third],
          'the ids',
        );
    },
  ),
  adapterRule(
    'A15',
    'From the first sync on, a session hears of every change others make, in their order, each from where the last one ended.',
    ['live'],
    async ({ join }) => {
      const writer = await join(ada);
      const readers = [await join(bo), await join(null)];
      const starts = readers.map(({ holding }) => holding.cursor);
      for (const { can } of readers) demandSame(can.live, true, 'can.live');
      const first = await write(writer, 'first');
      await write(writer, 'second', first);
      await fence(writer, ...readers);
      for (const [place, reader] of readers.entries()) {
        let at = starts[place] ?? null;
        for (const { from, to } of reader.changes) {
          demandSame(from, at, 'from, where the last change ended');
          at = to;
        }
        demandSame(viewInWords(reader.holding), viewInWords(await reader.snapshot()), 'what is held then');
      }
    },
  ),
  adapterRule(
    'A16',
    'A session hears of what its own person does in another session.',
    ['live'],
    async ({ join, again }) => {
      const here = await join(ada);
      const there = await again(here);
      const id = await write(here, 'one');
      await there.until('to hear of the post', () =>
        there.changes.some(({ posts }) => posts.some((entry) => entry.id === id)),
      );
    },
  ),
  adapterRule(
    'A17',
    'Discussions know nothing of each other: neither posts nor ops, and nothing can be answered across.',
    [],
    async ({ join, again, discussion }) => {
      const here = await join(ada);
      const there = await again(here, `${discussion}/elsewhere`);
      const before = await there.snapshot();
      const command = await carryOut(here, create('here'));
      await demandRefusal(there.session.submit(create('a reply', command.op)), 'not-found', 'a reply across');
      if (here.can.edit === true)
        await demandRefusal(there.session.submit(remove(command.op)), 'not-found', 'a removal across');
      await turn();
      demandSame(viewInWords(await there.snapshot()), viewInWords(before), 'the other discussion');
      demandSame(there.changes, [], 'what was heard in the other discussion');
      await carryOut(there, { ...command, body: 'there' });
      demandSame((await there.post(command.op)).body, 'there', 'the body in the other discussion');
      demandSame((await here.post(command.op)).body, 'here', 'the body in the first one');
      demandSame(ids(await here.snapshot()).length, 1, 'the number of posts in the first one');
    },
  ),
];
