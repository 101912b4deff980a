// Rules S25–S29: what is read thread by thread.
import { demand, demandSame } from '../../model/demand.ts';
import type { ThreadOrder } from '../../model/post.ts';
import { emptyHead, type Storage, type ThreadSlice } from '../storage.ts';
import { add, attempt, decision, idOf, post, replace, room, storageRule } from './bench.ts';

const orders: readonly ThreadOrder[] = ['oldest', 'newest'];
const names: readonly string[] = ['one', 'two', 'three', 'four', 'five'];

/** Five threads, by ascending order 1 to 5, and then a reply to each but the last; the first thread is answered last. */
async function addThreads(storage: Storage, where = room): Promise<void> {
  for (const name of names) await add(storage, name, {}, where);
  for (const name of names.slice(0, 4).toReversed())
    await add(storage, `re ${name}`, { parentId: idOf(name), body: `a reply in ${where}` }, where);
}

/** The ids of the threads of these names, in the order of the log: first the first posts, then the replies. */
function idsOf(chosen: readonly string[]): readonly string[] {
  const firsts = names.filter((name) => chosen.includes(name));
  const replies = firsts.toReversed().filter((name) => name !== 'five');
  return [...firsts, ...replies.map((name) => `re ${name}`)].map(idOf);
}

const ids = ({ posts }: Pick<ThreadSlice, 'posts'>): readonly string[] => posts.map(({ id }) => id);

/** What is read thread by thread. */
export const threadRules = [
  storageRule(
    'S25',
    'threads() gives the first so many threads by their first posts, whole, their posts by ascending order, with head, order and record; `next` is the order of the first post of the last one, null where none comes after.',
    [],
    async (storage) => {
      const nothing = { head: emptyHead, order: 0, about: { title: null, url: null }, posts: [], next: null };
      for (const order of orders)
        demandSame(await storage.threads('site/new', order, null, 3), nothing, 'a room nobody wrote to');
      const about = { title: 'A lesson', url: null };
      await storage.commit(attempt('name'), (standing) => decision('name', standing, { about }));
      await addThreads(storage);
      const all = await storage.everything(room);
      for (const order of orders)
        for (const limit of [1, 2, 4, 5, 6, 1_000]) {
          const slice = await storage.threads(room, order, null, limit);
          const chosen = (order === 'oldest' ? names : names.toReversed()).slice(0, limit);
          const expected = all.posts.filter(({ id }) => idsOf(chosen).includes(id));
          demandSame(slice.posts, expected, `the posts of the ${limit} ${order} threads`);
          const next = limit >= names.length ? null : order === 'oldest' ? limit : names.length + 1 - limit;
          demandSame(slice.next, next, `next after the ${limit} ${order} threads`);
          const { head, order: last, about: record } = slice;
          demandSame([head, last, record], [all.head, all.order, about], 'head, order and record');
        }
    },
  ),
  storageRule(
    'S26',
    'Asked for again after each `next`, threads() gives every thread once, in that order; after the last one none. What is written meanwhile moves none of them.',
    [],
    async (storage) => {
      await addThreads(storage);
      for (const order of orders)
        for (const limit of [2, 3, 4]) {
          const expected = order === 'oldest' ? names : names.toReversed();
          let next: number | null = null;
          for (let place = 0; place < names.length; place += limit) {
            const slice: ThreadSlice = await storage.threads(room, order, next, limit);
            const chosen = expected.slice(place, place + limit);
            demandSame(ids(slice), idsOf(chosen), `the ${order} threads from ${place}, ${limit} of them`);
            next = slice.next;
          }
          demandSame(next, null, 'next after the last thread');
          const beyond = await storage.threads(room, order, order === 'oldest' ? 5 : 1, limit);
          demandSame([beyond.posts, beyond.next], [[], null], 'what comes after the last thread');
        }
      await add(storage, 'six');
      await replace(storage, 'change', post('three', 3, { body: 'changed', revision: 2 }));
      const older = await storage.threads(room, 'newest', 4, 1);
      demandSame(
        [older.next, older.posts.length, older.posts[0]?.body],
        [3, 2, 'changed'],
        'the thread before the fourth',
      );
      const newer = await storage.threads(room, 'oldest', 4, 5);
      demandSame(ids(newer), [idOf('five'), idOf('six')], 'the threads after the fourth');
    },
  ),
  storageRule(
    'S27',
    'A thread holds whatever hangs below its first post, however deep, late and in whatever state, also after it was stored again.',
    [],
    async (storage) => {
      await add(storage, 'one');
      await add(storage, 'two', { state: 'held', published: false });
      let parent = 'one';
      const below: string[] = [];
      for (let depth = 1; depth <= 60; depth++) {
        await add(storage, `deep ${depth}`, { parentId: idOf(parent) });
        parent = `deep ${depth}`;
        below.push(idOf(parent));
      }
      const hidden = { parentId: idOf(parent), state: 'hidden', reason: 'a reason' } as const;
      await add(storage, 'hidden', hidden);
      await add(storage, 'gone', { parentId: idOf('deep 7'), state: 'removed', body: '' });
      const changed = post('deep 30', 32, { parentId: idOf('deep 29'), state: 'hidden', reason: 'a reason' });
      await replace(storage, 'change', changed);
      const slice = await storage.threads(room, 'oldest', null, 1);
      demandSame(ids(slice), [idOf('one'), ...below, idOf('hidden'), idOf('gone')], 'the ids of the first thread');
      demandSame(slice.posts[30], changed, 'the post stored again');
      demandSame(ids(await storage.threads(room, 'newest', null, 1)), [idOf('two')], 'the ids of the other thread');
    },
  ),
  storageRule(
    'S28',
    'threadOf() gives the whole thread of any of its posts, by ascending order, and nothing for an id of no post.',
    [],
    async (storage) => {
      await addThreads(storage);
      await add(storage, 'deep', { parentId: idOf('re two') });
      const { posts } = await storage.everything(room);
      const thread = posts.filter(({ id }) => [...idsOf(['two']), idOf('deep')].includes(id));
      for (const name of ['two', 're two', 'deep'])
        demandSame(await storage.threadOf(room, idOf(name)), thread, `the thread of ${name}`);
      demandSame(await storage.threadOf(room, idOf('five')), [posts[4]], 'a thread of one post');
      for (const none of [idOf('none'), '', '__proto__', '%', "' OR 1=1 --"])
        demandSame(await storage.threadOf(room, none), [], `the thread of ${JSON.stringify(none)}`);
    },
  ),
  storageRule('S29', 'Threads of other rooms are in neither, whatever their ids.', [], async (storage) => {
    const elsewhere = 'site/elsewhere';
    for (const where of [room, elsewhere]) await addThreads(storage, where);
    await add(storage, 'six', {}, elsewhere);
    for (const where of [room, elsewhere]) {
      const bodies = async (posts: Promise<ThreadSlice['posts']>): Promise<readonly string[]> =>
        (await posts).map(({ body }) => body);
      const expected = ['words of one', `a reply in ${where}`];
      const first = storage.threads(where, 'oldest', null, 1).then(({ posts }) => posts);
      demandSame(await bodies(first), expected, 'the bodies of the first thread');
      demandSame(await bodies(storage.threadOf(where, idOf('one'))), expected, 'the bodies of that thread');
    }
    demand((await storage.threadOf(room, idOf('six'))).length === 0, 'no thread of a post in another room');
    const last = await storage.threads(room, 'newest', null, 1);
    demandSame([ids(last), last.next], [[idOf('five')], 5], 'the newest thread of the room without it');
  }),
];
