// Rules A26–A31: what is refused, and that a refusal changes nothing.
import { demand, demandSame } from '../../model/demand.ts';
import { limits } from '../../model/allow.ts';
import { newOp } from '../../model/op.ts';
import type { Command, CreateCommand } from '../../model/post.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, create, edit, fence, read, remove, show, write } from './scene.ts';
import { viewInWords } from './witness.ts';

const longest = limits.bodyLength;

/** Bodies that break a limit. */
export const badBodies: readonly string[] = [
  '',
  '   ',
  '\n\t\r\n',
  '\u00a0\u2003\u3000\u2028',
  '\u200b\u200d\u2060\ufeff',
  '\u00ad\u034f\u202e',
  'x'.repeat(longest + 1),
  `${'x'.repeat(longest)} `,
  '\u{1f600}'.repeat(longest / 2 + 1),
  'nul \u0000',
  'bell \u0007',
  'escape \u001b[31m',
  'delete \u007f',
  'half \ud83d a character',
  '\ude00',
];

/** Things that are no commands, whatever type their sender gave them. */
const malformed = (existing: string): readonly unknown[] => {
  const good = (): CreateCommand => create('words');
  return [
    null,
    'create',
    42,
    [],
    [good()],
    {},
    { ...good(), type: undefined },
    { ...good(), type: 'explode' },
    { ...good(), type: '__proto__' },
    { ...good(), type: 'toString' },
    { ...good(), type: ['create'] },
    { type: 'create', op: newOp(), body: 'no parentId' },
    { type: 'create', op: newOp(), parentId: null },
    { type: 'create', parentId: null, body: 'no op' },
    { ...good(), body: 42 },
    { ...good(), body: null },
    { ...good(), body: ['words'] },
    { ...good(), parentId: 42 },
    { ...good(), parentId: { id: existing } },
    { ...good(), op: 'not a UUID' },
    { ...good(), op: newOp().toUpperCase().replace(/^./, 'A') },
    { ...good(), op: ` ${newOp()}` },
    { ...good(), op: 42 },
    { ...good(), author: { id: 'x', name: 'Somebody else', role: 'facilitator' } },
    { ...good(), createdAt: '2000-01-01T00:00:00Z' },
    { ...good(), constructor: { prototype: { polluted: true } } },
    JSON.parse(`{"type":"create","op":"${newOp()}","parentId":null,"body":"words","__proto__":{"polluted":true}}`),
  ];
};

/** What is refused, and that a refusal changes nothing. */
export const refusalRules = [
  adapterRule(
    'A26',
    `A body of 1 to ${longest.toLocaleString('en')} UTF-16 code units with something to see in it is accepted.`,
    [],
    async ({ join }) => {
      const writer = await join(ada);
      for (const body of ['x', '.', 'x'.repeat(longest), '\u{1f600}'.repeat(longest / 2), '\u200bx', ' \n x']) {
        const id = await write(writer, body);
        demandSame((await writer.post(id)).body.length, body.length, 'the length of the body');
      }
    },
  ),
  adapterRule(
    'A27',
    'A body that is longer, empty to the eye, or holds control characters or half a character is refused with `invalid` of the field `body`.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      for (const body of badBodies)
        await demandRefusal(
          writer.submit(create(body)),
          'invalid',
          `the body ${JSON.stringify(body.slice(-40))}`,
          'body',
        );
    },
  ),
  adapterRule('A28', 'A reply to a post that is not there is refused with `not-found`.', [], async ({ join }) => {
    const writer = await join(ada);
    for (const parentId of [newOp(), '', 'never given', '__proto__'])
      await demandRefusal(writer.submit(create('a reply', parentId)), 'not-found', `a reply to ${parentId}`);
    const { op, ...rest } = create('a reply');
    await demandRefusal(writer.submit({ ...rest, op, parentId: op }), 'not-found', 'a reply to itself');
  }),
  adapterRule(
    'A29',
    'Somebody who is not signed in reads everything that members read, and is refused with `unauthenticated` whatever they ask.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const stranger = await join(null);
      const id = await write(writer, 'one');
      demandSame((await stranger.post(id)).body, 'one', 'the body');
      const { edit: mayEdit, moderate, marks } = stranger.can;
      const commands: readonly Command[] = [
        create('words'),
        create('a reply', id),
        ...(mayEdit === true ? [edit(id, 'words'), remove(id)] : []),
        ...(moderate === true ? [show(id)] : []),
        ...(marks === true ? [read(id)] : []),
      ];
      for (const command of commands)
        await demandRefusal(stranger.submit(command), 'unauthenticated', `${command.type} by nobody`);
    },
  ),
  adapterRule(
    'A30',
    'What is not a command, or holds a field too few or too many, is refused with `invalid`; the session goes on.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const existing = await write(writer, 'one');
      for (const [place, thing] of malformed(existing).entries())
        await demandRefusal(writer.submit(thing as Command), 'invalid', `malformed command ${place}`);
      demand(!('polluted' in {}), 'the prototype of objects to stay as it was');
      await writer.post(await write(writer, 'another'));
      demandSame((await writer.snapshot()).posts.size, 2, 'the number of posts');
    },
  ),
  adapterRule(
    'A31',
    'A refused command changes nothing: the cursor stays, nobody hears anything, and the op is still unused.',
    [],
    async ({ join }) => {
      const writer = await join(ada);
      const reader = await join(bo);
      const id = await write(writer, 'one');
      await reader.reach('the post', ({ posts }) => posts.has(id));
      const before = await reader.snapshot();
      const heard = reader.changes.length;
      const refused = create('');
      const commands: readonly Command[] = [
        refused,
        create('a reply', newOp()),
        ...(reader.can.edit === true ? [edit(id, 'words'), remove(id), remove(newOp())] : []),
      ];
      for (const command of commands)
        await demandRefusal(
          reader.session.submit(command),
          ['invalid', 'not-found', 'forbidden'],
          `${command.type} that is not allowed`,
        );
      demandSame(viewInWords(await reader.snapshot()), viewInWords(before), 'what is there then');
      await reader.submit({ ...refused, body: 'in order now' });
      await fence(writer, reader);
      const others = reader.changes.slice(heard).filter(({ posts }) => posts.length === 0);
      demandSame(others, [], 'what was heard of refused commands');
      demandSame((await reader.post(refused.op)).body, 'in order now', 'the body');
    },
  ),
];
