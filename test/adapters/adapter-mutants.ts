// Adapters that break one promise each: for every rule at least one, as data. Each is a fault that somebody could make.
import { DiscussionError, type ErrorCode } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { Changes, Command, Cursor, Marker, Post } from '../../src/model/post.ts';
import { hasVisibleText } from '../../src/model/allow.ts';
import { isPost } from '../../src/model/view.ts';
import type { Hooks, Place } from '../support/spoil-adapter.ts';
import { closingMutants } from './closing-mutants.ts';
import { indexMutants } from './index-mutants.ts';
import { learningMutants } from './learning-mutants.ts';
import { lookMutants } from './look-mutants.ts';
import { pagingMutants } from './paging-mutants.ts';
import { pinningMutants } from './pinning-mutants.ts';

/** A fault, and the rule it breaks. */
export interface Mutant {
  readonly breaks: string;
  /** Rules that cannot but fail with it, and why. */
  readonly also?: { readonly rules: readonly string[]; readonly why: string };
  readonly fault: string;
  /** Its hooks, made anew for every bench: what they remember is shared by all sessions of that bench. */
  readonly hooks: () => Hooks;
}

type Entry = Post | Marker;

/** Refusals with one code come out with another. */
const recode = (from: ErrorCode, to: ErrorCode, isMeant: (command: Command, place: Place) => boolean): Hooks => ({
  submit: (command, next, place) =>
    next(command).catch((thrown: unknown) => {
      const isFrom = thrown instanceof DiscussionError && thrown.code === from && isMeant(command, place);
      throw isFrom ? new DiscussionError(to, 'another code') : thrown;
    }),
});

/** Every post and marker that leaves, by whatever way, is changed; null takes it out. */
const rewrite = (change: (entry: Entry, place: Place) => Entry | null): Hooks => {
  const all = <Answer extends Pick<Changes, 'posts'>>(answer: Answer, place: Place): Answer => ({
    ...answer,
    posts: answer.posts.map((entry) => change(entry, place)).filter((entry) => entry !== null),
  });
  return {
    sync: async (cursor, next, place) => all(await next(cursor), place),
    older: async (more, next, place) => all(await next(more), place),
    submit: async (command, next, place) => all(await next(command), place),
    changes: (changes, next, place) => next(all(changes, place)),
  };
};

/** The answer to a command that had no effect. */
const noEffect = async ({ session }: Place): Promise<Changes> => {
  const { to } = await session.sync(null);
  return { from: to, to, posts: [] };
};

const isOffline = (thrown: unknown): boolean => thrown instanceof DiscussionError && thrown.code === 'offline';
const isForbidden = (thrown: unknown): boolean => thrown instanceof DiscussionError && thrown.code === 'forbidden';
const conflict = (): DiscussionError => new DiscussionError('conflict', 'used');
const keyOf = (command: Command, { discussion }: Place): string => `${discussion} ${command.op}`;

