// Adapters that break one promise each about learning: moves, gates, endorsements, the desk and credit. More of
// adapter-mutants.ts.
import { DiscussionError, type ErrorCode } from '../../src/model/errors.ts';
import type { EvidenceRecord } from '../../src/model/evidence-record.ts';
import type { Changes, Command, Discussion, Mine, Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import type { Hooks, Place } from '../support/spoil-adapter.ts';
import type { Mutant } from './adapter-mutants.ts';

/** A copy without this field. */
function without<T extends object>(whole: T, field: keyof T): T {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== field)) as T;
}

/** Every Changes that leaves, by whatever way, is changed. */
export const alter = (change: (changes: Changes, place: Place) => Changes): Hooks => ({
  sync: async (cursor, next, place) => change(await next(cursor), place),
  submit: async (command, next, place) => change(await next(command), place),
  changes: (changes, next, place) => next(change(changes, place)),
});

/** Every post that leaves is changed. */
const alterPosts = (change: (post: Post, place: Place) => Post): Hooks =>
  alter((changes, place) => ({
    ...changes,
    posts: changes.posts.map((entry) => (isPost(entry) ? change(entry, place) : entry)),
  }));

/** Every record that leaves is changed. */
export const alterRoom = (change: (room: Discussion) => Discussion): Hooks =>
  alter((changes) => (changes.room === undefined ? changes : { ...changes, room: change(changes.room) }));

/** Every private record that is told is changed. */
const alterMine = (change: (mine: Mine, place: Place) => Mine): Hooks => ({
  mine: (mine, next, place) => next(change(mine, place)),
});

/** Refusals with this code come out with another. */
const recoded = (from: ErrorCode, to: ErrorCode, isMeant: (command: Command) => boolean): Hooks => ({
  submit: (command, next) =>
    next(command).catch((thrown: unknown) => {
      const isFrom = thrown instanceof DiscussionError && thrown.code === from && command !== null && isMeant(command);
      throw isFrom ? new DiscussionError(to, 'another code') : thrown;
    }),
});

/** What facilitators were told, by discussion, for adapters that let others hear of it. */
const overheard = (isMeant: (post: Post, place: Place) => boolean): Hooks => {
  const told = new Map<string, Map<string, Post>>();
  const postsOf = ({ discussion }: Place): Map<string, Post> => {
    const posts = told.get(discussion) ?? new Map<string, Post>();
    told.set(discussion, posts);
    return posts;
  };
  return alter((changes, place) => {
    const posts = postsOf(place);
    if (place.who?.role === 'facilitator')
      for (const entry of changes.posts) if (isPost(entry)) posts.set(entry.id, entry);
    if (place.who?.role === 'facilitator' || changes.from !== null) return changes;
    const ids = new Set(changes.posts.map(({ id }) => id));
    const more = [...posts.values()].filter((post) => !ids.has(post.id) && isMeant(post, place));
    return { ...changes, posts: [...changes.posts, ...more] };
  });
};

