// Several servers over one PostgreSQL and one Redis: what travels between them, and what happens when one of these is away.
import assert from 'node:assert/strict';
import { after, mock, test } from 'node:test';
import { createClient } from 'redis';
import type { Socket } from 'socket.io-client';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Mine, Post } from '../../src/model/post.ts';
import { parseConfig } from '../../src/server/config.ts';
import type { Log } from '../../src/server/log.ts';
import { startServer } from '../../src/server/server.ts';
import { beaconMs } from '../../src/wire.ts';
import { ask, enter } from '../support/client.ts';
import { startBackends, startCluster, type Backends } from '../support/cluster.ts';
import { createRelay } from '../support/relay.ts';
import { site, tokensFor } from '../support/server-bench.ts';

const backends = await startBackends('the tests of several servers');
if (backends !== null) {
  after(() => backends.remove());
  testCluster(backends);
}

const create = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body });

/** Somebody who follows the discussion from now on. */
async function reader(url: string, role?: 'member' | 'facilitator' | 'guest', token?: string): Promise<Socket> {
  const own = role === undefined ? undefined : ((await (await tokensFor({ name: role, role }))()) ?? undefined);
  const socket = await enter(url, token ?? own);
  await ask(socket, 'sync', null, null);
  return socket;
}

/** The next changes that hold a post of this body. */
function hears(socket: Socket, body: string): Promise<Post> {
  return new Promise((resolve) => {
    const listen = ({ posts }: Changes): void => {
      const found = posts.find((post): post is Post => 'body' in post && post.body === body);
      if (found === undefined) return;
      socket.off('changes', listen);
      resolve(found);
    };
    socket.on('changes', listen);
  });
}

const once = <T>(socket: Socket, event: string): Promise<T> => new Promise((resolve) => socket.once(event, resolve));

