// Adapters that break one promise about their index: more of adapter-mutants.ts.
import { DiscussionError } from '../../src/model/errors.ts';
import type { Found, IndexEntry } from '../../src/model/discussion-index.ts';
import type { Hooks } from '../support/spoil-adapter.ts';
import type { Mutant } from './adapter-mutants.ts';

/** An index whose entries are told otherwise. */
const retell = (change: (entry: IndexEntry) => IndexEntry): Hooks => ({
  async index(query, next) {
    const found = await next(query);
    return { ...found, entries: found.entries.map(change) };
  },
});
const onlyFirst = ({ first }: Found): Found => ({ count: first === null ? 0 : 1, first });

/** Every fault about an index, in the order of the rules. */
export const indexMutants: readonly Mutant[] = [
  {
    breaks: 'A95',
    fault: 'says of what is new only that there is something',
    also: { rules: ['A96'], why: 'there what is new is counted, too' },
    hooks: () => retell((entry) => ({ ...entry, fresh: onlyFirst(entry.fresh) })),
  },
  {
    breaks: 'A95',
    fault: 'goes to the newest of answers to oneself as to what is new',
    hooks: () =>
      retell((entry) =>
        entry.replies.count === 0 ? entry : { ...entry, fresh: { ...entry.fresh, first: entry.replies.first } },
      ),
  },
  {
    breaks: 'A96',
    fault: 'lists a discussion as soon as anybody wrote there',
    hooks: () => {
      const written = new Set<string>();
      const none = { count: 0, first: null };
      return {
        submit(command, next, { discussion }) {
          written.add(discussion);
          return next(command);
        },
        async index(query, next) {
          const found = await next(query);
          const listed = new Set(found.entries.map(({ discussion }) => discussion));
          const hidden = [...written].filter((id) => id.endsWith('/held') && query.under === id && !listed.has(id));
          const entries = hidden.map((discussion) => ({
            ...{ discussion, title: null, url: null, latestAt: null, posts: 0, isMine: false },
            ...{ fresh: none, unanswered: none, replies: none },
          }));
          return { ...found, entries: [...found.entries, ...entries] };
        },
      };
    },
  },
  {
    breaks: 'A96',
    fault: 'counts the places of posts that are gone',
    hooks: () => {
      let gone = 0;
      return {
        async submit(command, next) {
          const answer = await next(command);
          if (command.type === 'remove') gone++;
          return answer;
        },
        ...retell((entry) => ({ ...entry, posts: entry.posts + gone })),
      };
    },
  },
  {
    breaks: 'A97',
    fault: 'lets every member say where a discussion stands',
    hooks: () => {
      const told = new Map<string, Pick<IndexEntry, 'url' | 'title'>>();
      return {
        submit(command, next, { discussion, who }) {
          const page = command?.type === 'create' ? command.page : undefined;
          if (page?.url.endsWith('/other') === true && who?.role === 'member') told.set(discussion, page);
          return next(command);
        },
        ...retell((entry) => ({ ...entry, ...told.get(entry.discussion) })),
      };
    },
  },
  {
    breaks: 'A98',
    fault: 'begins anew where it is asked for what comes after',
    hooks: () => ({ index: (query, next) => next({ ...query, after: null }) }),
    also: { rules: ['A99'], why: 'there what comes after is asked for that is none' },
  },
  {
    breaks: 'A98',
    fault: 'begins with the discussion that has waited longest',
    hooks: () => ({
      async index(query, next) {
        const found = await next(query);
        return { ...found, entries: found.entries.toReversed() };
      },
    }),
  },
  {
    breaks: 'A98',
    fault: 'counts in each list what this answer shows of it',
    hooks: () => ({
      async index(query, next) {
        const found = await next(query);
        const isNew = found.entries.filter(({ fresh }) => fresh.count > 0);
        return { ...found, counts: { ...found.counts, new: isNew.length } };
      },
    }),
  },
  {
    breaks: 'A99',
    fault: 'takes an authority that is not reached for one that fails',
    hooks: () => ({
      index: (query, next) =>
        next(query).catch((thrown: unknown) => {
          const isLost = thrown instanceof DiscussionError && thrown.code === 'offline';
          throw isLost ? new DiscussionError('internal', 'not reached') : thrown;
        }),
    }),
  },
];
