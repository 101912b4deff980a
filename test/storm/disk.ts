// A disk of a simulated server: the reference storage, with the time that durable writing takes, writes that fail, and
// processes that die before, while or after they wrote. Reads wait for the write that is under way, as in one SQLite handle.
import { newOp } from '../../src/model/op.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import type { Attempt, Decision, Outcome, Standing, Storage } from '../../src/room/storage.ts';
import type { Clock } from '../../src/store/clock.ts';
import type { CommitRow, Rows } from './evidence.ts';
import { postRow } from './post-row.ts';

/** What a broken storage does; only mutants have any of it. */
export interface DiskFlaws {
  /** Answers before the write is durable. */
  readonly answersEarly?: boolean;
  /** Remembers in the process alone which operations it has carried out. */
  readonly forgetsOps?: boolean;
}

/** How much goes wrong. */
export interface DiskWeather {
  /** Chance that a write fails and leaves nothing, as on a full disk. */
  readonly failBefore: number;
  /** Chance that a write is there, and is reported as failed. */
  readonly failAfter: number;
  readonly maxWriteMs: number;
}

/** A disk, and the process that uses it now. */
export interface Disk {
  readonly storage: Storage;
  /** How many steps there are on it. */
  readonly length: number;
  readonly failures: number;
  /** From now on writes fail, or do not. */
  setCalm(isCalm: boolean): void;
  /** The process dies: what is not durable yet is gone, and nobody hears of what was. */
  kill(): void;
  /** Puts the disk back to its first so many steps. */
  restore(length: number): void;
  commits(room: string): CommitRow[];
  rows(room: string): Promise<Rows>;
}

type Step =
  | { readonly attempt: Attempt; readonly decision: Decision; readonly storedAs: Attempt }
  | { readonly marks: Parameters<Storage['mark']> };

interface Waiting {
  /** Carries the write out in memory; what is to be done once it is durable, and what is to be logged. */
  readonly work: (memory: Storage) => Promise<{ readonly step: Step | null; readonly answer: () => void }>;
  readonly reject: (error: unknown) => void;
}

/** An empty disk. */
export function createDisk(clock: Clock, random: () => number, weather: DiskWeather, flaws: DiskFlaws = {}): Disk {
  let memory = createMemoryStorage();
  let log: readonly Step[] = [];
  let process = 0;
  let carriedOut = new Set<string>();
  let waiting: Waiting[] = [];
  let writing: Promise<void> | null = null;
  let failures = 0;
  let isCalm = true;
  const happens = (chance: number): boolean => !isCalm && random() < chance;
  const pass = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  async function rebuild(): Promise<void> {
    memory = createMemoryStorage();
    for (const step of log)
      if ('marks' in step) await memory.mark(...step.marks);
      else await memory.commit(step.storedAs, () => step.decision);
  }

  /** All that gathered shares one write: nobody hears of anything before it is durable. */
  async function write(): Promise<void> {
    const batch = waiting;
    const owner = process;
    waiting = [];
    const steps: Step[] = [];
    const answers: (() => void)[] = [];
    for (const { work, reject } of batch)
      try {
        const { step, answer } = await work(memory);
        if (step !== null) steps.push(step);
        if (flaws.answersEarly === true) answer();
        answers.push(answer);
      } catch (thrown) {
        answers.push(() => reject(thrown));
      }
    let isOnDisk = steps.length === 0;
    const fail = async (): Promise<void> => {
      for (const { reject } of batch) reject(new Error('the disk failed'));
      if (!isOnDisk) await rebuild();
    };
    await pass(random() * weather.maxWriteMs);
    if (owner !== process) return fail();
    if (happens(weather.failBefore)) {
      failures++;
      return fail();
    }
    log = [...log, ...steps];
    isOnDisk = true;
    await pass(random() * 2);
    if (owner !== process) return fail();
    // Of marks nobody would hear: their reader may be gone, and they are no part of the history.
    if (!steps.some((step) => 'marks' in step) && happens(weather.failAfter)) {
      failures++;
      return fail();
    }
    for (const answer of answers) answer();
  }

  const start = (): void => {
    if (writing !== null || waiting.length === 0) return;
    writing = write().finally(() => {
      writing = null;
      start();
    });
  };
  const put = (work: Waiting['work'], reject: Waiting['reject']): void => {
    waiting.push({ work, reject });
    start();
  };
  const read = async <T>(work: (from: Storage) => Promise<T>): Promise<T> => {
    while (writing !== null) await writing;
    return work(memory);
  };

  const commit = (attempt: Attempt, decide: (standing: Standing) => Decision): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      put(async (into) => {
        const isForgotten = flaws.forgetsOps === true && !carriedOut.has(attempt.op);
        const storedAs = isForgotten ? { ...attempt, op: newOp() } : attempt;
        const outcome = await into.commit(storedAs, decide);
        carriedOut.add(attempt.op);
        const step = outcome.kind === 'applied' ? { attempt, decision: outcome.decision, storedAs } : null;
        return { step, answer: () => resolve(outcome) };
      }, reject);
    });

  const commits = (room: string): CommitRow[] =>
    log
      .flatMap((step) => ('marks' in step || step.attempt.room !== room ? [] : [step]))
      .map(({ attempt: { op, by }, decision: { head, post } }, place) => ({
        ...{ seq: place + 1, head, op, by },
        postId: post?.id ?? null,
      }));

  return {
    storage: {
      commit,
      mark: (...marks) =>
        new Promise((resolve, reject) => {
          put(async (into) => {
            await into.mark(...marks);
            return { step: { marks }, answer: resolve };
          }, reject);
        }),
      since: (room, head) => read((from) => from.since(room, head)),
      everything: (room) => read((from) => from.everything(room)),
      threads: (...asked) => read((from) => from.threads(...asked)),
      threadOf: (room, postId) => read((from) => from.threadOf(room, postId)),
      head: (room) => read((from) => from.head(room)),
      marks: (room, person) => read((from) => from.marks(room, person)),
      rooms: () => read((from) => from.rooms()),
      list: (prefix, person) => read((from) => from.list(prefix, person)),
      close: async () => {},
    },
    get length() {
      return log.length;
    },
    get failures() {
      return failures;
    },
    setCalm(isNow) {
      isCalm = isNow;
    },
    kill() {
      process++;
      carriedOut = new Set();
      for (const { reject } of waiting) reject(new Error('the process died'));
      waiting = [];
    },
    restore(length) {
      log = log.slice(0, length);
      const before = writing;
      writing = (async () => {
        await before;
        await rebuild();
      })().finally(() => {
        writing = null;
        start();
      });
    },
    commits,
    async rows(room) {
      const { head, posts } = await read((from) => from.everything(room));
      return {
        head,
        commits: commits(room),
        posts: posts.map((post) => postRow(post, post.order)),
      };
    },
  };
}
