// Rules A18–A25: what becomes of a new post, and of a command that is sent more than once.
import { demand, demandSame } from '../../model/demand.ts';
import { limits } from '../../model/allow.ts';
import type { Changes, Command } from '../../model/post.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, create, edit, remove, write } from './scene.ts';
import { viewInWords, type Witness } from './witness.ts';

/** ISO 8601 in UTC, with or without parts of a second. */
const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const texts: readonly string[] = [
  '  two spaces before and after  ',
  'one\r\ntwo\rthree\n\n\tfour\n',
  'composed \u00e9 \u00c5, decomposed e\u0301 A\u030a, compatible \u212b \ufb01 \u2460',
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467} \u{1f3f3}\ufe0f\u200d\u{1f308} \u{1d4b3}',
  '\ufeffmarks \u200f\u05e9\u05dc\u05d5\u05dd\u200e \u202eturned\u202c \u2066kept\u2069 soft\u00adhyphen',
  'spaces \u00a0\u2003\u2028\u2029 of all kinds\u200b',
  '<script>alert(1)</script> &amp; & <b title="a \'b\'">',
  '**Markdown** `code` [link](https://example.org "title")\n\n    block\n\\*',
  '__proto__',
  'constructor',
  'null',
  '0',
  '{"type":"remove"}',
  "'; DROP TABLE posts; -- % _ \\",
  'words '.repeat(limits.bodyLength / 6).padEnd(limits.bodyLength, '.'),
];

/** Demands that a command sent again is answered with nothing, and changes nothing. */
async function demandNoEffect(witness: Witness, command: Command, what: string): Promise<void> {
  const before = await witness.snapshot();
  const { from, to, posts } = await witness.submit(command);
  demandSame({ from, to, posts }, { from: before.cursor, to: before.cursor, posts: [] }, `the answer to ${what}`);
  demandSame(viewInWords(await witness.snapshot()), viewInWords(before), `what is there after ${what}`);
}

/** What becomes of a new post, and of a command that is sent more than once. */
export const postingRules = [
  adapterRule(
    'A18',
    'submit() answers what the command changed: from the cursor before it, to the one after, with the post as it now is.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const { cursor } = await writer.snapshot();
      const command = create('one');
      const { from, to, posts } = await writer.submit(command);
      demandSame(from, cursor, 'from');
      demandSame(posts, [await writer.post(command.op)], 'the posts');
      demandSame(to, (await writer.snapshot()).cursor, 'to');
    },
  ),
  adapterRule(
    'A19',
    'A new post has its op as id, its writer as author, a time in UTC, and exactly the fields of a Post: no others leave the authority.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const id = await write(writer, 'one');
      const { createdAt, order, ...rest } = await (await join(bo)).post(id);
      demand(utc.test(createdAt) && !Number.isNaN(Date.parse(createdAt)), `a time in UTC, found ${createdAt}`);
      demand(Number.isFinite(order), `a number as order, found ${order}`);
      const { me } = writer;
      const expected = { id, parentId: null, author: me, body: 'one', editedAt: null, revision: 1, state: 'shown' };
      demandSame(rest, expected, 'the other fields');
    },
  ),
  adapterRule('A20', 'A later post has a larger `order`, whoever wrote it.', [], async ({ join }) => {
    const writers = [await join(ada), await join(bo)];
    let last = -Infinity;
    for (const turnOf of [0, 1, 1, 0, 0]) {
      const writer = writers[turnOf];
      if (writer === undefined) continue;
      const { order } = await writer.post(await write(writer, 'one'));
      demand(order > last, `an order larger than ${last}, found ${order}`);
      last = order;
    }
  }),
  adapterRule('A21', 'A body comes back exactly as it was written.', [], async ({ join }) => {
    const writer = await join(ada);
    const reader = await join(null);
    for (const text of texts) {
      const id = await write(writer, text);
      demandSame((await reader.post(id)).body, text, 'the body');
    }
  }),
  adapterRule('A22', 'A reply names the post it answers, however deep it stands.', [], async ({ join }) => {
    const writer = await join(ada);
    const other = await join(bo);
    let parentId: string | null = null;
    for (const witness of [writer, other, writer, other, other]) {
      const id: string = await write(witness, 'one', parentId);
      demandSame((await other.post(id)).parentId, parentId, 'parentId');
      parentId = id;
    }
  }),
  adapterRule(
    'A23',
    'A command that was carried out changes nothing when it is sent again, and is answered with nothing; not even where it would be refused by now.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const command = await carryOut(writer, create('first'));
      await write(await join(bo), 'between', command.op);
      await demandNoEffect(writer, command, 'the same create command');
      if (writer.can.edit !== true) return;
      const change = await carryOut(writer, edit(command.op, 'first, changed'));
      await carryOut(writer, edit(command.op, 'first, changed again', 2));
      await demandNoEffect(writer, change, 'the same edit command');
      const removal = await carryOut(writer, remove(command.op));
      for (const again of [command, change, removal])
        await demandNoEffect(writer, again, `the same ${again.type} command after the removal`);
    },
  ),
  adapterRule(
    'A24',
    'An op that was used is refused with `conflict` for any other content, and for any other person.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const other = await join(bo);
      const parentId = await write(writer, 'another');
      const command = await carryOut(writer, create('first'));
      const before = viewInWords(await writer.snapshot());
      const { op } = command;
      const refuse = (witness: Witness, used: Command, what: string) =>
        demandRefusal(witness.session.submit(used), 'conflict', what);
      await refuse(writer, { ...command, body: 'other words' }, 'the same op with another body');
      await refuse(writer, { ...command, parentId }, 'the same op with another parent');
      await refuse(other, command, 'the same op from another person');
      if (writer.can.edit === true) {
        await refuse(writer, { ...edit(op, 'other words'), op }, 'the same op for an edit');
        await refuse(writer, { ...remove(op), op }, 'the same op for a removal');
      }
      demandSame(viewInWords(await writer.snapshot()), before, 'what is there then');
    },
  ),
  adapterRule(
    'A25',
    'A command sent several times at once, from several sessions of its person, is carried out once: one answer holds the post, the others nothing.',
    [],
    async ({ join, again }) => {
      const here = await join(ada);
      const there = await again(here);
      const command = create('once');
      const answers: readonly Changes[] = await Promise.all(
        [here, there, here, there].map((witness) => witness.submit(command)),
      );
      demandSame(answers.map(({ posts }) => posts.length).sort(), [0, 0, 0, 1], 'posts in each answer');
      const bodies = [...(await there.snapshot()).posts.values()].map((entry) => 'body' in entry && entry.body);
      demandSame(bodies.filter((body) => body === 'once').length, 1, 'the number of posts');
    },
  ),
];
