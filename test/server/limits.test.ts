// What one client can do to the server: little. Frames that are no frames, too large, too many; and the server goes on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { asDiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Role } from '../../src/model/post.ts';
import { signMember } from '../../src/server/auth.ts';
import { parseConfig } from '../../src/server/config.ts';
import type { Log } from '../../src/server/log.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { ask, enter } from '../support/client.ts';
import { site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const folder = temporaryFolder();
const failures: unknown[] = [];
let server: RunningServer;

before(async () => {
  const log: Log = (event, facts) => void (event === 'failure' && failures.push(facts));
  server = await startServer({ config: parseConfig({ sites: [site] }, 'test'), data: folder.path, log });
});
after(async () => {
  await server.close();
  folder.remove();
});

async function someone(role: Role): Promise<Socket> {
  const token = await (await tokensFor({ name: 'Amina', role }))();
  return enter(server.url, token ?? undefined);
}
const member = (): Promise<Socket> => someone('member');
const create = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body });

test('five posts at once, then one in three seconds: the sixth is told how long to wait', async () => {
  const socket = await member();
  for (let turn = 0; turn < 5; turn++) await ask<Changes>(socket, 'submit', create(`post ${turn}`));
  await assert.rejects(ask(socket, 'submit', create('one more')), (error: { code: string; retryAfterMs: number }) => {
    assert.equal(error.code, 'rate-limited');
    assert.ok(error.retryAfterMs > 2_000 && error.retryAfterMs <= 3_000, String(error.retryAfterMs));
    return true;
  });
  const other = await member();
  await ask(other, 'submit', create('somebody else is not held up'));
  socket.disconnect();
  other.disconnect();
});

/** What each of these comes to, by its code, one after the other. */
async function sendAll(socket: Socket, commands: readonly object[]): Promise<string[]> {
  const codes: string[] = [];
  for (const command of commands)
    codes.push(
      await ask(socket, 'submit', command).then(
        () => 'done',
        (thrown: unknown) => asDiscussionError(thrown).code,
      ),
    );
  return codes;
}

const many = <T>(count: number, make: (turn: number) => T): T[] =>
  Array.from({ length: count }, (_one, turn) => make(turn));
const pin = (id: string, turn: number) => ({ type: 'pin', op: newOp(), id, isPinned: turn % 2 === 0, note: '' });
const settle = (id: string, turn: number) => ({ type: 'settle', op: newOp(), id, isSettled: turn % 2 === 0 });

test('a facilitator leads an event without waiting: sixty acts at once, then two in a second, and posts as everybody', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const question = { ...create('how?'), kind: 'question' };
  const [learner, lead] = [await member(), await someone('facilitator')];
  await ask(learner, 'submit', question);
  const acts = await sendAll(
    lead,
    many(60, (turn) => (turn % 3 === 0 ? settle : pin)(question.op, turn)),
  );
  assert.deepEqual([...new Set(acts)], ['done']);
  await assert.rejects(ask(lead, 'submit', pin(question.op, 0)), { code: 'rate-limited', retryAfterMs: 500 });
  context.mock.timers.setTime(Date.now() + 500);
  const later = await sendAll(
    lead,
    many(2, (turn) => pin(question.op, turn)),
  );
  assert.deepEqual(later, ['done', 'rate-limited']);
  const posts = await sendAll(
    lead,
    many(6, (turn) => create(`post ${turn}`)),
  );
  assert.deepEqual(posts, [...many(5, () => 'done'), 'rate-limited']);
  learner.disconnect();
  lead.disconnect();
});

for (const role of ['member', 'expert'] as const)
  test(`no other has more acts: whoever is ${role} has five of everything, allowed or not`, async (context) => {
    context.mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const question = { ...create('how?'), kind: 'question' };
    const socket = await someone(role);
    const sent = [
      question,
      ...many(3, (turn) => settle(question.op, turn)),
      pin(question.op, 0),
      settle(question.op, 1),
    ];
    assert.deepEqual(await sendAll(socket, sent), [...many(4, () => 'done'), 'forbidden', 'rate-limited']);
    socket.disconnect();
  });

const malformed: readonly unknown[] = [
  ...[null, 0, '', 'text', [], {}, { type: 'create' }, { type: '__proto__' }, { type: 'constructor' }, [[[]]]],
  ...[
    { ...create('x'), admin: true },
    { ...create('x'), op: 'x' },
    { ...create('x'), author: { role: 'facilitator' } },
  ],
  JSON.parse(`{"type":"create","op":"${newOp()}","parentId":null,"body":"x","__proto__":{"role":"facilitator"}}`),
  { ...create('x'), parentId: { id: 'x' } },
];

test('malformed commands are refused one by one; the connection and the server go on', async () => {
  const socket = await member();
  for (const data of malformed)
    await assert.rejects(ask(socket, 'submit', data), { code: 'invalid' }, JSON.stringify(data));
  await assert.rejects(ask(socket, 'identify', { name: ['x'], email: null }), { code: 'forbidden' });
  socket.emit('sync');
  socket.emit('submit', create('without an answer to give'));
  socket.emit('no such event', { a: 1 });
  assert.equal((await ask<Changes>(socket, 'sync', { not: 'a head' }, null)).from, null);
  assert.equal((await ask<Changes>(socket, 'sync', '__proto__', null)).from, null);
  assert.equal(Reflect.get({}, 'role'), undefined);
  assert.deepEqual(failures, []);
  socket.disconnect();
});

test('a frame over 32 KiB ends that connection and no other', async () => {
  const large = await member();
  const other = await member();
  const ended = new Promise<string>((resolve) => large.once('disconnect', resolve));
  large.emit('submit', create('x'.repeat(1_000_000)), () => {});
  assert.equal(await ended, 'transport close');
  assert.equal(typeof (await ask<Changes>(other, 'sync', null, null)).to, 'string');
  other.disconnect();
});

test('the longest body of the widest characters fits into a frame', async () => {
  const socket = await member();
  const { posts } = await ask<Changes>(socket, 'submit', create('語'.repeat(10_000)));
  assert.equal(posts.length, 1);
  socket.disconnect();
});

test('a session ends with its token, and says so', async (context) => {
  const lifeS = 60;
  const token = await signMember(site, { id: 'm', name: 'Amina' }, lifeS);
  const socket = await enter(server.url, token);
  const said = new Promise<{ code: string }>((resolve) => socket.once('farewell', resolve));
  // The clock is turned once somebody listens: coming in may take as long as it likes.
  context.mock.timers.enable({ apis: ['Date'], now: Date.now() + lifeS * 1_000 + 60_000 });
  const farewell = await said;
  assert.equal(farewell.code, 'unauthenticated');
});

test('garbage on the wire ends the connection and nothing else', async () => {
  const url = `${server.url.replace('http', 'ws')}/socket/?EIO=4&transport=websocket`;
  for (const frame of ['4garbage', '40{"protocol":', '42["submit"', '9', '\u0000\u0001', '4'.repeat(30_000)]) {
    const socket = new WebSocket(url, { headers: { origin: site.origins[0] } });
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(frame);
    socket.send('40{}');
    await new Promise<void>((resolve) => {
      socket.once('close', () => resolve());
      socket.once('message', () => socket.once('message', () => socket.close()));
    });
  }
  assert.equal(await (await fetch(`${server.url}/healthz`)).text(), 'ok');
  assert.deepEqual(failures, []);
});
