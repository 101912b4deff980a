// Figures for operators in the text form of Prometheus: what is open, what is asked, how long a commit takes.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Storage } from '../room/storage.ts';

/** What is open at a moment. */
export interface Open {
  readonly sockets: number;
  readonly rooms: number;
  /** Whether the other servers are reached; null where there are none. */
  readonly others: boolean | null;
}

/** The figures of a server. */
export interface Metrics {
  /** Counts an answer to a request: its event and how it ended (`ok`, or the code of the error). */
  answered(event: string, outcome: string): void;
  /** The same storage, its commits timed and its reads counted. */
  timed(storage: Storage): Storage;
  /** All figures as text. */
  text(): Promise<string>;
  /** The media type of that text. */
  readonly contentType: string;
}

/**
 * Figures that count from now on. `open` tells what is open at the moment it is asked. Those of the process itself are
 * sampled a hundred times in a second: only where somebody reads them.
 */
export function createMetrics(open: () => Open, isProcessSampled: boolean): Metrics {
  const registry = new Registry();
  if (isProcessSampled) collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge('peer_discussion_connections', 'Sockets that are open', () => open().sockets);
  gauge('peer_discussion_rooms', 'Rooms that somebody is in', () => open().rooms);
  gauge('peer_discussion_others_reached', '0 while Redis, and so the other servers, cannot be reached', () =>
    Number(open().others ?? true),
  );
  const answers = new Counter({
    name: 'peer_discussion_answers_total',
    help: 'Requests answered, by event and outcome',
    labelNames: ['event', 'outcome'],
    registers,
  });
  const commits = new Histogram({
    name: 'peer_discussion_commit_seconds',
    help: 'From a command to its durable commit',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5],
    registers,
  });
  const reads = new Counter({
    name: 'peer_discussion_reads_total',
    help: 'Reads of the database, by what was read',
    labelNames: ['what'],
    registers,
  });
  /** The same read, counted. */
  const counted =
    <Args extends readonly unknown[], Result>(what: string, read: (...args: Args) => Result) =>
    (...args: Args): Result => {
      reads.inc({ what });
      return read(...args);
    };
  return {
    answered: (event, outcome) => answers.inc({ event, outcome }),
    timed: (storage) => ({
      ...storage,
      since: counted('since', storage.since),
      everything: counted('everything', storage.everything),
      threads: counted('threads', storage.threads),
      threadOf: counted('thread', storage.threadOf),
      head: counted('head', storage.head),
      marks: counted('marks', storage.marks),
      list: counted('list', storage.list),
      async commit(attempt, decide) {
        const end = commits.startTimer();
        try {
          return await storage.commit(attempt, decide);
        } finally {
          end();
        }
      },
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
