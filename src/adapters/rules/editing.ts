// Rules A32–A37: changing and taking back one's own posts.
import { demand, demandSame } from '../../model/demand.ts';
import { newOp } from '../../model/op.ts';
import { demandRefusal } from './demand-refusal.ts';
import { badBodies } from './refusals.ts';
import { ada, adapterRule, bo, carryOut, create, edit, fence, remove, write } from './scene.ts';

/** Changing and taking back one's own posts. */
export const editingRules = [
  adapterRule(
    'A32',
    'An edit sets the body and `editedAt`, makes the revision one more, and leaves everything else as it was.',
    ['edit'],
    async ({ join }) => {
      const writer = await join(ada);
      const reader = await join(bo);
      demandSame(writer.can.edit, true, 'can.edit');
      const parentId = await write(writer, 'a parent');
      const id = await write(writer, 'first', parentId);
      const before = await reader.post(id);
      await carryOut(writer, edit(id, ' second\r\n', 1));
      const { editedAt, ...rest } = await reader.post(id);
      demandSame(rest, { ...before, editedAt: undefined, body: ' second\r\n', revision: 2 }, 'the other fields');
      const isUtc = editedAt !== null && editedAt.endsWith('Z') && !Number.isNaN(Date.parse(editedAt));
      demand(isUtc, `a time in UTC as editedAt, found ${editedAt}`);
      await carryOut(writer, edit(id, 'third', 2));
      demandSame((await reader.post(id)).revision, 3, 'the revision after two edits');
    },
  ),
  adapterRule(
    'A33',
    'An edit made from any revision but the current one is refused with `conflict`; of two at once, one is carried out.',
    ['edit'],
    async ({ join, again }) => {
      const here = await join(ada);
      const there = await again(here);
      const id = await write(here, 'first');
      const calls = await Promise.allSettled([
        here.submit(edit(id, 'second, here')),
        there.submit(edit(id, 'second, there')),
      ]);
      demandSame(calls.map(({ status }) => status).sort(), ['fulfilled', 'rejected'], 'how two edits at once ended');
      for (const revision of [1, 3])
        await demandRefusal(here.submit(edit(id, 'third', revision)), 'conflict', `an edit from revision ${revision}`);
      demandSame((await here.post(id)).revision, 2, 'the revision');
    },
  ),
  adapterRule(
    'A34',
    'An edit obeys the limits of a body: `invalid` of the field `body`.',
    ['edit'],
    async ({ join }) => {
      const writer = await join(ada);
      const id = await write(writer, 'first');
      for (const body of badBodies)
        await demandRefusal(
          writer.submit(edit(id, body)),
          'invalid',
          `the body ${JSON.stringify(body.slice(-40))}`,
          'body',
        );
      demandSame((await writer.post(id)).body, 'first', 'the body');
    },
  ),
  adapterRule(
    'A35',
    "Another person's post can be neither changed nor taken back: `forbidden`; one that is not there is `not-found`.",
    ['edit'],
    async ({ join }) => {
      const writer = await join(ada);
      const other = await join(bo);
      const id = await write(writer, 'first');
      for (const make of [(of: string) => edit(of, 'other words'), remove]) {
        await demandRefusal(other.submit(make(id)), 'forbidden', `${make(id).type} of another's post`);
        await demandRefusal(writer.submit(make(newOp())), 'not-found', `${make(id).type} of no post`);
      }
      demandSame((await writer.post(id)).body, 'first', 'the body');
    },
  ),
  adapterRule(
    'A36',
    'A post taken back leaves everybody `{id, parentId, removed: true}` and no more; its replies stay, and it can be neither answered, changed nor taken back again: `not-found`.',
    ['edit'],
    async ({ join }) => {
      const writer = await join(ada);
      const reader = await join(bo);
      const parentId = await write(reader, 'a parent');
      const id = await write(writer, 'first', parentId);
      const reply = await write(reader, 'a reply', id);
      await carryOut(writer, remove(id));
      for (const witness of [writer, reader, await join(null)]) {
        const { posts } = await witness.snapshot();
        demandSame(posts.get(id), { id, parentId, removed: true }, 'what is left');
        demand('body' in (posts.get(reply) ?? {}), 'the reply to stay');
      }
      for (const witness of [writer, reader])
        for (const command of [create('too late', id), edit(id, 'too late'), remove(id)])
          await demandRefusal(witness.submit(command), 'not-found', `${command.type} after the removal`);
    },
  ),
  adapterRule(
    'A37',
    'Words that were taken back are in no later answer, from whatever cursor; words that were changed in none but to their author.',
    ['edit'],
    async ({ join }) => {
      const writer = await join(ada);
      const readers = [await join(bo), await join(null), writer];
      const starts = readers.map(({ holding }) => holding.cursor);
      const words = ['words changed away', 'words taken back'] as const;
      const [changed, gone] = [await write(writer, words[0]), await write(writer, words[1])];
      await fence(writer, ...readers);
      const between = readers.map(({ holding }) => holding.cursor);
      await carryOut(writer, edit(changed, 'other words'));
      await carryOut(writer, remove(gone));
      for (const [place, reader] of readers.entries())
        for (const cursor of [null, starts[place] ?? null, between[place] ?? null]) {
          const answer = JSON.stringify(await reader.sync(cursor));
          const kept = reader === writer ? words.slice(1) : words;
          for (const said of kept) demand(!answer.includes(said), `nothing of the ${said}, found ${answer}`);
        }
    },
  ),
];
