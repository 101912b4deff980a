// The example of two servers, from programs instead of containers: the same configuration, the same words, and something
// in front that takes turns.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Socket } from 'socket.io-client';
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { signMember } from '../../src/server/auth.ts';
import { root } from '../project/sources.ts';
import { ask, enter } from '../support/client.ts';
import { startBackends, type Backends } from '../support/cluster.ts';
import { freePort, run, type Program } from '../support/program.ts';
import { createRelay } from '../support/relay.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const example = join(root, 'demo/two-nodes');
const main = 'dist/server/main.js';
const key = 'a-signing-key-for-tests-and-nothing-else';
const compose = readFileSync(join(example, 'compose.yaml'), 'utf8');

test('what the example mounts is there, and its configuration starts nothing before it has a key', async () => {
  const mounted = [...compose.matchAll(/^ +- (\.\S+?):\//gm)].map(([, path = '']) => path);
  assert.ok(mounted.length >= 4);
  for (const path of mounted) assert.ok(existsSync(join(example, path)), path);
  const { code, complained } = await run(main, ['migrate', '--config', join(example, 'peer-discussion.config.json')])
    .ended;
  assert.equal(code, 1);
  assert.match(complained, /sites\[0\]\.key must have at least 32 characters\.\n$/);
});

const backends = await startBackends('the example of two servers');
if (backends !== null) {
  after(() => backends.remove());
  testExample(backends);
}

function testExample({ postgres, redis }: Backends): void {
  test('a post on one server is with the readers of the other within a second; one may stop, and the other goes on', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'config.json');
    const config = JSON.parse(readFileSync(join(example, 'peer-discussion.config.json'), 'utf8')) as {
      sites: object[];
    };
    writeFileSync(file, JSON.stringify({ ...config, sites: [{ ...config.sites[0], key }] }));
    const password = 'a-word-that-nobody-says';
    const url = (await postgres.createDatabase()).replace('postgres@', `postgres:${password}@`);
    const env = { PEER_DISCUSSION_POSTGRES: url, PEER_DISCUSSION_REDIS: redis.url };

    const migrated = await run(main, ['migrate', '--config', file], env).ended;
    assert.deepEqual([migrated.code, migrated.printed], [0, 'The data is up to date.\n'], migrated.complained);

    // What one machine has is what the database gets, by import and export as with SQLite.
    const words = ['--config', file, '--data', join(folder.path, 'data')];
    const exported = await Promise.all(
      [env, {}].map(async (where) => {
        const archive = ['import', 'wordpress', 'demo/imported/course-comments.wxr.xml', ...words];
        assert.equal((await run(main, archive, where).ended).code, 0);
        return (await run(main, ['export', '--discussion', '/lessons/imported', ...words], where).ended).printed;
      }),
    );
    assert.ok((exported[0]?.length ?? 0) > 1_000);
    assert.equal(exported[0], exported[1]);
    const other = { PEER_DISCUSSION_POSTGRES: await postgres.createDatabase() };
    const carried = await run(main, ['migrate-storage', '--from', join(folder.path, 'data'), ...words], other).ended;
    assert.equal(carried.code, 0, carried.complained);
    assert.match(
      carried.printed,
      /carried over 1 rooms, \d+ posts, .* Every room has the same count and hash in both\.\n$/,
    );
    const moved = await run(main, ['export', '--discussion', '/lessons/imported', ...words], other).ended;
    assert.equal(moved.printed, exported[0]);

    const ports = [await freePort(), await freePort()] as const;
    const start = async (port: number): Promise<Program> => {
      const program = run(main, ['--config', file, '--port', String(port)], env);
      await program.printed('peer-discussion is at');
      return program;
    };
    const programs = await Promise.all(ports.map(start));
    let standing: readonly number[] = ports;
    let connections = 0;
    const proxy = await createRelay(() => standing[connections++ % standing.length] ?? 0);

    const person = (name: string) => signMember({ id: 'academy', key }, { id: name, name });
    const [writer, first, second] = await Promise.all([
      enter(proxy.url, await person('amina')),
      enter(proxy.url, await person('jonas')),
      enter(proxy.url, await person('rosa')),
    ]);
    for (const reader of [first, second]) await ask(reader, 'sync', null, null);
    const heard = (socket: Socket): Promise<Changes> => new Promise((resolve) => socket.once('changes', resolve));
    const create = () => ({ type: 'create', op: newOp(), parentId: null, body: 'Seen by both' });
    const begun = performance.now();
    const hearing = Promise.all([first, second].map(heard));
    const post = create();
    await ask(writer, 'submit', post);
    for (const { posts } of await hearing)
      assert.deepEqual(
        posts.map(({ id }) => id),
        [post.op],
      );
    const tookMs = performance.now() - begun;
    assert.ok(tookMs < 1_000, `${tookMs} ms`);

    standing = [ports[1]];
    const stopped = await programs[0]?.kill('SIGTERM');
    assert.equal(stopped?.code, 0, stopped?.complained);
    const back = await enter(proxy.url, await person('amina'));
    assert.deepEqual((await ask<Changes>(back, 'submit', post)).posts, [], 'the op is known on the other server');
    await ask(back, 'submit', create());
    assert.equal((await ask<Changes>(back, 'sync', null, null)).posts.length, 2);

    for (const socket of [writer, first, second, back]) socket.disconnect();
    const last = await programs[1]?.kill('SIGTERM');
    assert.equal(last?.code, 0, last?.complained);
    for (const ending of [migrated, stopped, last])
      assert.ok(!`${ending?.printed}${ending?.complained}`.includes(password), 'no password in what is said');
    const copied = await run(main, ['backup', join(folder.path, 'copy.db'), '--config', file], env).ended;
    assert.equal(copied.code, 1);
    assert.match(copied.complained, /pg_dump/);
    await proxy.close();
    folder.remove();
  });
}
