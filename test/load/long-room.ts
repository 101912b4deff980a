// A discussion that has grown for years: what its first page and a short absence cost.
import { mkdirSync } from 'node:fs';
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { plainLens } from '../../src/model/view.ts';
import { createRoom, type Room } from '../../src/room/room.ts';
import { parseConfig } from '../../src/server/config.ts';
import { openData } from '../../src/server/data.ts';
import { sites, startCrowd, startPeer } from './processes.ts';
import { atMost, pause, type Row, type Size } from './row.ts';

const body = 'A sentence that says about as much as people say in one post of a discussion. '.repeat(4);
const author = { id: 'member-of-old', name: 'Member of old', role: 'member' } as const;
const away = 100;

function write(room: Room, parentId: string | null): Promise<{ id: string; head: string }> {
  const op = newOp();
  return room
    .submit(plainLens(author), { type: 'create', op, parentId, body })
    .then(({ to }: Changes) => ({ id: op, head: to }));
}

/** Many posts in one room, in threads of ten, and at the end one long thread. The head before the last hundred. */
async function fill(folder: string, count: number, long: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const { storage } = await openData(parseConfig({ sites }, 'load'), folder, () => {});
  const room = createRoom({ key: 'open:/lessons/load', discussion: '/lessons/load', guestPosts: 'held', storage });
  const batch = 1_000;
  for (let made = 0; made < count - long; made += batch) {
    const firsts = await Promise.all(Array.from({ length: batch / 10 }, () => write(room, null)));
    await Promise.all(firsts.flatMap(({ id }) => Array.from({ length: 9 }, () => write(room, id))));
  }
  const first = await write(room, null);
  let head = first.head;
  for (let made = 1; made < long - away; made += batch) {
    const replies = Math.min(batch, long - away - made);
    const written = await Promise.all(Array.from({ length: replies }, () => write(room, first.id)));
    head = written.at(-1)?.head ?? head;
  }
  for (let made = 0; made < away; made++) await write(room, first.id);
  await storage.close();
  return head;
}

/** Row 9 of the table. */
export async function longRoomRow(size: Size): Promise<Row> {
  const [count, long] = [size.pick(100_000, 4_000), size.pick(5_000, 500)];
  const folder = size.folder();
  const head = await fill(folder, count, long);
  const served = await startPeer(folder);
  const crowd = startCrowd();
  await crowd.tell('enter', { place: served.place, crowd: 0, count: 1, key: sites[0].key });
  const turns = size.pick(5, 3);
  /** How long the answer took at most, and what the server itself worked for each. */
  async function longest(...args: readonly unknown[]): Promise<{ ms: number; workMs: number }> {
    const worked = served.cpuMs();
    let ms = 0;
    for (let turn = 0; turn < turns; turn++) {
      await pause(1_100); // what is read is kept for others for a second
      ms = Math.max(ms, (await crowd.tell('ask', { event: 'sync', args })).ms);
    }
    return { ms, workMs: (served.cpuMs() - worked) / turns };
  }
  const firstPage = await longest(null, { threads: 20, order: 'newest' });
  const resume = await longest(head, null);
  crowd.end();
  await served.kill();
  return {
    test: `a discussion of ${count.toLocaleString('en')} posts, its newest thread of ${long.toLocaleString('en')}`,
    figures: [
      atMost('first page, processor time of the server', firstPage.workMs, 300, 'ms'),
      ...size.atFull(atMost('first page, the longest of five', firstPage.ms, 300, 'ms')),
      atMost(`resume from head − ${away}, processor time`, resume.workMs, 50, 'ms'),
      ...size.atFull(atMost(`resume from head − ${away}, the longest of five`, resume.ms, 50, 'ms')),
    ],
  };
}
