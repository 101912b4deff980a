// What the index of a site costs: 200 discussions with 10,000 posts in an SQLite file, asked for cold, warm, and after a
// post in one of them. Run: node --import tsx test/load/index-cost.ts
import { join } from 'node:path';
import type { Person, StoredDiscussion, StoredPost } from '../../src/model/post.ts';
import { newOp } from '../../src/model/op.ts';
import { createRoomIndex } from '../../src/room/room-index.ts';
import type { About } from '../../src/room/storage.ts';
import { migrations } from '../../src/server/sqlite-schema.ts';
import { createSqliteStorage } from '../../src/server/sqlite-storage.ts';
import { openSqlite } from '../../src/server/sqlite.ts';
import { temporaryFolder } from '../support/server-bench.ts';

const [rooms, postsEach, people] = [200, 50, 100];
const folder = temporaryFolder();
const storage = createSqliteStorage(openSqlite(join(folder.path, 'index.sqlite'), migrations));
const personOf = (place: number): Person => ({ id: `p${place}`, name: `Person ${place}`, role: 'member' });
const body = 'On our ward nurses count every dose aloud before handing over. '.repeat(8);

async function write(room: string, order: number, parent: StoredPost | null): Promise<StoredPost> {
  const op = newOp();
  const author = personOf(order % people);
  const post: StoredPost = {
    ...{ id: op, parentId: parent?.id ?? null, author, body, createdAt: new Date(order).toISOString(), editedAt: null },
    ...{ revision: 1, order, state: 'shown', published: true, rootId: parent?.rootId ?? op },
    ...(parent !== null && { answers: parent.author.id }),
  };
  await storage.commit({ room, op, by: author.id, print: op, reads: [] }, () => ({
    ...{ head: op, order, post, about: null },
  }));
  return post;
}

let order = Date.now();
const reader = personOf(1);
for (let room = 0; room < rooms; room++) {
  let root: StoredPost | null = null;
  const ids: string[] = [];
  for (let place = 0; place < postsEach; place++) {
    const post: StoredPost = await write(`site:/lesson-${room}`, ++order, place % 5 === 0 ? null : root);
    if (place % 5 === 0) root = post;
    ids.push(post.id);
  }
  await storage.mark(`site:/lesson-${room}`, reader.id, ids.slice(0, postsEach - 3), new Date().toISOString());
}

const index = createRoomIndex(storage);
const record = (id: string, about: About): StoredDiscussion => ({ id, ...about, guestPosts: 'held' });
const query = { list: 'all', under: '', after: null };
async function timed(before: () => Promise<unknown> = async () => {}): Promise<number> {
  await before();
  const begun = process.cpuUsage();
  const page = await index.look({ person: reader, prefix: 'site:', record, query });
  if (page.counts.all !== rooms) throw new Error(`${page.counts.all} discussions were listed`);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}
const median = (times: readonly number[]): string =>
  (times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0).toFixed(1);
async function several(work: () => Promise<number>): Promise<string> {
  const times: number[] = [];
  for (let turn = 0; turn < 50; turn++) times.push(await work());
  return median(times);
}

globalThis.gc?.();
const heap = process.memoryUsage().heapUsed;
const cold = await timed();
globalThis.gc?.();
const held = process.memoryUsage().heapUsed - heap;
console.log(`${rooms} discussions, ${rooms * postsEach} posts; milliseconds of processor time, medians of 50`);
console.log(`cold ${cold.toFixed(1)}, warm ${await several(timed)}`);
console.log(`after a post in one of them ${await several(() => timed(() => write('site:/lesson-7', ++order, null)))}`);
console.log(
  `held ${(held / 1e6).toFixed(1)} MB${globalThis.gc === undefined ? ' (node --expose-gc says it exactly)' : ''}`,
);
await storage.close();
folder.remove();
