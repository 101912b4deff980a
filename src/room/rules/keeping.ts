// Rules S19–S24 and S30: marks, the list of rooms, and the end of a storage.
import { demand, demandSame } from '../../model/demand.ts';
import type { Storage } from '../storage.ts';
import { add, attempt, decision, idOf, post, readAt, replace, room, storageRule } from './bench.ts';

const read = async (storage: Storage, person: string, where = room): Promise<readonly string[]> =>
  (await storage.marks(where, person)).map(({ id }) => id).sort();

/** Marks, the list of rooms, and the end of a storage. */
export const keepingRules = [
  storageRule(
    'S19',
    'Marks are kept for each person in each room; they add up, each id once, and move no head.',
    [],
    async (storage) => {
      const elsewhere = 'site/elsewhere';
      for (const name of ['one', 'two', 'three']) await add(storage, name);
      await add(storage, 'one', {}, elsewhere);
      const head = await storage.head(room);
      const [one, two, three] = [idOf('one'), idOf('two'), idOf('three')];
      demandSame(await storage.marks(room, 'ada'), [], 'marks of somebody who read nothing');
      await storage.mark(room, 'ada', [one, two], readAt);
      await Promise.all([
        storage.mark(room, 'ada', [two, two, three], readAt),
        storage.mark(room, 'bo', [one], readAt),
      ]);
      await storage.mark(room, 'ada', [], readAt);
      demandSame(await read(storage, 'ada'), [one, two, three].sort(), "Ada's marks");
      demandSame(await read(storage, 'bo'), [one], "Bo's marks");
      demandSame(await storage.marks(elsewhere, 'ada'), [], "Ada's marks in another room");
      demandSame(await storage.head(room), head, 'the head');
    },
  ),
  storageRule('S20', 'An id of no post in the room is not marked.', [], async (storage) => {
    await add(storage, 'one');
    await add(storage, 'two', {}, 'site/elsewhere');
    await storage.mark(room, 'ada', [idOf('two'), idOf('one'), idOf('none'), '__proto__', ''], readAt);
    await storage.mark('site/new', 'ada', [idOf('one')], readAt);
    demandSame(await read(storage, 'ada'), [idOf('one')], 'the marks');
    demandSame(await storage.marks('site/new', 'ada'), [], 'the marks in a room nobody wrote to');
  }),
  storageRule(
    'S21',
    'rooms() lists exactly the rooms that have a history, sorted by the codes of their characters.',
    [],
    async (storage) => {
      demandSame(await storage.rooms(), [], 'the rooms of a new storage');
      for (const key of ['b', 'a/2', 'B', 'a/10', '\u00e9', 'a']) await add(storage, 'one', {}, key);
      await storage.commit(attempt('name', { room: 'only a record' }), (standing) =>
        decision('name', standing, { about: { title: 'A lesson', url: null } }),
      );
      await storage.everything('only read');
      await storage.mark('only marked', 'ada', [idOf('one')], readAt);
      await storage
        .commit(attempt('one', { room: 'only tried' }), () => {
          throw new Error('refused');
        })
        .catch(() => {});
      demandSame(await storage.rooms(), ['B', 'a', 'a/10', 'a/2', 'b', 'only a record', '\u00e9'], 'the rooms');
    },
  ),
  storageRule('S22', 'close() lets what is under way end, and may be repeated.', [], async (storage) => {
    const ends: string[] = [];
    const writes = ['one', 'two', 'three'].map(async (name) => ends.push((await add(storage, name)).kind));
    await Promise.all([storage.close(), storage.close(), ...writes]);
    await storage.close();
    demandSame(ends, ['applied', 'applied', 'applied'], 'how the commits under way ended');
  }),
  storageRule('S23', 'Every call after close() rejects, and decides nothing.', [], async (storage) => {
    await add(storage, 'one');
    await storage.close();
    let decided = 0;
    const calls: Readonly<Record<string, () => Promise<unknown>>> = {
      commit: () =>
        storage.commit(attempt('two'), (standing) => {
          decided++;
          return decision('two', standing);
        }),
      since: () => storage.since(room, '0'),
      everything: () => storage.everything(room),
      threads: () => storage.threads(room, 'newest', null, 1),
      threadOf: () => storage.threadOf(room, idOf('one')),
      head: () => storage.head(room),
      mark: () => storage.mark(room, 'ada', [], readAt),
      marks: () => storage.marks(room, 'ada'),
      rooms: () => storage.rooms(),
      list: () => storage.list('', 'ada'),
    };
    for (const [name, call] of Object.entries(calls)) {
      const isRejected = await call().then(
        () => false,
        () => true,
      );
      demand(isRejected, `${name}() to reject`);
    }
    demandSame(decided, 0, 'the number of decisions');
  }),
  storageRule(
    'S24',
    'All that was stored is there again after the storage was closed and opened: posts, heads, ops, records and marks.',
    ['reopen'],
    async (storage, { reopen }) => {
      await add(storage, 'one');
      await add(storage, 'two', { state: 'hidden', reason: 'a reason', parentId: idOf('one') });
      await replace(storage, 'change', post('one', 1, { body: 'changed', revision: 2 }));
      const about = { title: 'A lesson', url: 'https://example.org/lesson' };
      await storage.commit(attempt('name'), (standing) => decision('name', standing, { about }));
      await storage.mark(room, 'ada', [idOf('one')], readAt);
      const all = (from: Storage) =>
        Promise.all([
          from.everything(room),
          from.since(room, '0.one.two'),
          from.threads(room, 'newest', null, 1),
          from.rooms(),
          from.marks(room, 'ada'),
        ]);
      const before = await all(storage);
      demand(reopen !== undefined, 'a bench that can reopen');
      const again = await reopen();
      demandSame(await all(again), before, 'what is there');
      const known = { kind: 'known', head: before[0].head, by: 'ada', print: 'print of two' };
      demandSame(await add(again, 'two'), known, 'an op from before');
      const outcome = await add(again, 'three');
      demandSame(outcome.kind === 'applied' && outcome.from, before[0].head, 'the head that history goes on from');
      demandSame((await again.everything(room)).posts.length, 3, 'the number of posts');
    },
  ),
];

/** When a post was read. */
export const readingTimeRules = [
  storageRule(
    'S30',
    'A mark has the time at which a person first read the post in that room, to the millisecond; reading it again changes none.',
    [],
    async (storage) => {
      const elsewhere = 'site/elsewhere';
      for (const name of ['one', 'two']) await add(storage, name);
      await add(storage, 'one', {}, elsewhere);
      const [one, two] = [idOf('one'), idOf('two')];
      const [early, late] = ['2030-01-01T08:00:00.001Z', '2030-01-01T08:00:00.999Z'];
      await storage.mark(room, 'ada', [one], early);
      await storage.mark(room, 'ada', [one, two], late);
      await storage.mark(room, 'ada', [two, one], early);
      await storage.mark(room, 'bo', [one], late);
      await storage.mark(elsewhere, 'ada', [one], late);
      const times = async (person: string, where = room) =>
        (await storage.marks(where, person)).map(({ id, at }) => `${id} ${at}`).sort();
      demandSame(await times('ada'), [`${one} ${early}`, `${two} ${late}`].sort(), "Ada's marks");
      demandSame(await times('bo'), [`${one} ${late}`], "Bo's marks");
      demandSame(await times('ada', elsewhere), [`${one} ${late}`], "Ada's marks in another room");
    },
  ),
];
