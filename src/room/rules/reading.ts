// Rules S11–S18: what is read back, and that nothing that was handed out or in can change it.
import { demand, demandSame } from '../../model/demand.ts';
import type { StoredPost } from '../../model/post.ts';
import { emptyHead, type Storage } from '../storage.ts';
import { add, attempt, decision, idOf, post, readAt, replace, room, storageRule } from './bench.ts';

const elsewhere = 'site/elsewhere';

const texts: readonly string[] = [
  '  spaces \u00a0\u2003 before and after  ',
  'one\r\ntwo\rthree\n\n\tfour\u2028\u2029\n',
  'composed \u00e9, decomposed e\u0301, compatible \u212b \ufb01',
  '\ufeff\u200f\u05e9\u05dc\u05d5\u05dd \u202eturned\u202c \u{1f469}\u200d\u{1f467} \u{1d4b3}\u{10ffff}',
  `'; DROP TABLE posts; -- " \\ \\u0041 % _ $1 ? {} <b>`,
  '__proto__',
  'null',
  '007',
  '1e3',
  'words '.repeat(2_000),
];

/** The ids of the posts since a head, and the head they stand at. */
async function readSince(storage: Storage, head: string): Promise<unknown> {
  const slice = await storage.since(room, head);
  return slice && [slice.head, slice.posts.map(({ id }) => id)];
}

