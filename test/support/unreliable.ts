// A bad network around a good adapter: it delays, loses, doubles, reorders and cuts, and loses answers whose question
// arrived. What it did is counted, so that a test can tell that it did.
import type { Adapter, Listener, Session, Status } from '../../src/adapters/adapter.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Clock } from '../../src/store/clock.ts';

/** How often each trouble comes, from 0 to 1; how long things take. */
export interface Weather {
  readonly loseQuestion: number;
  readonly loseAnswer: number;
  readonly loseChange: number;
  readonly doubleChange: number;
  readonly maxDelayMs: number;
}

/** What a network did. */
export interface Damage {
  questionsLost: number;
  answersLost: number;
  changesLost: number;
  changesDoubled: number;
  cuts: number;
}

/** A network of one person. */
export interface Network {
  readonly adapter: Adapter;
  readonly damage: Damage;
  /** Ends every connection now; new ones fail until `heal`. */
  cut(): void;
  heal(): void;
  /** From now on nothing goes wrong and everything is quick. */
  calm(): void;
}

const answerTimeoutMs = 1_000;
const lost = (): DiscussionError => new DiscussionError('offline', 'no answer in time');

/** Puts a bad network around an adapter. */
export function unreliable(inner: Adapter, clock: Clock, random: () => number, weather: Weather): Network {
  const damage: Damage = { questionsLost: 0, answersLost: 0, changesLost: 0, changesDoubled: 0, cuts: 0 };
  const lines = new Set<{ drop(): void; restore(): void }>();
  let isCut = false;
  let isCalm = false;
  const happens = (chance: number): boolean => !isCalm && random() < chance;
  const later = (work: () => void): void => void clock.after(isCalm ? 1 : random() * weather.maxDelayMs, work);

  function open(discussion: string, listener: Listener): Session {
    let online: Status | null = null;
    /** Counts the connections of this session: what belongs to an earlier one is lost with it. */
    let line = 0;
    let isClosed = false;
    const tell = (work: () => void): void => {
      const current = line;
      later(() => {
        if (!isClosed && current === line && !isCut) work();
      });
    };
    const session = inner.open(discussion, {
      status(status) {
        if (status.state === 'online') online = status;
        tell(() => listener.status(status));
      },
      mine: (mine) => tell(() => listener.mine(mine)),
      changes(changes) {
        if (happens(weather.loseChange)) return void damage.changesLost++;
        tell(() => listener.changes(changes));
        if (!happens(weather.doubleChange)) return;
        damage.changesDoubled++;
        tell(() => listener.changes(changes));
      },
    });
    const ends = {
      drop() {
        line++;
        if (!isClosed) clock.after(0, () => !isClosed && listener.status({ state: 'offline' }));
      },
      restore: () => tell(() => online !== null && listener.status(online)),
    };
    lines.add(ends);

    /** Sends a question and its answer through the weather. */
    function ask<T>(question: () => Promise<T>): Promise<T> {
      const current = line;
      return new Promise<T>((resolve, reject) => {
        const giveUp = (): void => void clock.after(answerTimeoutMs, () => reject(lost()));
        if (isCut) return reject(lost());
        if (happens(weather.loseQuestion)) {
          damage.questionsLost++;
          return giveUp();
        }
        later(() => {
          const isAnswerLost = happens(weather.loseAnswer);
          if (isAnswerLost) damage.answersLost++;
          const bring = (work: () => void): void => (isAnswerLost || current !== line ? giveUp() : later(work));
          question().then(
            (answer) => bring(() => resolve(answer)),
            (thrown: unknown) => bring(() => reject(thrown)),
          );
        });
      });
    }

    const { older } = session;
    return {
      sync: (cursor, window) => ask(() => session.sync(cursor, window)),
      ...(older !== undefined && { older: (more) => ask(() => older(more)) }),
      submit: (command) => ask(() => session.submit(command)),
      close() {
        isClosed = true;
        lines.delete(ends);
        session.close();
      },
    };
  }

  return {
    adapter: { open },
    damage,
    cut() {
      isCut = true;
      damage.cuts++;
      for (const line of lines) line.drop();
    },
    heal() {
      isCut = false;
      for (const line of lines) line.restore();
    },
    calm() {
      isCalm = true;
    },
  };
}
