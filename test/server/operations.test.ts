// What an operator rests on: a backup while posts come in, back from it, a stop that tells clients when to return, and
// figures and logs without a word of anybody's.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { backUp, databaseName, restore } from '../../src/server/backup.ts';
import { parseConfig } from '../../src/server/config.ts';
import { createLog, factsOf } from '../../src/server/log.ts';
import { createMetrics } from '../../src/server/metrics.ts';
import { startServer } from '../../src/server/server.ts';
import { ask, enter } from '../support/client.ts';
import { site, temporaryFolder, tokensFor } from '../support/server-bench.ts';

const config = parseConfig({ sites: [site] }, 'test');
const create = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body });
const allowance = { burst: 1_000, refillMs: 1 };

async function member(url: string) {
  return enter(url, (await (await tokensFor({ name: 'Amina Diallo', role: 'member' }))()) ?? undefined);
}

test('a backup holds what was acknowledged before it; a restored server gives everybody everything anew', async () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const file = join(folder.path, 'copy.db');
  const server = await startServer({ config, data, allowance });
  const socket = await member(server.url);
  for (let turn = 0; turn < 20; turn++) await ask(socket, 'submit', create(`before ${turn}`));
  const writing = Promise.all(Array.from({ length: 20 }, (_, turn) => ask(socket, 'submit', create(`during ${turn}`))));
  backUp(data, file);
  await writing;
  const lost = await ask<Changes>(socket, 'submit', create('after'));
  assert.throws(() => backUp(data, file), { message: /is there already/ });
  socket.disconnect();
  await server.close();

  const kept = restore(data, file);
  assert.ok(kept !== null && existsSync(kept));
  const again = await startServer({ config, data, allowance });
  const back = await member(again.url);
  const bodies = (await ask<Changes>(back, 'sync', lost.to, null)).posts.map((post) =>
    'body' in post ? post.body : '',
  );
  for (let turn = 0; turn < 20; turn++) assert.ok(bodies.includes(`before ${turn}`), `before ${turn}`);
  assert.ok(!bodies.includes('after'));
  assert.equal((await ask<Changes>(back, 'sync', lost.to, null)).from, null);
  back.disconnect();
  await again.close();
  folder.remove();
});

test('what is no backup is refused with a sentence, and changes nothing', () => {
  const folder = temporaryFolder();
  const data = join(folder.path, 'data');
  const text = join(folder.path, 'text.db');
  writeFileSync(text, 'this is no database, only a text of some length that pretends to be one');
  assert.throws(() => restore(data, join(folder.path, 'none.db')), { message: /none\.db: there is no such file/ });
  assert.throws(() => restore(data, text), { message: /text\.db: is no backup of this program/ });
  assert.deepEqual(readdirSync(data), []);
  assert.throws(() => backUp(data, join(folder.path, 'x.db')), { message: /holds no data/ });
  assert.ok(!existsSync(join(data, databaseName)));
  folder.remove();
});

test('a server that stops tells its clients when to come back, each at another time', async () => {
  const folder = temporaryFolder();
  const server = await startServer({ config, data: folder.path });
  const sockets = await Promise.all(Array.from({ length: 8 }, () => enter(server.url)));
  const goodbyes = sockets.map((socket) => new Promise<number>((resolve) => socket.once('goodbye', resolve)));
  await server.close();
  const times = await Promise.all(goodbyes);
  assert.ok(times.every((ms) => ms >= 1_000 && ms <= 11_000));
  assert.ok(new Set(times).size > 1);
  for (const socket of sockets) socket.disconnect();
  folder.remove();
});

test('the process is sampled only where its figures are served', async () => {
  const open = () => ({ sockets: 0, rooms: 0, others: null });
  assert.match(await createMetrics(open, true).text(), /nodejs_eventloop_lag/);
  assert.doesNotMatch(await createMetrics(open, false).text(), /nodejs_/);
});

test('figures count what happens; neither they nor the log hold a name, a word or an address', async () => {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const log = createLog((line) => lines.push(line));
  const server = await startServer({ config, data: folder.path, metricsPort: 0, log, allowance });
  const socket = await member(server.url);
  await ask(socket, 'submit', create('a word of mine'));
  await assert.rejects(ask(socket, 'submit', create('')));
  const text = await (await fetch(server.metricsUrl ?? '')).text();
  assert.match(text, /peer_discussion_connections 1\n/);
  assert.match(text, /peer_discussion_rooms 1\n/);
  assert.match(text, /peer_discussion_answers_total\{event="submit",outcome="ok"\} 1\n/);
  assert.match(text, /peer_discussion_answers_total\{event="submit",outcome="invalid"\} 1\n/);
  assert.match(text, /peer_discussion_commit_seconds_count 2\n/);
  assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
  assert.equal((await fetch(`${server.url}/metrics`)).status, 404);
  log('failure', factsOf(new TypeError('a word of mine')));
  socket.disconnect();
  await server.close();
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { event: string }).event),
    ['started', 'failure', 'stopped'],
  );
  for (const secret of ['a word of mine', 'Amina', 'member-'])
    assert.ok(!(text + lines.join('')).includes(secret), secret);
  folder.remove();
});