const beginning: readonly Mutant[] = [
  {
    breaks: 'A1',
    fault: 'open() throws where the id is not allowed',
    hooks: () => ({
      open({ discussion }) {
        if (discussion === '') throw new DiscussionError('invalid', 'empty', { field: 'discussion' });
      },
    }),
  },
  {
    breaks: 'A2',
    fault: 'does not say that it is connecting',
    hooks: () => ({ status: (status, next) => void (status.state !== 'connecting' && next(status)) }),
  },
  {
    breaks: 'A3',
    fault: 'a second session of a person has an id of its own',
    hooks: () => {
      const known = new Set<object>();
      return {
        status(status, next, { adapter }) {
          if (status.state !== 'online' || status.me === null) return next(status);
          const id = known.has(adapter) ? `${status.me.id}-again` : status.me.id;
          known.add(adapter);
          next({ ...status, me: { ...status.me, id } });
        },
      };
    },
  },
  {
    breaks: 'A4',
    fault: 'a capability that is a number',
    also: { rules: ['A73'], why: 'a look is still as it should be' },
    hooks: () => ({
      status: (status, next) =>
        next(status.state === 'online' ? { ...status, can: { ...status.can, ...{ pages: 3 } } } : status),
    }),
  },
  {
    breaks: 'A5',
    fault: 'tells the listener from inside submit()',
    hooks: () => ({
      submit(command, next, place) {
        place.tell.mine({ read: [] });
        return next(command);
      },
    }),
  },
  {
    breaks: 'A6',
    fault: 'keeps what is submitted before it is online, and sends it then',
    hooks: () => {
      const waiting = new Map<object, (() => void)[]>();
      const once = new Set<object>();
      return {
        status(status, next, place) {
          next(status);
          if (status.state !== 'online') return;
          once.add(place);
          for (const send of waiting.get(place) ?? []) send();
        },
        submit: (command, next, place) =>
          once.has(place)
            ? next(command)
            : new Promise((resolve, reject) => {
                waiting.set(place, [...(waiting.get(place) ?? []), () => next(command).then(resolve, reject)]);
              }),
      };
    },
  },
  {
    breaks: 'A7',
    fault: 'goes on telling after close()',
    hooks: () => {
      const closed = new Set<object>();
      const refuse = async (): Promise<never> => {
        throw new DiscussionError('offline', 'closed');
      };
      return {
        close: (_, place) => void closed.add(place),
        sync: (cursor, next, place) => (closed.has(place) ? refuse() : next(cursor)),
        submit: (command, next, place) => (closed.has(place) ? refuse() : next(command)),
        older: (more, next, place) => (closed.has(place) ? refuse() : next(more)),
      };
    },
  },
  {
    breaks: 'A8',
    fault: 'a sync after close() fails as if something broke',
    hooks: () => {
      const closed = new Set<object>();
      return {
        close(next, place) {
          closed.add(place);
          next();
        },
        sync: (cursor, next, place) =>
          closed.has(place) ? Promise.reject(new DiscussionError('internal', 'closed')) : next(cursor),
      };
    },
  },
];

const syncing: readonly Mutant[] = [
  {
    breaks: 'A9',
    fault: 'the record of the discussion names another id',
    also: { rules: ['A73'], why: 'a look is still as it should be' },
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        return answer.room === undefined ? answer : { ...answer, room: { ...answer.room, id: 'another' } };
      },
    }),
  },
  {
    breaks: 'A10',
    fault: 'answers everything where nothing changed',
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        return answer.from === answer.to ? next(null) : answer;
      },
    }),
  },
  {
    breaks: 'A11',
    fault: 'a post that changed twice comes twice',
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        if (cursor === null) return answer;
        return { ...answer, posts: answer.posts.flatMap((e) => (isPost(e) && e.revision > 2 ? [e, e] : [e])) };
      },
    }),
  },
  {
    breaks: 'A12',
    fault: 'takes a cursor it does not know for the newest one',
    hooks: () => {
      const given = new Set<string>();
      return {
        async sync(cursor, next, { discussion }) {
          const answer = await next(cursor);
          given.add(`${discussion} ${answer.to}`);
          const isUnknown = cursor !== null && answer.from === null && !given.has(`${discussion} ${cursor}`);
          return isUnknown ? { ...answer, from: cursor, posts: [] } : answer;
        },
      };
    },
    also: {
      rules: ['A65', 'A85', 'A86', 'A87', 'A100'],
      why: 'a window too is answered to a cursor that is not known, and so is a view that became wider',
    },
  },
  {
    breaks: 'A13',
    fault: 'goes on from a cursor that somebody else was given',
    hooks: () => {
      const given = new Map<Cursor, Place>();
      return {
        async sync(cursor, next, place) {
          const answer = await next(cursor);
          given.set(answer.to, place);
          const other = cursor === null ? undefined : given.get(cursor);
          const isOthers = other !== undefined && other !== place && other.discussion === place.discussion;
          return isOthers && answer.from === null ? { ...answer, from: cursor } : answer;
        },
      };
    },
  },
  {
    breaks: 'A14',
    fault: 'lists the newest post first',
    hooks: () => ({
      async sync(cursor, next, _, window) {
        const answer = await next(cursor);
        const isEverything = cursor === null && window === undefined;
        return isEverything ? { ...answer, posts: answer.posts.toReversed() } : answer;
      },
    }),
    also: { rules: ['A61', 'A63', 'A67', 'A73'], why: 'windows, pages and a look are compared with that list' },
  },
  {
    breaks: 'A15',
    fault: 'tells every change twice',
    hooks: () => ({
      changes(changes, next) {
        next(changes);
        next(changes);
      },
    }),
  },
  {
    breaks: 'A16',
    fault: 'tells a person of nothing that was done in another of their sessions',
    also: { rules: ['A84'], why: 'a later session of theirs waits for it' },
    hooks: () => {
      const done = new Map<Cursor, Place>();
      return {
        async submit(command, next, place) {
          const answer = await next(command);
          done.set(answer.to, place);
          return answer;
        },
        changes: (changes, next, place) =>
          // by then the answer is there, and shows whose change it was
          void setTimeout(() => {
            const by = done.get(changes.to);
            if (by === undefined || by === place || by.adapter !== place.adapter) next(changes);
          }),
      };
    },
  },
  {
    breaks: 'A17',
    fault: 'an op used in one discussion is refused in another',
    hooks: () => {
      const used = new Map<string, string>();
      return {
        async submit(command, next, { discussion }) {
          if ((used.get(command?.op) ?? discussion) !== discussion) throw conflict();
          const answer = await next(command);
          used.set(command.op, discussion);
          return answer;
        },
      };
    },
  },
];

