// Storages that break one promise each: for every rule one, as data. Each is a fault that somebody could make.
import type { StoredPost } from '../../src/model/post.ts';
import { emptyHead, type Mark, type Outcome, type Slice, type Storage } from '../../src/room/storage.ts';
import { threadMutants } from './thread-mutants.ts';

/** A fault, and the rule it breaks. */
export interface StorageMutant {
  readonly breaks: string;
  readonly fault: string;
  /** Puts the fault around a storage; a storage opened again gets it anew. */
  readonly spoil: (inner: Storage, isReopened: boolean) => Partial<Storage>;
}

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const posts = (slice: Slice, change: (posts: StoredPost[]) => StoredPost[]): Slice => ({
  ...slice,
  posts: change([...slice.posts]),
});

const committing: readonly StorageMutant[] = [
  {
    breaks: 'S1',
    fault: 'the outcome leaves out what was decided',
    spoil: (inner) => ({
      async commit(attempt, decide) {
        const outcome = await inner.commit(attempt, decide);
        if (outcome.kind === 'known') return outcome;
        return { ...outcome, decision: { ...outcome.decision, post: null } };
      },
    }),
  },
  {
    breaks: 'S2',
    fault: 'a known op is answered with the head of that time',
    spoil: (inner) => {
      const heads = new Map<string, string>();
      return {
        async commit(attempt, decide) {
          const outcome = await inner.commit(attempt, decide);
          const key = `${attempt.room} ${attempt.op}`;
          if (outcome.kind === 'known') return { ...outcome, head: heads.get(key) ?? outcome.head };
          heads.set(key, outcome.to);
          return outcome;
        },
      };
    },
  },
  {
    breaks: 'S3',
    fault: 'wraps what the decision throws',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, decide).catch((thrown: unknown) => {
          throw new Error('the transaction failed', { cause: thrown });
        }),
    }),
  },
  {
    breaks: 'S4',
    fault: 'reads only the first of the posts asked for',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, (standing) => decide({ ...standing, found: new Map([...standing.found].slice(0, 1)) })),
    }),
  },
  {
    breaks: 'S5',
    fault: 'gives decisions no record',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, (standing) => decide({ ...standing, about: { title: null, url: null } })),
    }),
  },
  {
    breaks: 'S6',
    fault: 'acknowledges every other commit later',
    spoil: (inner) => {
      let count = 0;
      return {
        async commit(attempt, decide) {
          const isLate = count++ % 2 === 0;
          const outcome = await inner.commit(attempt, decide);
          if (isLate) await turn();
          return outcome;
        },
      };
    },
  },
  {
    breaks: 'S7',
    fault: 'rejects an op that is under way',
    spoil: (inner) => {
      const busy = new Set<string>();
      return {
        async commit(attempt, decide) {
          if (busy.has(attempt.op)) throw new Error('busy');
          busy.add(attempt.op);
          return inner.commit(attempt, decide).finally(() => busy.delete(attempt.op));
        },
      };
    },
  },
  {
    breaks: 'S8',
    fault: 'what is under way fails together',
    spoil: (inner) => {
      let underWay: Promise<Outcome>[] = [];
      return {
        async commit(attempt, decide) {
          const before = underWay;
          const call = inner.commit(attempt, decide);
          underWay = [...before, call];
          await Promise.all(before).finally(() => (underWay = underWay.filter((other) => other !== call)));
          return call;
        },
      };
    },
  },
  {
    breaks: 'S9',
    fault: 'passes over a head that was given before',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, decide).catch(async (thrown: unknown) => {
          const head =
            thrown instanceof Error && thrown.message.includes('head') ? await inner.head(attempt.room) : null;
          if (head === null) throw thrown;
          return { kind: 'known', head, by: attempt.by, print: attempt.print };
        }),
    }),
  },
  {
    breaks: 'S10',
    fault: 'reads the head after the posts',
    spoil: (inner) => ({
      async everything(room) {
        const slice = await inner.everything(room);
        return { ...slice, head: await inner.head(room) };
      },
    }),
  },
];

