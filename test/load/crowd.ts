// A process full of readers, told what to do by the process that started it: come in, post, count, come back.
import { newOp } from '../../src/model/op.ts';
import type { Changes } from '../../src/model/post.ts';
import { signMember } from '../../src/server/auth.ts';
import { createReader, type Place, type Reader } from './reader.ts';
import { openWire } from './wire.ts';

/** Readers come in so many at a time. */
const atOnce = 100;

/** Who comes in, and where. */
export interface Entry {
  readonly place: Place;
  readonly count: number;
  /** The key that signs them on; they read without a name unless given. */
  readonly key?: string;
  /** The crowd's number: its readers come from an address of their own, never from the servers'. */
  readonly crowd: number;
  readonly bytesPerSecond?: number;
  /** Whoever is cut comes back after a second. */
  readonly comesBack?: boolean;
}

/** Posts at a pace, each by the next reader in turn. */
export interface Pace {
  readonly count: number;
  readonly everyMs: number;
  readonly body: string;
  /** Only so many of the readers write: the first ones. */
  readonly writers?: number;
}

/** Posts as fast as they go, so many of them, and so many under way at any time. */
export interface Saturation {
  readonly underWay: number;
  readonly posts: number;
  readonly body: string;
}

/** What was counted since the last `reset`. */
export interface Report {
  readonly connected: number;
  /** Posts taken live, over all readers. */
  readonly deliveries: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Times that a reader missed something. */
  readonly gaps: number;
  /** Connections that ended. */
  readonly gone: number;
  /** The heads that readers hold. */
  readonly heads: readonly string[];
}

/** How posts ended: milliseconds to their answers, and how many met which error. */
export interface Posted {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
}

/** Milliseconds of a clock that all processes of a machine share. */
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const quantile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

let readers: Reader[] = [];
let latencies: number[] = [];
let gone = 0;
let gapsBefore = 0;
/** Whose turn it is to write: the server lets each of them send a few at once. */
let nextWriter = 0;
let onDelivery = (_postId: string): void => {};

const gapsNow = (): number => readers.reduce((sum, { gaps }) => sum + gaps(), 0);

function count({ posts }: Changes): void {
  const now = nowMs();
  for (const post of posts) {
    if (!('body' in post)) continue;
    latencies.push(now - Number.parseFloat(post.body));
    onDelivery(post.id);
  }
}

/** Lets all of them do something, so many at a time. */
async function inTurns<T>(all: readonly T[], act: (one: T) => Promise<unknown>): Promise<number> {
  const started = nowMs();
  const left = [...all];
  const worker = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return nowMs() - started;
}

async function make(entry: Entry, place: number): Promise<Reader> {
  const { key, crowd, bytesPerSecond, comesBack = false } = entry;
  const person = { id: `member-${crowd}-${readers.length + place}`, name: 'Member of the crowd' };
  const reader: Reader = createReader({
    place: entry.place,
    token: key === undefined ? null : await signMember({ id: entry.place.site, key }, person, 600),
    localAddress: `127.0.0.${crowd + 2}`,
    onChanges: count,
    onGone() {
      gone++;
      if (comesBack) setTimeout(() => void reader.enter(entry.place.port), 1_000);
    },
    ...(bytesPerSecond !== undefined && { bytesPerSecond }),
  });
  return reader;
}

const command = (body: string) => ({ type: 'create', op: newOp(), parentId: null, body: `${nowMs()} ${body}` });

async function post(reader: Reader, body: string, times: number[], refused: Record<string, number>): Promise<void> {
  const asked = nowMs();
  const answer = await reader.ask('submit', command(body));
  if ('ok' in answer) times.push(nowMs() - asked);
  else refused[answer.error.code] = (refused[answer.error.code] ?? 0) + 1;
}

