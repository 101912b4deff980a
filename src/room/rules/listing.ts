// Rule S31: where all rooms of a beginning stand, and what one person has read in them.
import { demandSame } from '../../model/demand.ts';
import { add, idOf, post, readAt, replace, room, storageRule } from './bench.ts';

/** Where rooms stand. */
export const listingRules = [
  storageRule(
    'S31',
    'list() gives the rooms whose keys begin so, sorted by the codes of their characters: the head of each, its largest order, and the posts that this person has read in it; nobody’s for null.',
    [],
    async (storage) => {
      demandSame(await storage.list('', 'ada'), [], 'the list of a new storage');
      const [one, two] = [idOf('one'), idOf('two')];
      for (const key of ['site/b', 'site/\u00e9', 'site/B', 'site', 'site2/a', 'other', room])
        await add(storage, 'one', {}, key);
      await add(storage, 'two');
      await replace(storage, 'change', post('one', 1, { body: 'changed', revision: 2 }));
      await storage.mark(room, 'ada', [one, two], readAt);
      await storage.mark(room, 'bo', [one], readAt);
      await storage.mark('site/b', 'ada', [one], readAt);
      await storage.mark('other', 'ada', [one], readAt);
      const listed = async (prefix: string, person: string | null): Promise<unknown> =>
        (await storage.list(prefix, person)).map(({ room: key, read, ...rest }) => [key, rest, read.toSorted()]);
      const [first, both] = [{ head: '0.one', order: 1 }, [one, two].sort()];
      const third = { head: '0.one.two.change', order: 2 };
      const of = (a: readonly string[], b: readonly string[]): unknown => [
        ['site/B', first, []],
        ['site/b', first, a],
        [room, third, b],
        ['site/\u00e9', first, []],
      ];
      demandSame(await listed('site/', 'ada'), of([one], both), 'the list for Ada');
      demandSame(await listed('site/', 'bo'), of([], [one]), 'the list for Bo');
      demandSame(await listed('site/', null), of([], []), 'the list for nobody');
      demandSame(await listed('sit_/', 'ada'), [], 'the list of a beginning that no key has');
      demandSame(await listed('site2', 'ada'), [['site2/a', first, []]], 'the list of another beginning');
    },
  ),
];
