// Adapters that break one promise about windows and pages each: more of adapter-mutants.ts.
import { limits } from '../../src/model/allow.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Changes, Page, Window } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import { moreOf } from '../../src/room/paging.ts';
import type { Mutant } from './adapter-mutants.ts';

const rootsIn = ({ posts }: Pick<Changes, 'posts'>): number => posts.filter(({ parentId }) => parentId === null).length;
const isInvalid = (thrown: unknown): boolean => thrown instanceof DiscussionError && thrown.code === 'invalid';

/** Every fault about windows and pages, in the order of the rules. */
export const pagingMutants: readonly Mutant[] = [
  {
    breaks: 'A61',
    fault: 'names more wherever a window is full',
    hooks: () => ({
      async sync(cursor, next, { discussion }, window) {
        const answer = await next(cursor);
        if (cursor !== null || window === undefined || rootsIn(answer) < window.threads) return answer;
        const end = window.order === 'newest' ? 0 : Number.MAX_SAFE_INTEGER;
        return { ...answer, more: answer.more ?? moreOf(discussion, { order: window.order, threads: 1 }, end) };
      },
    }),
  },
  {
    breaks: 'A62',
    fault: 'asks once more for the window it was asked for before',
    hooks: () => {
      const windows = new Map<object, Window | undefined>();
      return {
        sync(cursor, next, place, window) {
          windows.set(place, window ?? windows.get(place));
          return next(cursor, windows.get(place));
        },
      };
    },
    also: { rules: ['A72', 'A84'], why: 'there everything is compared with what is loaded' },
  },
  {
    breaks: 'A63',
    fault: 'a page holds the threads of two',
    also: { rules: ['A69'], why: 'there too the threads of a page are counted' },
    hooks: () => ({
      async older(more, next) {
        const page = await next(more);
        const after = page.more === null ? null : await next(page.more);
        return after?.at === page.at ? { ...after, posts: [...page.posts, ...after.posts] } : page;
      },
    }),
  },
  {
    breaks: 'A63',
    fault: 'pages leave out replies to replies',
    hooks: () => ({
      async older(more, next) {
        const page = await next(more);
        const roots = new Set(page.posts.filter(({ parentId }) => parentId === null).map(({ id }) => id));
        return { ...page, posts: page.posts.filter(({ id, parentId }) => roots.has(parentId ?? id)) };
      },
    }),
    also: { rules: ['A72'], why: 'what no page brings is missing in the end' },
  },
  {
    breaks: 'A64',
    fault: 'a page names the bare head, where a sync names a cursor',
    hooks: () => ({
      async older(more, next) {
        const page = await next(more);
        return { ...page, at: page.at.split('|')[0] ?? '' };
      },
    }),
    also: { rules: ['A72'], why: 'a page of no cursor can never be taken' },
  },
  {
    breaks: 'A65',
    fault: 'answers the window whatever the cursor',
    hooks: () => ({
      sync: (cursor, next, _, window) => next(window === undefined ? cursor : null),
    }),
  },
  {
    breaks: 'A66',
    fault: 'tells nothing of replies in threads that were not asked for',
    hooks: () => {
      const known = new Map<object, Set<string>>();
      const note = ({ posts }: Pick<Changes, 'posts'>, place: object): void => {
        const ids = known.get(place) ?? new Set();
        for (const { id } of posts) ids.add(id);
        known.set(place, ids);
      };
      return {
        async sync(cursor, next, place) {
          const answer = await next(cursor);
          note(answer, place);
          return answer;
        },
        async older(more, next, place) {
          const page = await next(more);
          note(page, place);
          return page;
        },
        changes(changes, next, place) {
          const isKnown = (id: string): boolean => known.get(place)?.has(id) ?? true;
          const posts = changes.posts.filter(
            ({ id, parentId }) => isKnown(id) || parentId === null || isKnown(parentId),
          );
          note({ posts }, place);
          next({ ...changes, posts });
        },
      };
    },
  },
  {
    breaks: 'A67',
    fault: 'brings the post that was asked for, without its thread',
    hooks: () => ({
      async sync(cursor, next, _, window) {
        const answer = await next(cursor);
        if (window?.with === undefined || answer.from !== null) return answer;
        const plain = await next(cursor, { threads: window.threads, order: window.order });
        const ids = new Set([...plain.posts.map(({ id }) => id), window.with]);
        return { ...answer, posts: answer.posts.filter(({ id }) => ids.has(id)) };
      },
    }),
  },
  {
    breaks: 'A68',
    fault: 'cuts a window to what is allowed',
    hooks: () => ({
      sync: (cursor, next, _, window) =>
        next(cursor, window && { ...window, threads: Math.min(window.threads, limits.windowThreads) }),
    }),
  },
  {
    breaks: 'A68',
    fault: 'takes a `more` it cannot read for the end',
    hooks: () => ({
      older: (more, next, { session }) =>
        next(more).catch(async (thrown: unknown) => {
          if (!isInvalid(thrown)) throw thrown;
          return { at: (await session.sync(null)).to, posts: [], more: null };
        }),
    }),
  },
  {
    breaks: 'A68',
    fault: 'answers a `more` that another discussion gave out of this one',
    also: { rules: ['A73'], why: 'there the `more` of a look is compared with that of a sync' },
    hooks: () => {
      const marks = new Map<string, string>();
      const bare = (more: string | null | undefined, discussion: string): string | null => {
        if (typeof more !== 'string') return null;
        marks.set(discussion, more.slice(more.lastIndexOf(' ')));
        return more.slice(0, more.lastIndexOf(' '));
      };
      return {
        async sync(cursor, next, { discussion }) {
          const answer = await next(cursor);
          return answer.more === undefined ? answer : { ...answer, more: bare(answer.more, discussion) };
        },
        async older(more, next, { discussion }) {
          const page = await next(more + (marks.get(discussion) ?? ''));
          return { ...page, more: bare(page.more, discussion) };
        },
      };
    },
  },
  {
    breaks: 'A69',
    fault: 'names more, and then an empty page, where posts wait for a facilitator',
    hooks: () => {
      const waiting = new Set<string>();
      const named = 'the posts that wait';
      return {
        async submit(command, next, { discussion }) {
          const answer = await next(command);
          if (answer.posts.some((entry) => isPost(entry) && entry.state === 'held')) waiting.add(discussion);
          return answer;
        },
        async sync(cursor, next, { discussion }, window) {
          const answer = await next(cursor);
          if (window === undefined || answer.from !== null || !waiting.has(discussion)) return answer;
          return { ...answer, more: answer.more ?? named };
        },
        async older(more, next, { session, discussion }) {
          if (more === named) return { at: (await session.sync(null)).to, posts: [], more: null };
          const page = await next(more);
          return waiting.has(discussion) ? { ...page, more: page.more ?? named } : page;
        },
      };
    },
  },
  {
    breaks: 'A70',
    fault: 'keeps a page it once gave for whoever asks for it at the same head',
    hooks: () => {
      const kept = new Map<string, Page>();
      return {
        async older(more, next) {
          const page = await next(more);
          const key = `${more} ${page.at.split('|')[0]}`;
          kept.set(key, kept.get(key) ?? page);
          return { ...page, posts: kept.get(key)?.posts ?? [] };
        },
      };
    },
    also: { rules: ['A69', 'A72'], why: 'there too people of different views ask for the same pages' },
  },
  {
    breaks: 'A71',
    fault: 'a page that is asked for while offline waits for the connection',
    hooks: () => ({
      older: (more, next) =>
        next(more).catch((thrown: unknown) => {
          if (thrown instanceof DiscussionError && thrown.code === 'offline') return new Promise<never>(() => {});
          throw thrown;
        }),
    }),
  },
  {
    breaks: 'A72',
    fault: 'reads the posts of a page first, and the cursor later',
    hooks: () => ({
      async older(more, next, { session }) {
        const page = await next(more);
        await new Promise((resolve) => setTimeout(resolve));
        return { ...page, at: (await session.sync(null)).to };
      },
    }),
  },
  {
    breaks: 'A72',
    fault: 'keeps a page it once gave, and gives it again at the cursor of today',
    hooks: () => {
      const kept = new Map<object, Map<string, Page>>();
      return {
        async older(more, next, place) {
          const pages = kept.get(place) ?? new Map<string, Page>();
          const page = await next(more);
          kept.set(place, pages.set(more, pages.get(more) ?? page));
          return { ...page, posts: pages.get(more)?.posts ?? [] };
        },
      };
    },
  },
];
