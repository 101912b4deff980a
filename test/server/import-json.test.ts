// A room as JSON: exported, imported and exported again it is the same byte for byte; anything else is refused.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Person } from '../../src/model/post.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { createRoom } from '../../src/room/room.ts';
import { jsonBreak } from '../../src/server/import/json-break.ts';
import { createDesk, exportFile, site, type Desk } from '../support/exports/run.ts';
import { fileWith } from '../support/exports/wxr.ts';
import { plainLens } from '../../src/model/view.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const guest: Person = { id: 'guest:1', name: 'Gül', role: 'guest' };
const ruth: Person = { id: 'ruth', name: 'Ruth', role: 'facilitator' };
const op = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A room in which everything happened that can: shown, held, approved, hidden, edited and removed posts. */
async function livelyDesk(): Promise<Desk> {
  const storage = createMemoryStorage();
  const desk = createDesk(storage);
  await desk.import('wordpress', exportFile('association.wxr.xml'));
  const room = createRoom({ key: `${site}:/looking`, discussion: '/looking', guestPosts: 'held', storage });
  await room.submit(plainLens(amina), {
    type: 'create',
    op: op(1),
    parentId: null,
    body: 'First — “as written”\n\n*there*',
  });
  await room.submit(plainLens(guest), { type: 'create', op: op(2), parentId: op(1), body: 'May I?' });
  await room.submit(plainLens(ruth), { type: 'moderate', op: op(3), id: op(2), state: 'shown', reason: '' });
  await room.submit(plainLens(amina), { type: 'create', op: op(4), parentId: op(2), body: 'You may.' });
  await room.submit(plainLens(ruth), { type: 'moderate', op: op(5), id: op(2), state: 'hidden', reason: 'Off topic' });
  await room.submit(plainLens(amina), { type: 'edit', op: op(6), id: op(1), body: 'First, again', revision: 1 });
  await room.submit(plainLens(amina), { type: 'remove', op: op(7), id: op(4) });
  await room.submit(plainLens(guest), { type: 'create', op: op(8), parentId: op(1), body: 'Still waiting' });
  return desk;
}

async function exported(desk: Desk): Promise<string> {
  const { code, out, err } = await desk.export('--discussion', '/looking');
  assert.equal(code, 0, err);
  return out;
}

test('export, import and export again is the same byte for byte', async () => {
  const first = await exported(await livelyDesk());
  const desk = createDesk();
  const { code, out } = await desk.import('json', fileWith(first, 'room.json'));
  assert.equal(code, 0);
  assert.match(out, /10 posts written, 0 were there/);
  assert.equal(await exported(desk), first);
  for (const state of ['shown', 'held', 'hidden', 'removed']) assert.match(first, new RegExp(`"state": "${state}"`));
});

test('a second import, and an import over the room itself, changes nothing', async () => {
  const desk = await livelyDesk();
  const file = fileWith(await exported(desk), 'room.json');
  const before = await desk.everything();
  assert.match((await desk.import('json', file)).out, /0 posts written, 10 were there/);
  assert.equal(await desk.everything(), before);
});

test('an export goes to a file where one is named', async () => {
  const desk = await livelyDesk();
  const file = fileWith('', 'room.json');
  const { code, out } = await desk.export('--discussion', '/looking', '--out', file);
  assert.deepEqual([code, out], [0, '']);
  assert.equal(readFileSync(file, 'utf8'), await exported(desk));
});

test('there is no export of a discussion that is not there', async () => {
  const { code, out, err } = await createDesk().export('--discussion', '/none');
  assert.deepEqual([code, out, err], [1, '', 'The site "demo" has no discussion "/none".\n']);
});

test('JSON cut off anywhere changes nothing, and the cut is said', async () => {
  const whole = await exported(await livelyDesk());
  const desk = createDesk();
  for (let cut = 1; cut <= 20; cut++) {
    const part = whole.slice(0, Math.floor(((whole.length - 2) * cut) / 20));
    const { code, out, err } = await desk.import('json', fileWith(part, 'room.json'));
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /room\.json:\d+:\d+: (?:the file ends too early to be JSON|this is not JSON)\.\n/);
    assert.ok(Number(/:(\d+):\d+: /.exec(err)?.[1]) >= part.split('\n').length - 1);
  }
  assert.deepEqual(await desk.storage.rooms(), []);
});

const post = (n: number, more: object = {}): object => ({
  ...{ id: op(n), parentId: null, author: amina, body: 'Text', createdAt: '2024-01-01T00:00:00.000Z' },
  ...{ editedAt: null, revision: 1, order: n, state: 'shown', published: true },
  ...more,
});
const room = (posts: readonly object[], more: object = {}): string =>
  JSON.stringify({ format: 'peer-discussion', version: 1, discussion: '/p', title: null, url: null, posts, ...more });

const refused: readonly (readonly [what: string, text: string, sentence: RegExp])[] = [
  ['another format', '{"format":"other"}', /room\.json: format: must be "peer-discussion"\.\n/],
  ['a later version', room([], { version: 2 }), /room\.json: version: must be 1\.\n/],
  ['a discussion that cannot be', room([], { discussion: 'a|b' }), /discussion holds characters/],
  ['a post without an id', room([post(1, { id: 'x' })]), /posts\.0\.id: must be a lower-case UUID/],
  ['an unknown role', room([post(1, { author: { ...amina, role: 'king' } })]), /posts\.0\.author\.role: /],
  ['an unknown field', room([post(1, { email: 'a@b.org' })]), /posts\.0\.email: /],
  ['one id twice', room([post(1), post(1, { order: 2 })]), /posts\.1 has an id that was there before/],
  [
    'a reply before its parent',
    room([post(1, { parentId: op(2) }), post(2)]),
    /posts\.0 answers a post that is not before it/,
  ],
  ['posts out of order', room([post(2), post(1)]), /posts\.1 is not in the order of the log/],
  ['an empty body', room([post(1, { body: ' ' })]), /posts\.0 is not allowed: body is empty/],
  ['text in a removed post', room([post(1, { state: 'removed' })]), /posts\.0 is removed and yet has a body/],
];

for (const [what, text, sentence] of refused)
  test(`refused: ${what}`, async () => {
    const desk = createDesk();
    const { code, err } = await desk.import('json', fileWith(text, 'room.json'));
    assert.equal(code, 1);
    assert.match(err, sentence);
    assert.deepEqual(await desk.storage.rooms(), []);
  });

test('the place where a text stops being JSON is found', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['{"a": x}', 6],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{1: 2}', 1],
    ['[1 2]', 3],
    ['[1}', 2],
    ['[tru]', 1],
    ['{"a": "b', 6],
    ['{"a": [', 7],
    ['', 0],
    ['1 2', 2],
    ['{"a": 01}', 6],
  ];
  for (const [text, at] of cases) assert.equal(jsonBreak(text), at, text);
});
