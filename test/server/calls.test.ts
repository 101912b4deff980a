// The calls by plain HTTP: the same answers as over a socket, under the same guards.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Page } from '../../src/model/post.ts';
import { parseConfig } from '../../src/server/config.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { callPath, protocol, type Admission, type Answer, type Look } from '../../src/wire.ts';
import { ask, enter } from '../support/client.ts';
import { origin, site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const folder = temporaryFolder();
let server: RunningServer;
const discussion = '/lessons/1';

before(async () => {
  server = await startServer({ config: parseConfig({ sites: [site] }, 'test'), data: folder.path });
});
after(async () => {
  await server.close();
  folder.remove();
});

function send(name: string, body: string, headers: Readonly<Record<string, string>> = { origin }): Promise<Response> {
  return fetch(`${server.url}${callPath}/${name}`, { method: 'POST', body, headers });
}

async function call<T>(name: string, asked: object, token?: string): Promise<T> {
  const hello = { protocol, discussion, ...(token !== undefined && { token }) };
  const answer = (await (await send(name, JSON.stringify({ hello, ...asked }))).json()) as Answer<T>;
  if ('error' in answer) throw answer.error;
  return answer.ok;
}

async function member(): Promise<string> {
  return (await (await tokensFor({ name: 'Amina', role: 'member' }))()) ?? '';
}
const create = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body });

test('a look says who one is and what there is; a submit is heard on every socket of the room', async () => {
  const token = await member();
  const socket = await enter(server.url, undefined, discussion);
  await ask(socket, 'sync', null, null);
  const heard = new Promise<Changes>((resolve) => socket.once('changes', resolve));
  const command = create('By HTTP');
  const { posts } = await call<Changes>('submit', { command }, token);
  assert.deepEqual((await heard).posts, posts);
  const look = await call<Look>('look', { window: { threads: 10, order: 'newest' } }, token);
  assert.equal(look.welcome.me?.name, 'Amina');
  assert.deepEqual(look.mine, { read: [] });
  assert.deepEqual(look.changes.posts, posts);
  assert.equal(look.changes.more, null);
  const again = await call<Look>('look', { head: look.changes.to, view: look.welcome.view }, token);
  assert.deepEqual([again.changes.from, again.changes.posts], [look.changes.to, []]);
  assert.deepEqual(await call<Changes>('submit', { command }, token), {
    from: look.changes.to,
    to: look.changes.to,
    posts: [],
  });
  socket.disconnect();
});

test('pages, and a guest let in', async () => {
  const token = await member();
  for (let turn = 0; turn < 3; turn++) await call('submit', { command: create(`post ${turn}`) }, token);
  const { changes } = await call<Look>('look', { window: { threads: 2, order: 'newest' } });
  assert.equal(changes.posts.length, 2);
  const page = await call<Page>('older', { more: changes.more });
  assert.equal(page.at, changes.to);
  assert.equal(page.posts.length, 2);
  const { token: guest } = await call<Admission>('identify', { guest: { name: 'Noor', email: 'noor@example.org' } });
  assert.equal((await call<Look>('look', {}, guest)).welcome.me?.role, 'guest');
});

test('refused: other origins, no origin, other calls, what is no JSON, too large, without a hello', async () => {
  for (const headers of [{ origin: 'https://evil.test' }, { origin: 'null' }, {}] as Record<string, string>[]) {
    const answer = await send('look', JSON.stringify({ hello: { protocol, discussion } }), headers);
    assert.equal(answer.status, 403);
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  }
  for (const name of ['nothing', '__proto__', 'constructor']) assert.equal((await send(name, '{}')).status, 404);
  const codes: readonly (readonly [string, string])[] = [
    ['not json', 'invalid'],
    ['[]', 'unsupported'],
    ['null', 'invalid'],
    ['{}', 'unsupported'],
    [JSON.stringify({ hello: { protocol, discussion: '<script>' } }), 'invalid'],
    [JSON.stringify({ hello: { protocol, discussion, token: 'x' } }), 'unauthenticated'],
    [JSON.stringify({ hello: { protocol, discussion }, window: { threads: 0, order: 'newest' } }), 'invalid'],
    [JSON.stringify({ filler: 'x'.repeat(40_000) }), 'invalid'],
  ];
  for (const [body, code] of codes) {
    const { error } = (await (await send('look', body)).json()) as { error: { code: string } };
    assert.equal(error.code, code, body.slice(0, 60));
  }
});

test('whoever asks for evidence over and over is told when to come back; nobody else has to wait', async () => {
  const token = await member();
  const asked = async (): Promise<object> => call<object>('evidence', { of: null }, token).catch((error) => error);
  let answers: readonly object[] = [];
  // Asked at once, since a slow machine fills the allowance up again meanwhile.
  while (answers.every(Array.isArray) && answers.length < 2_000)
    answers = [...answers, ...(await Promise.all(Array.from({ length: 50 }, asked)))];
  const refused = answers.filter((answer) => !Array.isArray(answer));
  assert.ok(refused.length > 0 && answers.length - refused.length >= 60, `${refused.length} of ${answers.length}`);
  for (const error of refused) assert.deepEqual(Object.keys(error).sort(), ['code', 'message', 'retryAfterMs']);
  assert.deepEqual(await call('evidence', { of: null }, await member()), []);
});

test('an answer is for the page that asked, and is kept nowhere', async () => {
  const { headers } = await send('look', JSON.stringify({ hello: { protocol, discussion } }));
  assert.equal(headers.get('access-control-allow-origin'), origin);
  assert.equal(headers.get('vary'), 'Origin');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal(headers.get('set-cookie'), null);
});
