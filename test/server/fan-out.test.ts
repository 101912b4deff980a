// What reaches the readers of a room: one message for what was committed at the same moment, to each author what they
// may see of their own, and nothing for a reader who does not read.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Socket } from 'socket.io-client';
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { parseConfig } from '../../src/server/config.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import { ask, enter } from '../support/client.ts';
import { site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const folder = temporaryFolder();
let server: RunningServer;

before(async () => {
  server = await startServer({
    config: parseConfig({ sites: [site] }, 'test'),
    data: folder.path,
    allowance: { burst: 100_000, refillMs: 1 },
    metricsPort: 0,
  });
});
after(async () => {
  await server.close();
  folder.remove();
});

const create = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body });

async function somebody(role: 'guest' | 'member' | 'facilitator' | null, discussion: string): Promise<Socket> {
  const token = role === null ? null : await (await tokensFor({ name: role, role }))();
  return enter(server.url, token ?? undefined, discussion);
}

/** Everything this socket hears from now on. */
function hears(socket: Socket): Changes[] {
  const heard: Changes[] = [];
  socket.on('changes', (changes: Changes) => heard.push(changes));
  return heard;
}

test('posts committed in one turn go out as one message, in the order of history', async () => {
  const author = await somebody('member', 'turn');
  const reader = await somebody(null, 'turn');
  const { to } = await ask<Changes>(reader, 'sync', null, null);
  const messages = hears(reader);
  await Promise.all(Array.from({ length: 20 }, (_, turn) => ask(author, 'submit', create(`post ${turn}`))));
  await ask(reader, 'sync', null, null); // what was sent before this answer has been heard
  assert.ok(messages.length < 20, `${messages.length} messages for 20 posts`);
  assert.equal(messages[0]?.from, to);
  for (const [place, message] of messages.entries()) if (place > 0) assert.equal(message.from, messages[place - 1]?.to);
  const bodies = messages.flatMap(({ posts }) => posts.map((post) => ('body' in post ? post.body : '')));
  assert.deepEqual(
    bodies,
    Array.from({ length: 20 }, (_, turn) => `post ${turn}`),
  );
  author.disconnect();
  reader.disconnect();
});

test('a held post reaches its author and facilitators, and others learn the head alone', async () => {
  const sockets = await Promise.all(
    (['guest', 'facilitator', 'member'] as const).map((role) => somebody(role, 'held')),
  );
  const [guest] = sockets;
  assert.ok(guest);
  for (const socket of sockets) await ask(socket, 'sync', null, null);
  const next = Promise.all(sockets.map((socket) => new Promise<Changes>((resolve) => socket.once('changes', resolve))));
  await ask(guest, 'submit', create('may I ask?'));
  const counts = (await next).map(({ posts }) => posts.length);
  assert.deepEqual(counts, [1, 1, 0]);
  for (const socket of sockets) socket.disconnect();
});

async function connections(): Promise<number> {
  const text = await (await fetch(server.metricsUrl ?? '')).text();
  return Number(/^peer_discussion_connections (\d+)$/m.exec(text)?.[1]);
}

test('who does not read is cut, others go on, and a sync brings what was missed', async () => {
  const author = await somebody('member', 'slow');
  const slow = await somebody(null, 'slow');
  const { to } = await ask<Changes>(slow, 'sync', null, null);
  const { ws } = slow.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } };
  const ended = new Promise<string>((resolve) => slow.once('disconnect', resolve));
  ws.pause();
  const before = await connections();
  let posted = 0;
  // The system takes some megabytes for a connection before the server has to wait.
  while ((await connections()) === before && posted < 600) {
    await ask(author, 'submit', create('語'.repeat(10_000)));
    posted++;
  }
  assert.equal(await connections(), before - 1, `still there after ${posted} posts`);
  ws.resume();
  assert.match(await ended, /transport/);
  const back = await somebody(null, 'slow');
  const missed = await ask<Changes>(back, 'sync', to, null);
  assert.equal(missed.posts.length, posted);
  back.disconnect();
  author.disconnect();
});
