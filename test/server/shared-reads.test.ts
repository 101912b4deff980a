// Readers who ask the same share one read, and nobody is given less than what was there when they asked.
import assert from 'node:assert/strict';
import { plainLens } from '../../src/model/view.ts';
import { test } from 'node:test';
import { newOp } from '../../src/model/op.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { createRoom } from '../../src/room/room.ts';
import { storageRules } from '../../src/room/storage-rules.ts';
import type { Storage } from '../../src/room/storage.ts';
import { shareReads } from '../../src/server/shared-reads.ts';
import { runRules } from '../support/run-rules.ts';

const person = { id: 'amina', name: 'Amina', role: 'member' } as const;

runRules(test, storageRules, async () => {
  const storage = shareReads(createMemoryStorage());
  return { storage, close: () => storage.close() };
});

/** A room over shared reads, how many reads reached its storage, and a gate that holds them up. */
function watched() {
  const memory = createMemoryStorage();
  let count = 0;
  let gate: Promise<unknown> = Promise.resolve();
  const counted: Storage = {
    ...memory,
    async since(room, head) {
      count++;
      const slice = await memory.since(room, head);
      await gate;
      return slice;
    },
  };
  const room = createRoom({ key: 'k', discussion: 'd', guestPosts: 'held', storage: shareReads(counted) });
  return {
    room,
    post: (body: string) => room.submit(plainLens(person), { type: 'create', op: newOp(), parentId: null, body }),
    count: () => count,
    hold(): () => void {
      let open = (): void => {};
      gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}

test('a thousand who come back with the same head cost one read, while nothing happens', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { room, post, count } = watched();
  const { to } = await post('first');
  for (let turn = 0; turn < 50; turn++) await post(`missed ${turn}`);
  const before = count();
  const answers = await Promise.all(Array.from({ length: 1_000 }, () => room.sync(plainLens(null), to)));
  assert.equal(count() - before, 1);
  assert.ok(answers.every(({ posts }) => posts.length === 50));
  await room.sync(plainLens(null), to);
  assert.equal(count() - before, 1);
  context.mock.timers.tick(1_000);
  await room.sync(plainLens(null), to);
  assert.equal(count() - before, 2, 'kept no longer than a second');
});

test('who asks after a post is not given what was read before it', async () => {
  const { room, post, count, hold } = watched();
  const { to } = await post('first');
  const before = count();
  const open = hold();
  const early = room.sync(plainLens(null), to);
  while (count() === before) await Promise.resolve();
  const { to: now } = await post('second');
  const late = [room.sync(plainLens(null), to), room.sync(plainLens(null), to)];
  open();
  assert.equal((await early).to, to);
  for (const answer of await Promise.all(late)) assert.equal(answer.to, now);
  assert.equal(count() - before, 2, 'and they share what was read after it');
});

test('a read that failed is not kept', async () => {
  const memory = createMemoryStorage();
  let isBroken = true;
  const everything = (room: string) => (isBroken ? Promise.reject(new Error('broken')) : memory.everything(room));
  const storage = shareReads({ ...memory, everything });
  await assert.rejects(storage.everything('k'), { message: 'broken' });
  isBroken = false;
  assert.deepEqual((await storage.everything('k')).posts, []);
});
