// A discussion that grew without a server is carried into one: what was exported is imported, and comes out again the
// same byte for byte. In Node the local adapter finds no IndexedDB and works from memory.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Session } from '../../src/adapters/adapter.ts';
import { localAdapter } from '../../src/adapters/local.ts';
import type { Person } from '../../src/model/post.ts';
import { createDesk } from '../support/exports/run.ts';
import { fileWith } from '../support/exports/wxr.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const op = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

test('what the local adapter exports is imported by the server, and exported again the same byte for byte', async () => {
  const adapter = localAdapter({ me: amina });
  const session = await new Promise<Session>((resolve) => {
    const opened = adapter.open('/looking', {
      status: ({ state }) => state === 'online' && resolve(opened),
      changes: () => {},
      mine: () => {},
    });
  });
  await session.submit({ type: 'create', op: op(1), parentId: null, body: 'First — “as written”\n\n*there*' });
  await session.submit({ type: 'create', op: op(2), parentId: op(1), body: 'A reply' });
  await session.submit({ type: 'create', op: op(3), parentId: op(2), body: 'A reply to the reply' });
  await session.submit({ type: 'edit', op: op(4), id: op(1), body: 'First, again', revision: 1 });
  await session.submit({ type: 'remove', op: op(5), id: op(2) });
  session.close();

  const text = await adapter.exportDiscussion('/looking');
  const desk = createDesk();
  const said = await desk.import('json', fileWith(text, 'room.json'));
  assert.equal(said.code, 0, said.err);
  assert.match(said.out, /3 posts written/);
  assert.equal((await desk.export('--discussion', '/looking')).out, text);
});