/** Everything a crowd can be told. */
export const orders = {
  async enter(entry: Entry): Promise<{ ms: number; failed: number }> {
    const made = await Promise.all(Array.from({ length: entry.count }, (_, place) => make(entry, place)));
    readers.push(...made);
    let failed = 0;
    const ms = await inTurns(made, async (reader) => void ((await reader.enter(entry.place.port)) || failed++));
    return { ms, failed };
  },

  /** Comes in again where the connection ended. */
  async comeBack(port: number): Promise<{ ms: number }> {
    const away = readers.filter(({ isConnected }) => !isConnected());
    const ms = await inTurns(away, async (reader) => {
      while (!(await reader.enter(port))) await pause(50);
    });
    return { ms };
  },

  async reset(): Promise<void> {
    latencies = [];
    gone = 0;
    gapsBefore = gapsNow();
  },

  async report(): Promise<Report> {
    return {
      connected: readers.filter(({ isConnected }) => isConnected()).length,
      deliveries: latencies.length,
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      maxMs: quantile(latencies, 1),
      gaps: gapsNow() - gapsBefore,
      gone,
      heads: [...new Set(readers.map(({ head }) => String(head())))],
    };
  },

  async post({ count: wanted, everyMs, body, writers = readers.length }: Pace): Promise<Posted> {
    const times: number[] = [];
    const refused: Record<string, number> = {};
    const started = nowMs();
    const answers: Promise<void>[] = [];
    for (let place = 0; place < wanted; place++) {
      const waitMs = started + place * everyMs - nowMs();
      if (waitMs > 0) await pause(waitMs);
      const reader = readers[place % writers];
      if (reader !== undefined) answers.push(post(reader, body, times, refused));
    }
    await Promise.all(answers);
    return { p50Ms: quantile(times, 0.5), p99Ms: quantile(times, 0.99), accepted: times.length, refused };
  },

  /**
   * Keeps so many posts under way until all of them are made, each by the next reader in turn: a post is done when every
   * reader has it.
   * @throws Error where the server refuses one
   */
  async saturate({ underWay, posts, body }: Saturation): Promise<{ perSecond: number }> {
    const missing = new Map<string, number>();
    const done = new Map<string, () => void>();
    onDelivery = (postId) => {
      const left = (missing.get(postId) ?? readers.length) - 1;
      missing.set(postId, left);
      if (left === 0) done.get(postId)?.();
    };
    let begun = 0;
    const started = nowMs();
    const one = async (): Promise<void> => {
      while (begun++ < posts) {
        const asked = command(body);
        const everywhere = new Promise<void>((resolve) => done.set(asked.op, resolve));
        const answer = await readers[nextWriter++ % readers.length]?.ask('submit', asked);
        if (answer !== undefined && 'error' in answer) throw new Error(`a post was refused: ${answer.error.code}`);
        await everywhere;
      }
    };
    await Promise.all(Array.from({ length: underWay }, one));
    onDelivery = () => {};
    return { perSecond: (posts * readers.length * 1_000) / (nowMs() - started) };
  },

  async quicken(): Promise<void> {
    for (const reader of readers) reader.quicken();
  },

  /** One reader asks something. */
  async ask({ event, args }: { event: string; args: readonly unknown[] }): Promise<{ ms: number; bytes: number }> {
    const asked = nowMs();
    const answer = await readers[0]?.ask(event, ...args);
    return { ms: nowMs() - asked, bytes: JSON.stringify(answer).length };
  },

  /** Knocks so often without a token; how many were told no. */
  async knock({ place, perSecond, seconds, crowd }: Knock): Promise<{ refused: number; ms: number }> {
    const started = nowMs();
    let refused = 0;
    const knocks: Promise<void>[] = [];
    for (let turn = 0; turn < perSecond * seconds; turn++) {
      const waitMs = started + (turn * 1_000) / perSecond - nowMs();
      if (waitMs > 1) await pause(waitMs);
      const localAddress = `127.0.0.${crowd + 2}`;
      const reader = createReader({ place, token: null, localAddress, onChanges: () => {}, onGone: () => {} });
      knocks.push(reader.enter(place.port).then((isIn) => void (isIn || refused++)));
    }
    await Promise.all(knocks);
    return { refused, ms: nowMs() - started };
  },

  /** Sends each of these texts on a connection of its own, so often, and waits until each connection has ended or stood. */
  async garble({ place, texts, times }: { place: Place; texts: readonly string[]; times: number }): Promise<void> {
    const all = Array.from({ length: times }, () => texts).flat();
    await inTurns(all, (text) => garble(place, text));
  },

  /** All connections end; what was read stays held. */
  async part(): Promise<void> {
    for (const reader of readers) reader.leave();
  },

  async leave(): Promise<void> {
    for (const reader of readers) reader.leave();
    readers = [];
    await orders.reset();
  },
};

/** Who knocks, and how often. */
export interface Knock {
  readonly place: Place;
  readonly perSecond: number;
  readonly seconds: number;
  readonly crowd: number;
}

/** Comes in, sends this, and asks for something after it; ends when that is answered, or with the connection. */
function garble({ port, origin, site, discussion }: Place, text: string): Promise<void> {
  return new Promise((resolve) => {
    const wire = openWire({
      ...{ port, origin, path: '/socket/', localAddress: '127.0.0.9', onClose: resolve },
      onText(said) {
        if (said.startsWith('0')) wire.send(`40${JSON.stringify({ protocol: 1, site, discussion })}`);
        else if (said.startsWith('42["welcome"')) {
          wire.send(text);
          wire.send('4299["sync",null,null]');
        } else if (said.startsWith('4399')) wire.close();
      },
    });
  });
}

/** The orders by name, as they are told to another process. */
export type Orders = typeof orders;

process.on('message', ({ id, order, details }: { id: number; order: keyof Orders; details: never }) => {
  (orders[order] as (details: never) => Promise<unknown>)(details).then(
    (result) => process.send?.({ id, result }),
    (thrown: unknown) => process.send?.({ id, error: String(thrown) }),
  );
});
process.on('disconnect', () => process.exit());