const posting: readonly Mutant[] = [
  {
    breaks: 'A18',
    fault: 'answers a command with everything',
    hooks: () => ({
      async submit(command, next, { session }) {
        const answer = await next(command);
        return answer.posts.length === 0 ? answer : session.sync(null);
      },
    }),
  },
  {
    breaks: 'A19',
    fault: 'a field of the authority leaves with every post',
    also: { rules: ['A73'], why: 'a look is still as it should be' },
    hooks: () => rewrite((entry) => (isPost(entry) ? { ...entry, ...{ published: true } } : entry)),
  },
  {
    breaks: 'A20',
    fault: 'the newest post has the smallest order',
    also: { rules: ['A73'], why: 'a look is still as it should be' },
    hooks: () => rewrite((entry) => (isPost(entry) ? { ...entry, order: -entry.order } : entry)),
  },
  {
    breaks: 'A21',
    fault: 'bodies are normalised',
    hooks: () => ({
      submit: (command, next) =>
        next(
          typeof command === 'object' && command !== null && 'body' in command && typeof command.body === 'string'
            ? { ...command, body: command.body.normalize('NFC') }
            : command,
        ),
    }),
  },
  {
    breaks: 'A22',
    fault: 'a reply to a reply is put under the first post',
    hooks: () => {
      const parents = new Map<string, string | null>();
      const flatten = (id: string | null): string | null => {
        const above = id === null ? null : (parents.get(id) ?? null);
        return above === null ? id : flatten(above);
      };
      return rewrite((entry) => {
        parents.set(entry.id, entry.parentId);
        return { ...entry, parentId: flatten(entry.parentId) };
      });
    },
  },
  {
    breaks: 'A23',
    fault: 'judges a repeated removal anew',
    hooks: () => {
      const removed = new Set<string>();
      return {
        async submit(command, next) {
          if (removed.has(command?.op)) throw new DiscussionError('not-found', 'gone');
          const answer = await next(command);
          if (command.type === 'remove') removed.add(command.op);
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A24',
    fault: 'takes an op with another body for the same command',
    hooks: () => {
      const done = new Map<string, { place: object; body: unknown }>();
      return {
        async submit(command, next, place) {
          const body = command?.type === 'create' ? command.body : null;
          const before = command === null ? undefined : done.get(keyOf(command, place));
          if (before !== undefined && before.place === place.adapter && before.body !== body) return noEffect(place);
          const answer = await next(command);
          done.set(keyOf(command, place), { place: place.adapter, body });
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A24',
    fault: 'takes an op of another person for the same command',
    hooks: () => {
      const done = new Map<string, object>();
      return {
        async submit(command, next, place) {
          const before = command === null ? undefined : done.get(keyOf(command, place));
          if (before !== undefined && before !== place.adapter) return noEffect(place);
          const answer = await next(command);
          done.set(keyOf(command, place), place.adapter);
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A25',
    fault: 'refuses an op that is under way',
    hooks: () => {
      const busy = new Set<string>();
      return {
        async submit(command, next) {
          if (busy.has(command?.op)) throw conflict();
          busy.add(command?.op);
          return next(command).finally(() => busy.delete(command?.op));
        },
      };
    },
  },
];

const refusing: readonly Mutant[] = [
  {
    breaks: 'A26',
    fault: 'measures a body in bytes',
    hooks: () => ({
      async submit(command, next) {
        const isLong = command?.type === 'create' && new TextEncoder().encode(command.body).length > 10_000;
        if (isLong && command.body.length <= 10_000)
          throw new DiscussionError('invalid', 'too long', { field: 'body' });
        return next(command);
      },
    }),
  },
  {
    breaks: 'A27',
    fault: 'posts what nobody can see',
    hooks: () => ({
      submit: (command, next) =>
        next(
          command?.type === 'create' && command.body !== '' && !hasVisibleText(`${command.body}`)
            ? { ...command, body: '(empty)' }
            : command,
        ),
    }),
  },
  {
    breaks: 'A28',
    fault: 'takes an empty parentId for none',
    hooks: () => ({
      submit: (command, next) =>
        next(command?.type === 'create' && command.parentId === '' ? { ...command, parentId: null } : command),
    }),
  },
  {
    breaks: 'A29',
    fault: 'tells somebody not signed in that they may not',
    also: { rules: ['A81'], why: 'a prompt of nobody is refused in the same way' },
    hooks: () => recode('unauthenticated', 'forbidden', () => true),
  },
  {
    breaks: 'A30',
    fault: 'passes over fields it does not know',
    hooks: () => ({
      submit(command, next) {
        if (command?.type !== 'create' || !('author' in command)) return next(command);
        const { author: _, ...rest } = command;
        return next(rest);
      },
    }),
  },
  {
    breaks: 'A31',
    fault: 'an op is used up by a refusal',
    also: { rules: ['A81', 'A90'], why: 'a command refused to one is carried out for another' },
    hooks: () => {
      const refused = new Set<string>();
      return {
        async submit(command, next) {
          if (refused.has(command?.op)) throw conflict();
          return next(command).catch((thrown: unknown) => {
            if (typeof command?.op === 'string' && !isOffline(thrown)) refused.add(command.op);
            throw thrown;
          });
        },
      };
    },
  },
];

const editing: readonly Mutant[] = [
  {
    breaks: 'A32',
    fault: 'does not say when a post was edited',
    hooks: () => rewrite((entry) => (isPost(entry) ? { ...entry, editedAt: null } : entry)),
  },
  {
    breaks: 'A33',
    fault: 'makes every edit from the newest revision: the last writer wins',
    hooks: () => {
      const sent = new Map<string, Command>();
      return {
        async submit(command, next, { session }) {
          if (command?.type !== 'edit' || sent.has(command.op)) return next(sent.get(command?.op) ?? command);
          const entry = (await session.sync(null)).posts.find(({ id }) => id === command.id);
          const revision = entry !== undefined && isPost(entry) ? entry.revision : command.revision;
          const answer = await next({ ...command, revision });
          sent.set(command.op, { ...command, revision });
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A34',
    fault: 'a post can be edited to nothing',
    hooks: () => ({
      submit: (command, next) =>
        next(
          command?.type === 'edit' && command.body !== '' && !hasVisibleText(command.body)
            ? { ...command, body: '(empty)' }
            : command,
        ),
    }),
  },
  {
    breaks: 'A35',
    fault: "says of another's post that it is not there",
    hooks: () =>
      recode(
        'forbidden',
        'not-found',
        ({ type }, { me }) => me?.role === 'member' && ['edit', 'remove'].includes(type),
      ),
  },
  {
    breaks: 'A36',
    fault: 'a post that is gone can be taken back again',
    hooks: () => {
      const removed = new Set<string>();
      return {
        async submit(command, next, place) {
          if (command?.type !== 'remove') return next(command);
          if (removed.has(command.id)) return next(command).catch(() => noEffect(place));
          const answer = await next(command);
          removed.add(command.id);
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A37',
    fault: 'a sync brings the former words along',
    hooks: () => {
      const former: string[] = [];
      return {
        async submit(command, next, { session }) {
          if (command?.type !== 'edit' && command?.type !== 'remove') return next(command);
          const entry = (await session.sync(null)).posts.find(({ id }) => id === command.id);
          const answer = await next(command);
          if (entry !== undefined && isPost(entry) && entry.state === 'shown') former.push(entry.body);
          return answer;
        },
        sync: async (cursor, next) => ({ ...(await next(cursor)), ...(cursor !== null && { former: [...former] }) }),
      };
    },
  },
];

const moderating: readonly Mutant[] = [
  {
    breaks: 'A38',
    fault: 'tells a guest that a new post is shown',
    hooks: () =>
      rewrite((entry, { me }) =>
        isPost(entry) && entry.state === 'held' && entry.revision === 1 && entry.author.id === me?.id
          ? { ...entry, state: 'shown' }
          : entry,
      ),
  },
  {
    breaks: 'A39',
    fault: 'changes without a post say which command they are of',
    also: { rules: ['A80', 'A84'], why: 'what they do not let through is named, too' },
    hooks: () => {
      let last = '';
      return {
        submit(command, next) {
          last = command?.op;
          return next(command);
        },
        changes: (changes, next) => next(changes.posts.length > 0 ? changes : { ...changes, ...{ op: last } }),
      };
    },
  },
  {
    breaks: 'A40',
    fault: 'somebody not signed in does not see what guests wrote',
    hooks: () =>
      rewrite((entry, { me }) =>
        me === null && isPost(entry) && entry.author.role === 'guest' && entry.revision === 1 ? null : entry,
      ),
  },
  {
    breaks: 'A41',
    fault: 'the author is not told why a post was hidden',
    hooks: () =>
      rewrite((entry, { me }) => {
        if (!isPost(entry) || me?.role === 'facilitator' || entry.revision > 1) return entry;
        const { reason: _, ...rest } = entry;
        return rest;
      }),
  },
  {
    breaks: 'A42',
    fault: 'the marker of a hidden post comes with the reason',
    hooks: () => {
      let reason = '';
      return {
        submit(command, next) {
          if (command?.type === 'moderate') reason = command.reason;
          return next(command);
        },
        changes(changes, next) {
          const isMarker = changes.posts.some((entry) => !isPost(entry));
          next(isMarker ? { ...changes, ...{ reason } } : changes);
        },
      };
    },
  },
  {
    breaks: 'A43',
    fault: 'a post shown again keeps the reason it was hidden for',
    hooks: () => {
      const reasons = new Map<string, string>();
      const { submit: rewritten, ...rest } = rewrite((entry) => {
        const reason = reasons.get(entry.id);
        return isPost(entry) && entry.state === 'shown' && reason !== undefined ? { ...entry, reason } : entry;
      });
      return {
        ...rest,
        async submit(command, next, place) {
          const answer = await (rewritten?.(command, next, place) ?? next(command));
          if (command.type === 'moderate' && command.state === 'hidden') reasons.set(command.id, command.reason);
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A44',
    fault: 'tells those who may not moderate that there is no such post',
    hooks: () => recode('forbidden', 'not-found', ({ type }) => type === 'moderate'),
  },
  {
    breaks: 'A44',
    fault: 'a facilitator can take back what others wrote, as far as they are told',
    hooks: () => ({
      submit: (command, next, place) =>
        next(command).catch((thrown: unknown) => {
          if (place.me?.role === 'facilitator' && command.type === 'remove' && isForbidden(thrown))
            return noEffect(place);
          throw thrown;
        }),
    }),
  },
  {
    breaks: 'A45',
    fault: 'tells others that there is a post they may not answer',
    hooks: () => {
      const waiting = new Set<string>();
      const { submit: recoded } = recode('not-found', 'forbidden', (command) => {
        return command.type === 'create' && command.parentId !== null && waiting.has(command.parentId);
      });
      return {
        async submit(command, next, place) {
          const answer = await (recoded?.(command, next, place) ?? next(command));
          const [entry] = answer.posts;
          if (entry !== undefined && isPost(entry) && entry.state === 'held') waiting.add(entry.id);
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A46',
    fault: 'what was approved once stays approved, whatever it is changed to',
    hooks: () => {
      const approved = new Set<string>();
      let facilitator: Place | undefined;
      return {
        status(status, next, place) {
          if (status.state === 'online' && status.me?.role === 'facilitator') facilitator = place;
          next(status);
        },
        async submit(command, next) {
          const answer = await next(command);
          if (command.type === 'moderate' && command.state === 'shown') approved.add(command.id);
          const [entry] = answer.posts;
          if (command.type === 'edit' && approved.has(command.id) && entry && isPost(entry) && entry.state === 'held')
            await facilitator?.session.submit({
              type: 'moderate',
              op: newOp(),
              id: command.id,
              state: 'shown',
              reason: '',
            });
          return answer;
        },
      };
    },
  },
];

const keepingPrivate: readonly Mutant[] = [
  {
    breaks: 'A47',
    fault: 'tells only the marks that are new',
    also: { rules: ['A91', 'A92'], why: 'what else is private is told with the marks' },
    hooks: () => {
      const told = new Map<object, ReadonlySet<string>>();
      return {
        mine(mine, next, place) {
          const before = told.get(place) ?? new Set();
          told.set(place, new Set(mine.read));
          next({ read: mine.read.filter((id) => !before.has(id)) });
        },
      };
    },
  },
  {
    breaks: 'A48',
    fault: 'tells the marks of one person to all',
    hooks: () => {
      const places = new Set<Place>();
      return {
        status(status, next, place) {
          places.add(place);
          next(status);
        },
        async submit(command, next, { adapter }) {
          const answer = await next(command);
          if (command.type === 'read')
            for (const place of places) if (place.adapter !== adapter) place.tell.mine({ read: command.ids });
          return answer;
        },
      };
    },
  },
  {
    breaks: 'A49',
    fault: 'takes anything for an e-mail address',
    hooks: () => ({
      identify: ({ name, email }, next) => next({ name, email: email === 'gil' ? 'gil@example.org' : email }),
    }),
  },
  {
    breaks: 'A50',
    fault: 'lets a guest in as a member',
    hooks: () => ({
      status(status, next, { who }) {
        const isLetIn = status.state === 'online' && status.me !== null && who === null;
        next(isLetIn ? { ...status, me: { ...status.me, role: 'member' } } : status);
      },
    }),
  },
  {
    breaks: 'A51',
    fault: 'makes the id of a guest out of what they entered',
    hooks: () => ({
      status(status, next, { who }) {
        const isSecondGil = status.state === 'online' && status.me !== null && who === null;
        next(isSecondGil ? { ...status, me: { ...status.me, id: `guest:${status.me.name}` } } : status);
      },
    }),
    also: { rules: ['A50'], why: 'the id that is told is not the one the posts carry' },
  },
  {
    breaks: 'A52',
    fault: 'the addresses of guests go along with every answer',
    hooks: () => {
      const emails: string[] = [];
      return {
        identify(guest, next) {
          emails.push(guest.email);
          return next(guest);
        },
        sync: async (cursor, next) => ({ ...(await next(cursor)), emails: [...emails] }),
      };
    },
  },
];

/** Counts how often a session came online and lost it again. */
const periods = (): { of(place: object): number; note(state: string, place: object): void } => {
  const counted = new Map<object, number>();
  return {
    of: (place) => counted.get(place) ?? 0,
    note: (state, place) => void (state === 'offline' && counted.set(place, (counted.get(place) ?? 0) + 1)),
  };
};

const connecting: readonly Mutant[] = [
  {
    breaks: 'A53',
    fault: 'says `connecting` where the connection is lost',
    hooks: () => ({
      status: (status, next) => next(status.state === 'offline' ? { state: 'connecting' } : status),
    }),
  },
  {
    breaks: 'A54',
    fault: 'keeps what is submitted while offline, and sends it later',
    hooks: () => {
      const states = new Map<object, string>();
      const kept: (() => void)[] = [];
      return {
        status(status, next, place) {
          states.set(place, status.state);
          next(status);
          if (status.state === 'online') for (const send of kept.splice(0)) send();
        },
        submit(command, next, place) {
          if (states.get(place) === 'offline') kept.push(() => void next(command).catch(() => {}));
          return next(command);
        },
      };
    },
  },
  {
    breaks: 'A55',
    fault: 'hears nothing more once the connection is back',
    hooks: () => {
      const lost = periods();
      return {
        status(status, next, place) {
          lost.note(status.state, place);
          next(status);
        },
        changes: (changes, next, place) => void (lost.of(place) === 0 && next(changes)),
      };
    },
  },
  {
    breaks: 'A56',
    fault: 'a call whose answer is lost waits forever',
    hooks: () => {
      const lost = periods();
      const states = new Map<object, string>();
      return {
        status(status, next, place) {
          states.set(place, status.state);
          lost.note(status.state, place);
          next(status);
        },
        submit(command, next, place) {
          const wasOnline = states.get(place) === 'online';
          return next(command).catch(async (thrown: unknown) => {
            await new Promise((resolve) => setTimeout(resolve, 0));
            if (wasOnline && isOffline(thrown) && lost.of(place) > 0) return new Promise<never>(() => {});
            throw thrown;
          });
        },
      };
    },
  },
  {
    breaks: 'A57',
    fault: 'remembers ops only as long as it runs',
    hooks: () => {
      const lost = periods();
      const done = new Map<string, number>();
      return {
        status(status, next, place) {
          lost.note(status.state, place);
          next(status);
        },
        async submit(command, next, place) {
          if ((done.get(command?.op) ?? Infinity) < lost.of(place)) throw conflict();
          const answer = await next(command);
          done.set(command.op, lost.of(place));
          return answer;
        },
      };
    },
  },
];

const following: readonly Mutant[] = [
  {
    breaks: 'A58',
    fault: 'a sync leaves out posts that were taken back',
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        return answer.from === null ? answer : { ...answer, posts: answer.posts.filter(isPost) };
      },
    }),
    also: { rules: ['A59', 'A72'], why: 'their histories hold all commands of the other ones' },
  },
  {
    breaks: 'A59',
    fault: 'a sync leaves out posts that wait for a facilitator',
    hooks: () => ({
      async sync(cursor, next) {
        const answer = await next(cursor);
        if (answer.from === null) return answer;
        return { ...answer, posts: answer.posts.filter((entry) => !isPost(entry) || entry.state !== 'held') };
      },
    }),
    also: { rules: ['A72'], why: 'its histories hold posts that wait, too' },
  },
  {
    breaks: 'A60',
    fault: 'joins the stream of changes after it has answered the first sync',
    hooks: () => {
      const joined = new Set<object>();
      return {
        async sync(cursor, next, place) {
          const answer = await next(cursor);
          await new Promise((resolve) => setTimeout(resolve));
          joined.add(place);
          return answer;
        },
        changes: (changes, next, place) => void (joined.has(place) && next(changes)),
      };
    },
  },
];

/** Every fault, in the order of the rules. */
export const adapterMutants: readonly Mutant[] = [
  ...beginning,
  ...syncing,
  ...posting,
  ...refusing,
  ...editing,
  ...moderating,
  ...keepingPrivate,
  ...connecting,
  ...following,
  ...pagingMutants,
  ...lookMutants,
  ...learningMutants,
  ...indexMutants,
  ...closingMutants,
  ...pinningMutants,
];