function testCluster({ postgres, redis, ...rest }: Backends): void {
  const shared: Backends = { postgres, redis, ...rest };

  test('a post on one server is with the readers of the other within a second, each as their view has it', async () => {
    const cluster = await startCluster(shared);
    const [a, b] = cluster.nodes.map(({ url }) => url) as [string, string];
    const [writer, guest, member, facilitator] = await Promise.all([
      reader(a, 'member'),
      reader(a, 'guest'),
      reader(b, 'member'),
      reader(b, 'facilitator'),
    ]);
    const begun = performance.now();
    const heard = hears(member, 'from the other server');
    await ask(writer, 'submit', create('from the other server'));
    await heard;
    const tookMs = performance.now() - begun;
    assert.ok(tookMs < 1_000, `${tookMs} ms`);

    const leaks: unknown[] = [];
    member.on('changes', ({ posts }: Changes) => leaks.push(...posts));
    const held = hears(facilitator, 'held for now');
    await ask(guest, 'submit', create('held for now'));
    assert.equal((await held).state, 'held');
    const end = hears(member, 'the end');
    await ask(writer, 'submit', create('the end'));
    await end;
    assert.deepEqual(
      leaks.map((post) => (post as Post).body),
      ['the end'],
    );
    for (const socket of [writer, guest, member, facilitator]) socket.disconnect();
    await cluster.close();
  });

  test('one message travels for each commit, however many follow it, and how many views they have', async () => {
    const cluster = await startCluster(shared, 3);
    const urls = cluster.nodes.map(({ url }) => url);
    const roles = [undefined, 'member', 'facilitator'] as const;
    const readers = await Promise.all(Array.from({ length: 18 }, (_, at) => reader(urls[at % 3] ?? '', roles[at % 2])));
    const writer = await reader(urls[0] ?? '', 'member');
    const client = createClient({ url: redis.url });
    await client.connect();
    const published = async (): Promise<number> => {
      const stats = await client.info('commandstats');
      const calls = [...stats.matchAll(/cmdstat_(?:publish|spublish|xadd):calls=(\d+)/g)];
      return calls.reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const before = await published();
    for (let turn = 0; turn < 10; turn++) {
      const heard = readers.map((one) => hears(one, `post ${turn}`));
      await ask(writer, 'submit', create(`post ${turn}`));
      await Promise.all(heard);
    }
    assert.equal((await published()) - before, 10);
    await client.close();
    for (const socket of [...readers, writer]) socket.disconnect();
    await cluster.close();
  });

  test('what somebody has read on one server, they have read on the other', async () => {
    const cluster = await startCluster(shared);
    const [a, b] = cluster.nodes.map(({ url }) => url) as [string, string];
    const token = (await (await tokensFor({ name: 'Amina', role: 'member' }))()) ?? '';
    const [here, there, other] = await Promise.all([
      reader(a, undefined, token),
      reader(b, undefined, token),
      reader(b, 'member'),
    ]);
    const post = create('to be read');
    await ask(here, 'submit', post);
    const strangers: unknown[] = [];
    other.on('mine', (mine) => strangers.push(mine));
    const told = once<Mine>(there, 'mine');
    await ask(here, 'submit', { type: 'read', op: newOp(), ids: [post.op] });
    assert.deepEqual((await told).read, [post.op]);
    const end = hears(other, 'the end');
    await ask(here, 'submit', create('the end'));
    await end;
    assert.deepEqual(strangers, []);
    for (const socket of [here, there, other]) socket.disconnect();
    await cluster.close();
  });

  test('a server cut off from Redis keeps posts; the next beacon shows its readers what they missed', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const wire = await createRelay(redis.port);
    const redisUrl = wire.url.replace('http:', 'redis:');
    const cluster = await startCluster(shared, 2, {}, (place) => (place === 1 ? redisUrl : redis.url));
    const [a, b] = cluster.nodes.map(({ url }) => url) as [string, string];
    const [writer, cutOff] = [await reader(a, 'member'), await reader(b, 'member')];
    const { to } = await ask<Changes>(cutOff, 'sync', null, null);
    wire.cut();
    const told: unknown[] = [];
    cutOff.on('changes', (changes) => told.push(changes));
    const posted = await ask<Changes>(writer, 'submit', create('missed'));
    assert.equal((await ask<Changes>(cutOff, 'submit', create('kept all the same'))).posts.length, 1);
    const beacon = once<string>(cutOff, 'beacon');
    mock.timers.tick(beaconMs);
    assert.notEqual(await beacon, to);
    const missed = await ask<Changes>(cutOff, 'sync', to, null);
    assert.deepEqual(
      missed.posts.map((post) => (post as Post).body),
      ['missed', 'kept all the same'],
    );
    assert.ok(!JSON.stringify(told).includes('missed'), 'it was really cut off');
    assert.equal(posted.to === (await beacon), false);
    for (const socket of [writer, cutOff]) socket.disconnect();
    await cluster.close();
    await wire.close();
    mock.timers.reset();
  });

  test('a gate that was set while a server was cut off stands there too from the next beacon on', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    const wire = await createRelay(redis.port);
    const redisUrl = wire.url.replace('http:', 'redis:');
    const cluster = await startCluster(shared, 2, {}, (place) => (place === 1 ? redisUrl : redis.url));
    const [a, b] = cluster.nodes.map(({ url }) => url) as [string, string];
    const [facilitator, colleague, cutOff] = await Promise.all([
      reader(a, 'facilitator'),
      reader(a, 'member'),
      reader(b, 'member'),
    ]);
    wire.cut();
    const gate = { type: 'post-first', words: 5, kind: null };
    const stage = { name: 'open', instruction: '', gate, from: null };
    const prompt = {
      ...{ id: 'first', version: 1, title: 'A question', text: 'What do you think?', state: 'open', kinds: [] },
      ...{ stages: [stage], timeZone: 'UTC', mixer: null, credit: null, summary: null },
    };
    const welcomed = once(cutOff, 'welcome');
    await ask(facilitator, 'submit', { type: 'arrange', op: newOp(), prompt });
    await ask(colleague, 'submit', { ...create('behind the gate'), promptId: 'first' });
    mock.timers.tick(beaconMs);
    await welcomed;
    const heard = JSON.stringify(await ask(cutOff, 'sync', null, null));
    assert.ok(heard.includes('A question') && !heard.includes('behind the gate'), heard);
    for (const socket of [facilitator, colleague, cutOff]) socket.disconnect();
    await cluster.close();
    await wire.close();
    mock.timers.reset();
  });

  test('when Redis ends, the servers go on for their own readers, and for all once it is back', async () => {
    const events: string[] = [];
    const log: Log = (event) => events.push(event);
    const cluster = await startCluster(shared, 2, { log, metricsPort: 0 });
    const [a, b] = cluster.nodes.map(({ url }) => url) as [string, string];
    const figures = async () => (await fetch(cluster.nodes[0]?.metricsUrl() ?? '')).text();
    assert.match(await figures(), /peer_discussion_others_reached 1\n/);
    const [writer, near, far] = [await reader(a, 'member'), await reader(a, 'member'), await reader(b, 'member')];
    await redis.stop();
    const heard = hears(near, 'while it is away');
    await ask(writer, 'submit', create('while it is away'));
    await heard;
    assert.equal((await fetch(`${b}/readyz`)).status, 200);
    assert.match(await figures(), /peer_discussion_others_reached 0\n/);
    await redis.start();
    // Messages pass again once both have found it: posts are written until one of them arrives.
    const arrived = new Promise<void>((resolve) => far.once('changes', () => resolve()));
    let isBack = false;
    void arrived.then(() => (isBack = true));
    while (!isBack) await ask(writer, 'submit', create('back'));
    assert.ok(events.includes('failure'), 'what was away is in the log');
    for (const socket of [writer, near, far]) socket.disconnect();
    await cluster.close();
  });

  test('when PostgreSQL ends, posts are refused as failures and the server is not ready; both heal by themselves', async () => {
    const cluster = await startCluster(shared);
    const [a] = cluster.nodes.map(({ url }) => url) as [string];
    const writer = await reader(a, 'member');
    const first = create('before');
    await ask(writer, 'submit', first);
    await postgres.crash();
    const post = create('kept by the client');
    await assert.rejects(ask(writer, 'submit', post), { code: 'internal' });
    assert.equal((await fetch(`${a}/readyz`)).status, 503);
    assert.equal((await fetch(`${a}/healthz`)).status, 200);
    await postgres.start();
    await ask(writer, 'submit', post);
    assert.equal((await fetch(`${a}/readyz`)).status, 200);
    assert.equal((await ask<Changes>(writer, 'sync', null, null)).posts.length, 2);
    writer.disconnect();
    await cluster.close();
  });

  test('a start without Redis or PostgreSQL ends with one sentence, in which there is no password', async () => {
    const url = await postgres.createDatabase();
    const nowhere = { sites: [site], storage: { postgres: url }, redis: 'redis://:a-secret@127.0.0.1:1' };
    const start = (config: object) => startServer({ config: parseConfig(config, 'test'), data: '' });
    await assert.rejects(start(nowhere), { message: 'Redis cannot be reached.' });
    const lost = { ...nowhere, storage: { postgres: 'postgres://a:a-secret@127.0.0.1:1/x' } };
    const taken = await startCluster(shared, 1);
    const { port = 0 } = taken.nodes[0] ?? {};
    await assert.rejects(startServer({ config: taken.config, data: '', port }), { message: /is in use/ });
    await taken.close();
    await assert.rejects(start(lost), { message: 'The PostgreSQL database cannot be reached (ECONNREFUSED).' });
  });
}
