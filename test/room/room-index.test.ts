// What an index keeps and reads again. What it counts, and for whom, are the adapter rules A95 to A99.
import { expect } from 'chai';
import { newOp } from '../../src/model/op.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { createRoomIndex } from '../../src/room/room-index.ts';
import { createRoom } from '../../src/room/room.ts';
import type { About, Storage } from '../../src/room/storage.ts';
import { personOf } from '../support/learning-room.ts';

const ada = personOf('Ada');
const query = { list: 'all', under: '', after: null };
const record = (id: string, about: About) => ({ id, ...about, guestPosts: 'held' as const });

/** Rooms named `0`, `1`, … each written to after the one before, and a storage that says which were read whole. */
async function open(rooms: number, postsEach: number) {
  const memory = createMemoryStorage();
  const reads: string[] = [];
  const storage: Storage = {
    ...memory,
    everything(room) {
      reads.push(room);
      return memory.everything(room);
    },
  };
  let now = 0;
  const write = async (key: string): Promise<void> => {
    const room = createRoom({ key, discussion: key, guestPosts: 'held', storage: memory, now: () => ++now });
    const command = { type: 'create', op: newOp(), parentId: null, body: 'words' };
    await room.submit(await room.lens(ada), command);
  };
  for (let room = 0; room < rooms; room++) for (let post = 0; post < postsEach; post++) await write(String(room));
  return { storage, reads, write };
}

describe('an index of more posts than may be kept', () => {
  it('covers the rooms where something was written last, and reads none of them again', async () => {
    const { storage, reads, write } = await open(30, 10);
    const index = createRoomIndex(storage, Date.now, async () => {}, 105);
    const look = async (): Promise<readonly string[]> =>
      (await index.look({ person: ada, prefix: '', record, query })).entries.map(({ discussion }) => discussion);
    const newest = Array.from({ length: 10 }, (_, place) => String(29 - place));
    expect(await look()).to.deep.equal(newest);
    await look(); // what was read beside them is forgotten, whatever came first
    reads.length = 0;
    expect(await look()).to.deep.equal(newest);
    expect(reads).to.deep.equal([]);
    await write('3');
    expect(await look()).to.deep.equal(['3', ...newest.slice(0, 9)]);
    expect(reads).to.deep.equal(['3']);
  });

  it('covers a room that has more alone', async () => {
    const { storage } = await open(2, 10);
    const index = createRoomIndex(storage, Date.now, async () => {}, 5);
    for (let turn = 0; turn < 2; turn++) {
      const { counts } = await index.look({ person: ada, prefix: '', record, query });
      expect(counts.all).to.equal(1);
    }
  });
});