/** Every fault about learning, in the order of the rules. */
export const learningMutants: readonly Mutant[] = [
  {
    breaks: 'A77',
    fault: 'tells of no move',
    also: { rules: ['A79'], why: 'a move said anew is not told either' },
    hooks: () => alterPosts((post) => without(post, 'move')),
  },
  {
    breaks: 'A78',
    fault: 'takes a kind that is none for no kind',
    hooks: () => ({
      submit(command, next) {
        const { kind, ...rest } = Object(command) as { kind?: unknown };
        return next(kind === 'rant' ? (rest as Command) : command);
      },
    }),
  },
  {
    breaks: 'A79',
    fault: 'refuses a classify of others as something that is not there',
    hooks: () => recoded('forbidden', 'not-found', ({ type }) => type === 'classify'),
  },
  {
    breaks: 'A80',
    fault: 'tells members of private replies, too',
    hooks: () => overheard((post) => post.isPrivate === true),
  },
  {
    breaks: 'A81',
    fault: 'lets the facilitator count the versions',
    also: {
      rules: ['A84', 'A85', 'A86', 'A87', 'A90', 'A91', 'A92', 'A94', 'A96', 'A100', 'A102'],
      why: 'their people wait for version 1',
    },
    hooks: () =>
      alterRoom((room) => ({
        ...room,
        ...(room.prompts && { prompts: room.prompts.map((prompt) => ({ ...prompt, version: 0 })) }),
      })),
  },
  {
    breaks: 'A82',
    fault: 'refuses a prompt that cannot be as if one may not',
    hooks: () => recoded('invalid', 'forbidden', ({ type }) => type === 'arrange'),
  },
  {
    breaks: 'A83',
    fault: 'lets facilitators write to a draft',
    hooks: () => ({
      submit: (command, next, place) =>
        next(command).catch((thrown: unknown) => {
          const isDraft =
            command?.type === 'create' && command.promptId === 'secret' && place.who?.role === 'facilitator';
          if (!isDraft) throw thrown;
          return place.session.sync(null);
        }),
    }),
  },
  {
    breaks: 'A84',
    fault: 'gives what stands behind a gate to whoever asks for all of it',
    also: { rules: ['A85', 'A86', 'A87', 'A100', 'A102'], why: 'their gates are the same' },
    hooks: () => overheard((post) => post.prompt !== undefined && post.isPrivate !== true && post.state === 'shown'),
  },
  {
    breaks: 'A85',
    fault: 'goes on from the cursor of before, once a gate is open',
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        const isOther = cursor !== null && answer.from === null && cursor.split('|')[1] !== answer.to.split('|')[1];
        return isOther && cursor.includes('peers 0') ? { ...answer, from: cursor } : answer;
      },
    }),
  },
  {
    breaks: 'A86',
    fault: 'says nothing to a guest whose gate has opened',
    hooks: () => {
      const welcomed = new Set<object>();
      return {
        status(status, next, place) {
          if (status.state === 'online' && place.who?.role === 'guest' && welcomed.has(place)) return;
          if (status.state === 'online') welcomed.add(place);
          next(status);
        },
        changes: (changes, next, place) =>
          void ((place.who?.role !== 'guest' || changes.posts.length > 0) && next(changes)),
      };
    },
  },
  {
    breaks: 'A87',
    fault: 'takes a date for a gate without one',
    also: { rules: ['A82'], why: 'what is no date is not refused then' },
    hooks: () => ({
      submit(command, next) {
        if (command?.type !== 'arrange') return next(command);
        const stages = command.prompt.stages.map((stage) =>
          stage.gate.type === 'until-date' ? { ...stage, gate: { type: 'open' } as const } : stage,
        );
        return next({ ...command, prompt: { ...command.prompt, stages } });
      },
    }),
  },
  {
    breaks: 'A88',
    fault: 'shows endorsements without their notes',
    hooks: () =>
      alterPosts((post) => ({
        ...post,
        ...(post.endorsements && { endorsements: post.endorsements.map((one) => ({ ...one, note: '' })) }),
      })),
  },
  {
    breaks: 'A89',
    fault: 'leaves a question settled that is not any more',
    hooks: () => ({
      submit: (command, next, place) =>
        command?.type === 'settle' && !command.isSettled ? place.session.sync(null) : next(command),
    }),
  },
  {
    breaks: 'A90',
    fault: 'tells everybody why a post was voided',
    hooks: () => {
      const voided = new Map<string, Post['voided']>();
      return alterPosts((post) => {
        if (post.voided !== undefined) voided.set(post.id, post.voided);
        const found = voided.get(post.id);
        return found === undefined ? post : { ...post, voided: found };
      });
    },
  },
  {
    breaks: 'A91',
    fault: 'tells nobody what waits for them',
    hooks: () => alterMine((mine) => without(mine, 'waiting')),
  },
  {
    breaks: 'A92',
    fault: 'tells the number of colleagues',
    hooks: () =>
      alterMine((mine) => ({
        ...mine,
        ...(mine.prompts && { prompts: mine.prompts.map((one) => ({ ...one, answered: '1' as 'few' })) }),
      })),
  },
  {
    breaks: 'A93',
    fault: 'a sync leaves out posts of threads that were moved',
    hooks: () => {
      const moved = new Set<string>();
      return {
        submit(command, next) {
          if (command?.type === 'transfer') moved.add(command.id);
          return next(command);
        },
        async sync(cursor, next) {
          const answer = await next(cursor);
          const posts = answer.posts.filter(({ id }) => answer.from === null || !moved.has(id));
          return { ...answer, posts };
        },
      };
    },
  },
  {
    breaks: 'A94',
    fault: 'gives everybody the evidence of everybody',
    hooks: () => {
      let staffs: ((of: string | null) => Promise<readonly EvidenceRecord[]>) | null = null;
      return {
        evidence(of, next, place) {
          if (place.who?.role === 'facilitator') staffs = next;
          return place.who === null ? next(of) : (staffs ?? next)(of);
        },
      };
    },
  },
];
