// Rules S1–S10: what a commit does, alone and among others.
import { demand, demandSame } from '../../model/demand.ts';
import { emptyHead, type Outcome, type Slice, type Standing } from '../storage.ts';
import { add, attempt, decision, idOf, post, replace, room, storageRule } from './bench.ts';

/** What a commit does, alone and among others. */
export const commitRules = [
  storageRule(
    'S1',
    'A commit stores the post, the op, the order and the head together; by the time it resolves, everybody reads them.',
    [],
    async (storage) => {
      const outcome = await add(storage, 'one');
      const { head, order, posts } = await storage.everything(room);
      demandSame(
        { head, order, posts },
        { head: `${emptyHead}.one`, order: 1, posts: [post('one', 1)] },
        'what is there',
      );
      demandSame(await storage.head(room), head, 'the head');
      const decided = { head, order: 1, post: post('one', 1), about: null };
      demandSame(outcome, { kind: 'applied', from: emptyHead, to: head, decision: decided }, 'the outcome');
      demandSame((await add(storage, 'one')).kind, 'known', 'the kind of the same op again');
    },
  ),
  storageRule(
    'S2',
    'A known op is answered with who used it, for what, and the head of the room as it is now; nothing is decided or written.',
    [],
    async (storage) => {
      await add(storage, 'one');
      await add(storage, 'two');
      const before = await storage.everything(room);
      let decided = 0;
      const outcome = await storage.commit(attempt('one', { by: 'bo', print: 'other' }), (standing) => {
        decided++;
        return decision('again', standing);
      });
      demandSame(outcome, { kind: 'known', head: before.head, by: 'ada', print: 'print of one' }, 'the outcome');
      demandSame(decided, 0, 'the number of decisions');
      demandSame(await storage.everything(room), before, 'what is there');
    },
  ),
  storageRule(
    'S3',
    'Where the decision throws, the commit rejects with that very error, nothing is written, and the op is still unused.',
    [],
    async (storage) => {
      await add(storage, 'one');
      const before = await storage.everything(room);
      const thrown = new Error('refused');
      const found: unknown = await storage
        .commit(attempt('two', { reads: [idOf('one')] }), () => {
          throw thrown;
        })
        .catch((reason: unknown) => reason);
      demand(found === thrown, `the very error that was thrown, found ${String(found)}`);
      demandSame(await storage.everything(room), before, 'what is there');
      demandSame((await add(storage, 'two')).kind, 'applied', 'the kind of the op used then');
    },
  ),
  storageRule(
    'S4',
    'A decision is given exactly the posts asked for that exist, whole and as they are now.',
    [],
    async (storage) => {
      for (const name of ['one', 'two', 'three']) await add(storage, name);
      const changed = post('one', 1, { body: 'other words', revision: 2 });
      await replace(storage, 'change', changed);
      const [one, two, three] = [idOf('one'), idOf('two'), idOf('three')];
      const cases: readonly (readonly [reads: readonly string[], found: readonly string[]])[] = [
        [[], []],
        [[two], [two]],
        [[idOf('none'), three, 'no id', one, one, '__proto__'], [one, three].sort()],
      ];
      for (const [place, [reads, expected]] of cases.entries()) {
        let found: Standing['found'] = new Map();
        await storage.commit(attempt(`look ${place}`, { reads }), (standing) => {
          found = standing.found;
          return decision(`look ${place}`, standing);
        });
        demandSame([...found.keys()].sort(), expected, 'the ids found');
        if (reads.includes(one)) demandSame(found.get(one), changed, 'the post found');
      }
    },
  ),
  storageRule(
    'S5',
    'A decision is given the head, the order and the record as the last commit left them: in a new room the empty head, 0, and nulls.',
    [],
    async (storage) => {
      const seen: Omit<Standing, 'found'>[] = [];
      const look = (op: string, change: object) =>
        storage.commit(attempt(op), (standing) => {
          const { head, order, about } = standing;
          seen.push({ head, order, about });
          return decision(op, standing, change);
        });
      const about = { title: 'A lesson', url: 'https://example.org/lesson' };
      await look('one', { order: 7, about });
      await look('two', {});
      await look('three', { order: 9 });
      await look('four', {});
      const none = { title: null, url: null };
      const expected = [
        { head: emptyHead, order: 0, about: none },
        { head: '0.one', order: 7, about },
        { head: '0.one.two', order: 7, about },
        { head: '0.one.two.three', order: 9, about },
      ];
      demandSame(seen, expected, 'what the decisions were given');
    },
  ),
  storageRule(
    'S6',
    'Commits of one room at once are carried out one after the other, none is lost, and they resolve in the order of its history.',
    [],
    async (storage) => {
      const resolved: Outcome[] = [];
      const names = Array.from({ length: 50 }, (_, place) => `op ${place}`);
      await Promise.all(names.map(async (name) => resolved.push(await add(storage, name))));
      let head = emptyHead;
      for (const outcome of resolved) {
        demandSame(outcome.kind === 'applied' && outcome.from, head, 'from, where the commit resolved before ended');
        head = outcome.kind === 'applied' ? outcome.to : head;
      }
      const { posts, ...end } = await storage.everything(room);
      demandSame([end.head, end.order], [head, names.length], 'the head and the order at the end');
      demandSame(posts.map(({ id }) => id).sort(), names.map(idOf).sort(), 'the ids of all posts');
      demandSame(new Set(posts.map(({ order }) => order)).size, names.length, 'the number of different orders');
    },
  ),
  storageRule(
    'S7',
    'The same op at once is carried out once; the others are answered as known.',
    [],
    async (storage) => {
      const outcomes = await Promise.all([1, 2, 3].map(() => add(storage, 'one')));
      demandSame(outcomes.map(({ kind }) => kind).sort(), ['applied', 'known', 'known'], 'the kinds');
      demandSame((await storage.everything(room)).posts, [post('one', 1)], 'the posts');
    },
  ),
  storageRule('S8', 'A decision that throws holds up none of those at its side.', [], async (storage) => {
    const ends = await Promise.allSettled([
      add(storage, 'one'),
      storage.commit(attempt('two'), () => {
        throw new Error('refused');
      }),
      add(storage, 'three'),
    ]);
    demandSame(
      ends.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
      'how they ended',
    );
    const { head, posts } = await storage.everything(room);
    demandSame([head, posts.length], ['0.one.three', 2], 'the head and the number of posts');
  }),
  storageRule('S9', 'A head that the room had before is refused, and nothing is written.', [], async (storage) => {
    await add(storage, 'one');
    await add(storage, 'two');
    const before = await storage.everything(room);
    for (const head of [emptyHead, '0.one', before.head]) {
      const call = storage.commit(attempt('three'), (standing) =>
        decision('three', standing, { head, order: 3, post: post('three', 3) }),
      );
      const isRefused = await call.then(
        () => false,
        () => true,
      );
      demand(isRefused, `the head ${head} to be refused`);
      demandSame(await storage.everything(room), before, 'what is there');
    }
    demandSame((await add(storage, 'three')).kind, 'applied', 'the kind of the op used then');
  }),
  storageRule(
    'S10',
    'What is read while others write is one moment: the posts of its head, no more and no fewer.',
    [],
    async (storage) => {
      const slices: Promise<Slice | null>[] = [];
      const writes = Array.from({ length: 20 }, (_, place) => {
        slices.push(storage.everything(room), storage.since(room, emptyHead));
        slices.push(storage.threads(room, 'newest', null, 20));
        return add(storage, `op ${place}`);
      });
      await Promise.all(writes);
      for (const slice of await Promise.all(slices)) {
        const names = slice?.head.split('.').slice(1);
        demandSame(
          slice?.posts.map(({ id }) => id),
          names?.map(idOf),
          `the posts at ${slice?.head}`,
        );
        demandSame(slice?.order, names?.length, `the order at ${slice?.head}`);
      }
    },
  ),
];