/** What is read back. */
export const readingRules = [
  storageRule(
    'S11',
    'A room nobody wrote to is empty: the empty head, order 0, no title and no address, no posts; also since the empty head.',
    [],
    async (storage) => {
      const empty = { head: emptyHead, order: 0, about: { title: null, url: null }, posts: [] };
      demandSame(await storage.everything(room), empty, 'everything');
      demandSame(await storage.since(room, emptyHead), empty, 'what is there since the empty head');
      demandSame(await storage.head(room), emptyHead, 'the head');
    },
  ),
  storageRule(
    'S12',
    'since() gives each post that changed after that head once, as it is now, by ascending order; after the newest head none, after the empty head all.',
    [],
    async (storage) => {
      for (const name of ['one', 'two', 'three']) await add(storage, name);
      const head = await storage.head(room);
      const changed = post('two', 2, { body: 'changed', revision: 2 });
      await replace(storage, 'change', { ...changed, body: 'not yet' });
      await add(storage, 'four');
      await replace(storage, 'again', changed);
      const now = await storage.head(room);
      const [one, two, three, four] = [idOf('one'), idOf('two'), idOf('three'), idOf('four')];
      demandSame(await readSince(storage, head), [now, [two, four]], 'since the third post');
      demandSame((await storage.since(room, head))?.posts[0], changed, 'the post that changed twice');
      demandSame(await readSince(storage, `${head}.change.four`), [now, [two]], 'since the fourth post');
      demandSame(await readSince(storage, now), [now, []], 'since the newest head');
      demandSame(await readSince(storage, emptyHead), [now, [one, two, three, four]], 'since the empty head');
      demandSame(await storage.since(room, emptyHead), await storage.everything(room), 'everything');
    },
  ),
  storageRule('S13', 'since() of a head that this room never had is null.', [], async (storage) => {
    await add(storage, 'one');
    await add(storage, 'two', {}, elsewhere);
    const heads = [await storage.head(elsewhere), '0.on', '0.one.', '0.ONE', '', '1', '__proto__', '%', '0%'];
    for (const head of heads) demandSame(await storage.since(room, head), null, `since ${JSON.stringify(head)}`);
    demandSame(await storage.since('site/new', await storage.head(room)), null, 'since, in a room nobody wrote to');
  }),
  storageRule(
    'S14',
    'Rooms know nothing of each other: the same ids, ops and heads may stand in two.',
    [],
    async (storage) => {
      await add(storage, 'one', { body: 'here' });
      const outcome = await add(storage, 'one', { body: 'there' }, elsewhere);
      demandSame(outcome.kind, 'applied', 'the kind of the same op in another room');
      await add(storage, 'two', {}, elsewhere);
      const { head, order, posts } = await storage.everything(room);
      const expected = { head: '0.one', order: 1, posts: [post('one', 1, { body: 'here' })] };
      demandSame({ head, order, posts }, expected, 'the first room');
      const found = (await storage.everything(elsewhere)).posts.map(({ body }) => body);
      demandSame(found, ['there', 'words of two'], 'the bodies in the other room');
    },
  ),
  storageRule(
    'S15',
    'A post stored again replaces the one before, whole: what it no longer holds is gone, and its place by order is its own.',
    [],
    async (storage) => {
      const hidden = { state: 'hidden', published: false, reason: 'a reason' } as const;
      await add(storage, 'one', { ...hidden, parentId: idOf('none'), editedAt: '2030-01-02T00:00:00.000Z' });
      await add(storage, 'two');
      const fresh = post('one', 1, { revision: 3, author: { id: 'bo', name: 'Bo', role: 'facilitator' } });
      await replace(storage, 'change', fresh);
      const { order, posts } = await storage.everything(room);
      demandSame([order, posts], [2, [fresh, post('two', 2)]], 'the order of the room and its posts');
    },
  ),
  storageRule(
    'S16',
    'The record of a room is replaced where a decision has one and left where it has none; it is read with every slice, and a commit of it alone moves the head.',
    [],
    async (storage) => {
      const change = (name: string, about: { title: string | null; url: string | null }) =>
        storage.commit(attempt(name), (standing) => decision(name, standing, { about }));
      const first = { title: 'A lesson', url: 'https://example.org/lesson' };
      await change('name', first);
      await add(storage, 'one');
      demandSame((await storage.everything(room)).about, first, 'the record after a post');
      const second = { title: 'A better title', url: null };
      await change('rename', second);
      const slice = await storage.since(room, '0.name.one');
      const expected = { head: '0.name.one.rename', order: 1, about: second, posts: [] };
      demandSame(slice, expected, 'what is there since the post');
    },
  ),
  storageRule(
    'S17',
    'Every text comes back as it was given: bodies, names, reasons, titles, and the keys of rooms and persons.',
    [],
    async (storage) => {
      for (const text of texts) {
        const about = { title: text, url: text };
        const author = { id: text, name: text, role: 'guest' } as const;
        const stored = post('one', 1, { body: text, author, state: 'hidden', reason: text });
        const { op } = attempt('one');
        const asked = { room: text, op, by: text, print: text, reads: [] };
        const commit = () =>
          storage.commit(asked, (standing) => decision('one', standing, { order: 1, post: stored, about }));
        await commit();
        const slice = await storage.everything(text);
        demandSame([slice.about, slice.posts], [about, [stored]], 'the record and the posts');
        demandSame(await commit(), { kind: 'known', head: '0.one', by: text, print: text }, 'the same op again');
        await storage.mark(text, text, [stored.id], readAt);
        demandSame(await storage.marks(text, text), [{ id: stored.id, at: readAt }], 'the marks');
      }
      demandSame(await storage.rooms(), [...texts].sort(), 'the rooms');
    },
  ),
  storageRule('S18', 'Nothing that was handed in or out can be used to change what is stored.', [], async (storage) => {
    const handed = { ...post('one', 1), author: { id: 'ada', name: 'Ada', role: 'member' as const } };
    const about = { title: 'A lesson', url: null };
    await storage.commit(attempt('one'), (standing) => decision('one', standing, { order: 1, post: handed, about }));
    await storage.mark(room, 'ada', [handed.id], readAt);
    const original = JSON.stringify(await storage.everything(room));
    const spoil = (target: object | undefined, key: string, value: unknown): void => {
      if (target !== undefined) Reflect.set(target, key, value);
    };
    const spoilPost = (target: StoredPost | undefined): void => {
      spoil(target, 'body', 'spoilt');
      spoil(target?.author, 'name', 'spoilt');
    };
    spoilPost(handed);
    spoil(about, 'title', 'spoilt');
    const threads = await storage.threads(room, 'newest', null, 1);
    for (const slice of [await storage.everything(room), await storage.since(room, emptyHead), threads]) {
      spoilPost(slice?.posts[0]);
      spoil(slice?.about, 'title', 'spoilt');
      spoil(slice?.posts, '0', null);
    }
    spoilPost((await storage.threadOf(room, handed.id))[0]);
    const looking = attempt('look', { reads: [handed.id] });
    await storage
      .commit(looking, ({ found, about: given }) => {
        spoilPost(found.get(handed.id));
        spoil(given, 'title', 'spoilt');
        throw new Error('refused');
      })
      .catch(() => {});
    const marks = await storage.marks(room, 'ada');
    spoil(marks[0], 'at', 'spoilt');
    spoil(marks, '0', 'spoilt');
    spoil(await storage.rooms(), '0', 'spoilt');
    spoil((await storage.everything(elsewhere)).about, 'title', 'spoilt');
    demandSame(JSON.parse(JSON.stringify(await storage.everything(room))), JSON.parse(original), 'what is there');
    const kept = [await storage.marks(room, 'ada'), await storage.rooms()];
    demandSame(kept, [[{ id: handed.id, at: readAt }], [room]], 'marks and rooms');
    demand((await storage.everything('site/new')).about.title === null, 'a new room without a title');
  }),
];
