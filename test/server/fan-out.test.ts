// What reaches the readers of a room: one message for what was committed at the same moment, to each author what they
// may see of their own, and nothing for a reader who does not read.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test, type TestContext } from 'node:test';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Person, StoredPost } from '../../src/model/post.ts';
import { plainLens, type Commit, type Lens } from '../../src/model/view.ts';
import { parseConfig } from '../../src/server/config.ts';
import { tellSockets } from '../../src/server/fan-out.ts';
import { startServer, type RunningServer } from '../../src/server/server.ts';
import type { PeerServer, PeerSocket } from '../../src/server/sessions.ts';
import { ask, enter } from '../support/client.ts';
import { promptOf } from '../support/prompts.ts';
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

test('where everybody has to be looked at anew, others are answered in between', async () => {
  const facilitator = await somebody('facilitator', 'many');
  const readers = await Promise.all(Array.from({ length: 40 }, () => somebody('member', 'many')));
  for (const socket of readers) await ask(socket, 'sync', null, null);
  let turns = 0;
  let isCounting = true;
  const count = (): void => {
    turns++;
    if (isCounting) setImmediate(count);
  };
  const told = readers.map((socket) => new Promise<number>((resolve) => socket.once('mine', () => resolve(turns))));
  count();
  await ask(facilitator, 'submit', { type: 'arrange', op: newOp(), prompt: promptOf({ type: 'open' }) });
  const at = await Promise.all(told);
  isCounting = false;
  // All in one turn of the event loop would be heard within a few.
  const span = Math.max(...at) - Math.min(...at);
  assert.ok(span >= 30, `all were looked at within ${span} turns`);
  for (const socket of [facilitator, ...readers]) socket.disconnect();
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

const author: Person = { id: 'member-a', name: 'Amina', role: 'member' };

/** A post that takes a room from one head to the next; `onWritten` hears each time that its body is written as JSON. */
function commitOf(from: string, to: string, onWritten = (): void => {}): Commit {
  const post: StoredPost = {
    ...{ id: newOp(), parentId: null, author, body: '', createdAt: '2026-11-23T10:00:00.000Z', editedAt: null },
    ...{ revision: 1, order: 1, state: 'shown', published: true },
  };
  // Socket.IO asks for its JSON without a key, too: to see whether there are bytes in it.
  const toJSON = (key?: string): string => {
    if (key === 'body') onWritten();
    return 'what was written';
  };
  const body = { toJSON } as unknown as string;
  return { from, to, post: { ...post, body }, room: null };
}

/** A fan-out over sockets that look through these lenses, one each, in a room at the head 0; none of them follows yet. */
async function bench(context: TestContext, lenses: readonly Lens[]) {
  const http = createServer();
  const io: PeerServer = new Server(http, { transports: ['websocket'], serveClient: false });
  context.after(() => io.close());
  const relooked: PeerSocket[] = [];
  const fanOut = tellSockets(io, { relook: (all) => void relooked.push(...all), relookAll() {}, sayMine() {} });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const clients: Socket[] = [];
  const sockets: PeerSocket[] = [];
  for (const lens of lenses) {
    const entered = new Promise<PeerSocket>((resolve) => io.once('connection', resolve));
    const { port } = http.address() as AddressInfo;
    const client = connect(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
    });
    context.after(() => client.disconnect());
    clients.push(client);
    const socket = await entered;
    socket.data = { site, discussion: 'd', key: 'demo:d', viewer: lens.person, lens, expiresAt: null };
    sockets.push(socket);
  }
  await fanOut.begin('demo:d', async () => '0');
  /** What each of them has heard, once all that was sent has arrived. */
  const messages = clients.map(hears);
  const beacons: string[] = [];
  clients[0]?.on('beacon', (head: string) => beacons.push(head));
  const heard = async (): Promise<string[][]> => {
    await Promise.resolve(); // what was committed in this turn is told at its end, and first
    const arrived = clients.map(
      (client) =>
        new Promise<void>((resolve) => client.on('beacon', (head: string) => head === 'the end' && resolve())),
    );
    io.emit('beacon', 'the end');
    await Promise.all(arrived);
    return messages.map((of) => of.map(({ to }) => to));
  };
  return { fanOut, sockets, clients, messages, heard, beacons, relooked };
}

test('who begins to follow while others are told is told what comes next', async (context) => {
  const { fanOut, sockets, heard } = await bench(context, [
    plainLens(null),
    plainLens({ ...author, role: 'facilitator' }),
  ]);
  const [first, second] = sockets;
  assert.ok(first && second);
  await fanOut.follow(first);
  fanOut.commit('demo:d', commitOf('0', '1'));
  await fanOut.follow(second); // what was committed is told before this is over
  fanOut.commit('demo:d', commitOf('1', '2'));
  const [told, toldLater] = await heard();
  assert.deepEqual(told, ['1', '2']);
  assert.equal(toldLater?.at(-1), '2');
});

test('a message is filtered and written out once for each audience, however many are in it', async (context) => {
  const readers = Array.from({ length: 20 }, () => plainLens(null));
  const staff = Array.from({ length: 5 }, (_, place) =>
    plainLens({ id: `facilitator-${place}`, name: 'Jonas', role: 'facilitator' }),
  );
  const { fanOut, sockets, heard } = await bench(context, [...readers, ...staff]);
  for (const socket of sockets) await fanOut.follow(socket);
  let written = 0;
  fanOut.commit(
    'demo:d',
    commitOf('0', '1', () => written++),
  );
  assert.deepEqual(
    await heard(),
    sockets.map(() => ['1']),
  );
  assert.equal(written, 2);
});

test('nobody is looked at anew because they came in, but whoever missed something is', async (context) => {
  const { fanOut, sockets } = await bench(context, [plainLens(null)]);
  const [socket] = sockets;
  assert.ok(socket);
  await fanOut.follow(socket);
  assert.equal(fanOut.missed('demo:d', '0'), false);
  assert.equal(fanOut.missed('demo:d', '1'), true);
  assert.equal(fanOut.missed('demo:d', '1'), false);
  fanOut.commit('demo:d', commitOf('1', '2'));
  await fanOut.begin('demo:d', async () => '1'); // somebody else comes in, with a read from before
  assert.equal(fanOut.missed('demo:d', '2'), false);
  fanOut.forget('demo:d');
  await fanOut.begin('demo:d', async () => '3');
  assert.equal(fanOut.missed('demo:d', '3'), false);
});

test('a beacon says what nobody was told by one yet: a new head to all, and each who came in or caught up hears one', async (context) => {
  const { fanOut, sockets, clients, heard, beacons } = await bench(context, [plainLens(null), plainLens(null)]);
  const [first, second] = sockets;
  assert.ok(first && second);
  const later: string[] = [];
  clients[1]?.on('beacon', (head: string) => later.push(head));
  const confirm = async (head: string): Promise<readonly (readonly string[])[]> => {
    fanOut.confirm('demo:d', head);
    await heard();
    return [beacons, later].map((all) => all.splice(0).slice(0, -1)); // without the end
  };
  await fanOut.follow(first);
  assert.deepEqual(await confirm('0'), [['0'], []]);
  assert.deepEqual(await confirm('0'), [[], []]);
  await fanOut.follow(second);
  assert.deepEqual(await confirm('0'), [[], ['0']]);
  assert.deepEqual(await confirm('0'), [[], []]);
  await fanOut.follow(first); // as who missed something does before the answer to a sync
  assert.deepEqual(await confirm('0'), [['0'], []]);
  fanOut.commit('demo:d', commitOf('0', '1'));
  await heard();
  beacons.length = later.length = 0;
  assert.deepEqual(await confirm('1'), [['1'], ['1']]);
  assert.deepEqual(await confirm('1'), [[], []]);
  fanOut.forget('demo:d');
  assert.deepEqual(await confirm('1'), [['1'], ['1']]);
});

test('what does not follow on what was told is told to nobody: they hear of the head, and look anew first', async (context) => {
  const { fanOut, sockets, heard, beacons, relooked } = await bench(context, [plainLens(null), plainLens(author)]);
  for (const socket of sockets) await fanOut.follow(socket);
  fanOut.commit('demo:d', commitOf('0', '1'));
  assert.deepEqual(await heard(), [['1'], ['1']]);
  assert.equal(relooked.length, 0);
  // Of 2 nothing was heard here: it may have shut a gate before what comes next.
  fanOut.commit('demo:d', commitOf('2', '3'));
  fanOut.commit('demo:d', commitOf('3', '4'));
  assert.deepEqual(await heard(), [['1'], ['1']]);
  assert.deepEqual(beacons, ['the end', '4', 'the end']);
  assert.deepEqual(new Set(relooked), new Set(sockets));
  for (const socket of sockets) await fanOut.follow(socket);
  fanOut.commit('demo:d', commitOf('4', '5'));
  assert.deepEqual(await heard(), [
    ['1', '5'],
    ['1', '5'],
  ]);
});

test('of a room that nobody is in nothing is kept: neither where it stood nor its record', async (context) => {
  const { fanOut, sockets, messages, heard } = await bench(context, [plainLens(null)]);
  const [socket] = sockets;
  assert.ok(socket);
  fanOut.forget('demo:d');
  // By a call: a gate is shut. Another server opens it afterwards, which nobody here listens to.
  const prompt = { ...promptOf({ type: 'manual', isOpen: false }), since: '', rules: [], attestations: [] };
  const room = { id: 'd', title: null, url: null, guestPosts: 'held', prompts: [prompt] } as const;
  fanOut.commit('demo:d', { from: '0', to: '1', post: null, room });
  await heard();
  await fanOut.begin('demo:d', async () => '2');
  await fanOut.follow(socket);
  assert.equal(fanOut.missed('demo:d', '2'), false);
  const { post, ...heads } = commitOf('2', '3');
  assert.ok(post);
  const place = { id: prompt.id, version: 2, stage: 'open' } as const;
  fanOut.commit('demo:d', { ...heads, post: { ...post, body: 'a word', rootId: post.id, prompt: place } });
  assert.deepEqual(await heard(), [['3']]);
  assert.equal(messages[0]?.[0]?.posts.length, 1);
});