const reading: readonly StorageMutant[] = [
  {
    breaks: 'S11',
    fault: 'does not know the empty head of a room nobody wrote to',
    spoil: (inner) => ({
      async since(room, head) {
        const slice = await inner.since(room, head);
        return slice?.head === emptyHead ? null : slice;
      },
    }),
  },
  {
    breaks: 'S12',
    fault: 'lists posts in the order of their last change',
    spoil: (inner) => ({
      async since(room, head) {
        const slice = await inner.since(room, head);
        return slice && posts(slice, (all) => all.sort((a, b) => a.revision - b.revision));
      },
    }),
  },
  {
    breaks: 'S13',
    fault: 'compares heads without regard to case',
    spoil: (inner) => ({ since: (room, head) => inner.since(room, head.toLowerCase()) }),
  },
  {
    breaks: 'S14',
    fault: 'keeps posts by their id alone',
    spoil: (inner) => {
      const last = new Map<string, StoredPost>();
      return {
        async commit(attempt, decide) {
          const outcome = await inner.commit(attempt, decide);
          if (outcome.kind === 'applied' && outcome.decision.post !== null)
            last.set(outcome.decision.post.id, structuredClone(outcome.decision.post));
          return outcome;
        },
        async everything(room) {
          return posts(await inner.everything(room), (all) =>
            all.map((post) => structuredClone(last.get(post.id) ?? post)),
          );
        },
      };
    },
  },
  {
    breaks: 'S15',
    fault: 'keeps what a post stored again does not mention',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, (standing) => {
          const decision = decide(standing);
          const before = decision.post === null ? undefined : standing.found.get(decision.post.id);
          return decision.post === null ? decision : { ...decision, post: { ...before, ...decision.post } };
        }),
    }),
  },
  {
    breaks: 'S16',
    fault: 'gives no record with what changed',
    spoil: (inner) => ({
      async since(room, head) {
        const slice = await inner.since(room, head);
        return slice === null || head === emptyHead ? slice : { ...slice, about: { title: null, url: null } };
      },
    }),
  },
  {
    breaks: 'S17',
    fault: 'normalises bodies',
    spoil: (inner) => ({
      commit: (attempt, decide) =>
        inner.commit(attempt, (standing) => {
          const decision = decide(standing);
          const post = decision.post && { ...decision.post, body: decision.post.body.normalize('NFC') };
          return { ...decision, post };
        }),
    }),
  },
  {
    breaks: 'S18',
    fault: 'hands out the very objects it keeps',
    spoil: (inner) => {
      const kept = new Map<string, Slice>();
      return {
        async everything(room) {
          const slice = await inner.everything(room);
          const key = `${room} ${slice.head}`;
          const before = kept.get(key) ?? structuredClone(slice);
          kept.set(key, before);
          return before;
        },
      };
    },
  },
];

const keeping: readonly StorageMutant[] = [
  {
    breaks: 'S19',
    fault: 'new marks replace the ones before',
    spoil: (inner) => {
      const last = new Map<string, readonly string[]>();
      return {
        mark(room, person, ids, at) {
          last.set(`${room} ${person}`, ids);
          return inner.mark(room, person, ids, at);
        },
        async marks(room, person) {
          const ids = last.get(`${room} ${person}`);
          return (await inner.marks(room, person)).filter(({ id }) => ids === undefined || ids.includes(id));
        },
      };
    },
  },
  {
    breaks: 'S20',
    fault: 'marks whatever id it is given',
    spoil: (inner) => {
      const marked = new Map<string, Map<string, Mark>>();
      return {
        async mark(room, person, ids, at) {
          const key = `${room} ${person}`;
          const before = marked.get(key) ?? [];
          marked.set(key, new Map([...ids.map((id) => [id, { id, at }] as const), ...before]));
          await inner.mark(room, person, ids, at);
        },
        async marks(room, person) {
          const kept = await inner.marks(room, person);
          const all = new Map([
            ...(marked.get(`${room} ${person}`) ?? []),
            ...kept.map((one) => [one.id, one] as const),
          ]);
          return [...all.values()];
        },
      };
    },
  },
  {
    breaks: 'S21',
    fault: 'lists rooms in which somebody only has marks',
    spoil: (inner) => {
      const marked = new Set<string>();
      return {
        async mark(room, person, ids, at) {
          marked.add(room);
          await inner.mark(room, person, ids, at);
        },
        rooms: async () => [...new Set([...(await inner.rooms()), ...marked])].sort(),
      };
    },
  },
  {
    breaks: 'S22',
    fault: 'a second close() rejects',
    spoil: (inner) => {
      let isClosed = false;
      return {
        async close() {
          if (isClosed) throw new Error('closed already');
          isClosed = true;
          await inner.close();
        },
      };
    },
  },
  {
    breaks: 'S23',
    fault: 'still tells the head after close()',
    spoil: (inner) => ({ head: (room) => inner.head(room).catch(() => emptyHead) }),
  },
  {
    breaks: 'S24',
    fault: 'remembers ops only as long as it is open',
    spoil: (inner, isReopened) => ({
      async commit(attempt, decide) {
        const outcome = await inner.commit(attempt, decide);
        if (outcome.kind === 'applied' || !isReopened) return outcome;
        return inner.commit({ ...attempt, op: `${attempt.op} again` }, decide);
      },
    }),
  },
];

const readingTime: StorageMutant = {
  breaks: 'S30',
  fault: 'keeps the last time a post was read',
  spoil: (inner) => {
    const last = new Map<string, string>();
    return {
      mark(room, person, ids, at) {
        for (const id of ids) last.set(`${room} ${person} ${id}`, at);
        return inner.mark(room, person, ids, at);
      },
      async marks(room, person) {
        const kept = await inner.marks(room, person);
        return kept.map(({ id, at }) => ({ id, at: last.get(`${room} ${person} ${id}`) ?? at }));
      },
    };
  },
};

const listing: StorageMutant = {
  breaks: 'S31',
  fault: 'lists what everybody has read',
  spoil: (inner) => {
    const people = new Set<string>();
    return {
      mark(room, person, ids, at) {
        people.add(person);
        return inner.mark(room, person, ids, at);
      },
      async list(prefix, person) {
        const lists = await Promise.all([...people, person].map((one) => inner.list(prefix, one)));
        return (lists.at(-1) ?? []).map((row, place) => ({
          ...row,
          read: [...new Set(lists.flatMap((list) => list[place]?.read ?? []))],
        }));
      },
    };
  },
};

/** Every fault, in the order of the rules. */
export const storageMutants: readonly StorageMutant[] = [
  ...committing,
  ...reading,
  ...keeping,
  ...threadMutants,
  readingTime,
  listing,
];
