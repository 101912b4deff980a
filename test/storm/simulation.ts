// A storm out of one seed, with a turned clock: five people in two discussions, over networks that lose, double, reorder
// and cut, on a server that is killed, whose disk fails, and that is put back to a backup. The rooms, the storage's
// rules and the stores are the product's own. The same seed is the same storm, to the last byte.
import { createHash } from 'node:crypto';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { asDiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { ArrangeCommand } from '../../src/model/command.ts';
import type { Person, PostCommand, Window } from '../../src/model/post.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import { createRoom, type Room } from '../../src/room/room.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Clock } from '../../src/store/clock.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, createKeyValue, type FakeClock } from '../support/fake-clock.ts';
import { replace } from '../support/replace.ts';
import { createRandom, pick } from '../support/seeded.ts';
import { turnIntervals } from '../support/turn-intervals.ts';
import { judge, type Broken } from './checker.ts';
import { choose } from './choose.ts';
import { createDisk, type DiskFlaws } from './disk.ts';
import type { CommitRow, Evidence, Shown } from './evidence.ts';
import { createPipe, type Faults, type Pipe, type Upstream } from './pipe.ts';
import { noteAnswers, noteAsked, noteShown, toldOf, type Record as Notes } from './recorder.ts';

/** What is broken on purpose, to see whether a storm shows it. */
export interface Flaws {
  readonly disk?: DiskFlaws;
  /** Comes between every connection and the server. */
  readonly pipe?: (adapter: Adapter, clock: Clock) => Adapter;
}

/** What came of a storm. */
export interface Aftermath {
  readonly broken: readonly Broken[];
  readonly faults: Faults;
  /** Commands that were asked for. */
  readonly operations: number;
  /** A digest of all that happened. */
  digest(): string;
}

const discussions = ['first', 'second'] as const;
/** Operations of one storm in each discussion. */
const operationsEach = 20;
const mostPages = 100;

interface Seat {
  readonly name: string;
  readonly discussion: string;
  readonly notes: Notes;
  readonly shown: Shown[];
  readonly keyValue: ReturnType<typeof createKeyValue>;
  store: Store;
  leave(): void;
}

interface Member {
  readonly name: string;
  me: Person | null;
  readonly pipe: Pipe;
}

const facilitator: Person = { id: 'rosa', name: 'Rosa', role: 'facilitator' };

/** What the second discussion of a gated storm begins with: colleagues' answers are seen by whoever has answered … */
const gated: Prompt = {
  ...{ id: 'why', version: 1, title: 'Why?', text: 'Say why.', state: 'open', kinds: [], timeZone: 'UTC' },
  stages: [{ name: 'open', instruction: '', gate: { type: 'post-first', words: 1, kind: null }, from: null }],
  ...{ mixer: null, summary: null },
  credit: {
    ...{ answerWords: 1, colleagues: 0, replyWords: 0, readPercent: 0, comesBack: false, applyWords: 0 },
    isAttested: true,
  },
};
/** … and what everybody sees. */
const open: Prompt = {
  ...{ ...gated, id: 'how', title: 'How?', text: 'Say how.' },
  stages: [{ name: 'open', instruction: '', gate: { type: 'open' }, from: null }],
};

/** Two members of whom one is at times an expert or a facilitator, a guest, a facilitator, and somebody who only reads. */
const people: readonly (Person | null)[] = [
  { id: 'amina', name: 'Amina', role: 'member' },
  { id: 'jonas', name: 'Jonas', role: 'member' },
  { id: 'guest:noor', name: 'Noor', role: 'guest' },
  facilitator,
  null,
];

/** Raises the storm of a seed and judges what it left. */
export async function raise(seed: number, flaws: Flaws = {}): Promise<Aftermath> {
  const chance = createRandom(seed ^ 0x5eed);
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0; // nobody reads the stacks of so many refusals
  const random = createRandom(seed);
  const clock = createFakeClock(random);
  const restoreIntervals = turnIntervals(clock);
  const restoreChance = replace(Object.getPrototypeOf(crypto) as object, 'getRandomValues', (bytes: Uint8Array) => {
    for (let place = 0; place < bytes.length; place++) bytes[place] = chance() * 256;
    return bytes;
  });
  try {
    return await run(seed, flaws, random, clock);
  } finally {
    restoreChance();
    restoreIntervals();
    Error.stackTraceLimit = stackTraceLimit;
  }
}

async function run(seed: number, flaws: Flaws, random: () => number, clock: FakeClock): Promise<Aftermath> {
  const faults: Faults = {};
  const count = (kind: string, times = 1): void => void (faults[kind] = (faults[kind] ?? 0) + times);
  const diskWeather = { failBefore: random() * 0.1, failAfter: random() * 0.05, maxWriteMs: 2 + random() * 40 };
  const disk = createDisk(clock, random, diskWeather, flaws.disk);
  /** Every third storm has a gate in one discussion; roles then stay, since a gate shuts again behind a role. */
  const isGated = seed % 3 === 0;
  const window: Window | null = seed % 2 === 0 ? { threads: 3, order: random() < 0.5 ? 'newest' : 'oldest' } : null;
  const notes = new Map<string, Notes>(discussions.map((id) => [id, { asked: [], ended: [] }]));
  const notesOf = (discussion: string): Notes => notes.get(discussion) ?? { asked: [], ended: [] };
  const lost: { readonly at: number; readonly commits: ReadonlyMap<string, readonly CommitRow[]> }[] = [];
  const broken: Broken[] = [];

  let rooms = new Map<string, Room>();
  let isUp = true;
  const server: Upstream = {
    get isUp() {
      return isUp;
    },
    room(discussion) {
      const { storage } = disk;
      const key = discussion;
      const room = rooms.get(key) ?? createRoom({ key, discussion, guestPosts: 'held', storage, now: clock.now });
      rooms.set(key, room);
      return room;
    },
  };

  /** Has something done before the storm, over no network. */
  function prepare(discussion: string, by: Person, command: PostCommand | ArrangeCommand): void {
    const { asked, ended } = notesOf(discussion);
    asked.push({ command, by, at: clock.now() });
    void server
      .room(discussion)
      .submit(plainLens(by), command)
      .then(({ to }) => ended.push({ op: command.op, at: clock.now(), refusal: null, head: to }));
  }
  const untilPrepared = async (): Promise<void> => {
    while ([...notes.values()].some(({ asked, ended }) => ended.length < asked.length)) await clock.pass(50);
  };

  async function writePast(): Promise<void> {
    for (const discussion of discussions) {
      const write = (author: Person, parentId: string | null, body: string): string => {
        const op = newOp();
        prepare(discussion, author, { type: 'create', op, parentId, body });
        return op;
      };
      const writers = people.filter((person) => person !== null);
      const threads = writers.concat(writers).map((author, place) => {
        return { op: write(author, null, `past ${place} of ${discussion}`), isOpen: author.role !== 'guest' };
      });
      await untilPrepared();
      for (const [place, { op, isOpen }] of threads.entries())
        if (isOpen) write(facilitator, op, `past reply ${place} of ${discussion}`);
      await untilPrepared();
    }
  }

  for (const prompt of isGated ? [gated, open] : []) {
    prepare(discussions[1], facilitator, { type: 'arrange', op: newOp(), prompt });
    await untilPrepared();
  }
  if (window !== null) await writePast();
  disk.setCalm(false);

  /** An expert sees behind gates; in every other storm that has one there is such a person. */
  const asExpert = (me: Person | null): Person | null =>
    isGated && seed % 4 < 2 && me?.id === 'jonas' ? { ...me, role: 'expert' } : me;
  const members: Member[] = people.map(asExpert).map((me) => {
    const weather = {
      loseQuestion: random() * 0.2,
      loseAnswer: random() * 0.2,
      doubleQuestion: random() * 0.2,
      loseChange: random() * 0.3,
      doubleChange: random() * 0.2,
      maxDelayMs: 10 + random() * 400,
    };
    const spoil = (adapter: Adapter): Adapter => flaws.pipe?.(adapter, clock) ?? adapter;
    const member: Member = {
      name: me?.id ?? 'the reader',
      me,
      pipe: createPipe({ clock, random, weather, faults, server, spoil, me: () => member.me }),
    };
    return member;
  });
  const page = createFakePage();
  const sit = (
    member: Member,
    discussion: string,
    seat: Omit<Seat, 'store' | 'leave'>,
  ): Pick<Seat, 'store' | 'leave'> => {
    const adapter = noteAnswers(member.pipe.adapter, seat.notes, clock.now);
    const options = { clock, page, locks: null, keyValue: seat.keyValue, ...(window !== null && { window }) };
    const store = createStore(adapter, discussion, options);
    return { store, leave: noteShown(store, seat.shown, seat.notes, clock.now) };
  };
  const seats = members.flatMap((member) =>
    discussions.map((discussion) => {
      const begun = {
        name: member.name,
        discussion,
        notes: notesOf(discussion),
        shown: [],
        keyValue: createKeyValue(),
      };
      return { member, seat: { ...begun, ...sit(member, discussion, begun) } as Seat };
    }),
  );
  const loadMore = ({ store, name }: Seat): Promise<void> =>
    store.loadMore().catch((thrown: unknown) => {
      const { code } = asDiscussionError(thrown);
      if (code !== 'offline') broken.push({ invariant: 'I6 same', what: `${name} is refused a page with ${code}` });
    });
  await clock.pass(500);

  const connectAll = (): void => members.forEach(({ pipe }) => pipe.connect());
  const dropAll = (): void => members.forEach(({ pipe }) => pipe.drop());
  function startServer(): void {
    if (isUp) return;
    isUp = true;
    rooms = new Map();
    connectAll();
  }
  function kill(): void {
    if (!isUp) return;
    isUp = false;
    count('servers killed');
    disk.kill();
    dropAll();
  }

  let operations = 0;
  const left = new Map<string, number>(discussions.map((id) => [id, operationsEach]));
  for (let step = 0; step < operationsEach * 12 && [...left.values()].some((more) => more > 0); step++) {
    const chosen = pick(random, seats);
    if (chosen === undefined) break;
    const { member, seat } = chosen;
    const { store, discussion } = seat;
    const more = left.get(discussion) ?? 0;
    const request = more > 0 ? choose(store, { random, count: operations, at: clock.now() }) : null;
    if (request !== null) {
      noteAsked(store, store.submit(request), seat.notes, clock.now);
      operations++;
      left.set(discussion, more - 1);
    }
    if (random() < 0.1 && store.state.me !== null) {
      const others = [...store.state.posts.values()].filter((post) => isPost(post) && post.author.id !== member.me?.id);
      if (others.length > 0)
        store.submit({ type: 'read', ids: others.filter(() => random() < 0.3).map(({ id }) => id) });
    }
    if (window !== null) for (const each of seats) if (random() < 0.05) void loadMore(each.seat);
    const refused = store.state.outbox.find(({ state }) => state === 'refused');
    if (refused !== undefined && random() < 0.3) store.dismiss(refused.command.op);
    await clock.pass(random() * 120);

    const dice = random();
    if (dice < 0.04) member.pipe.cut();
    else if (dice < 0.14) for (const { pipe } of members) pipe.heal();
    else if (dice < 0.16) kill();
    else if (dice < 0.22) startServer();
    else if (dice < 0.224) {
      kill();
      await clock.pass(0);
      const length = Math.floor(disk.length * (0.6 + random() * 0.4));
      lost.push({ at: clock.now(), commits: new Map(discussions.map((id) => [id, disk.commits(id)])) });
      disk.restore(length);
      count('backups restored');
      startServer();
    } else if (dice < 0.25) {
      // The page is loaded anew: what waits is in its browser.
      seat.leave();
      store.close();
      Object.assign(seat, sit(member, discussion, seat));
      count('pages reloaded');
    } else if (dice < 0.3 && member.me?.id === 'jonas' && !isGated) {
      const { role } = member.me;
      const others = (['member', 'expert', 'facilitator'] as const).filter((one) => one !== role);
      member.me = { ...member.me, role: pick(random, others) ?? role };
      member.pipe.drop();
      member.pipe.connect();
      count('roles changed');
    }
  }

  disk.setCalm(true);
  for (const { pipe } of members) pipe.calm();
  startServer();
  for (const { pipe } of members) pipe.heal();
  const healedAt = clock.now();
  await clock.pass(61_000);
  for (const { seat } of seats)
    for (let pages = 0; seat.store.state.hasMore; pages++) {
      let isLoaded = false;
      void loadMore(seat).then(() => (isLoaded = true));
      await clock.pass(1_000);
      if (isLoaded && pages < mostPages) continue;
      broken.push({ invariant: 'I6 same', what: `${seat.name} waits for a page that never comes` });
      break;
    }
  count('writes failed', disk.failures);

  // A cold restart: another process, other rooms, the same disk.
  rooms = new Map();
  const happened: Evidence[] = [];
  for (const discussion of discussions) {
    const room = server.room(discussion);
    const here = seats.filter(({ seat }) => seat.discussion === discussion);
    const evidence: Evidence = {
      ...notesOf(discussion),
      clients: here.map(({ member, seat: { name, shown, store } }) => ({
        name,
        shown,
        isWhole: window === null,
        undisturbed: member.pipe.undisturbed(discussion),
        waiting: store.state.outbox.filter(({ state }) => state !== 'refused').map(({ command }) => command.op),
        read: store.state.me === null ? null : [...store.state.read],
        told: store.state.me === null ? null : toldOf({ prompts: store.state.standings }),
      })),
      fresh: await Promise.all(
        here.map(async ({ member: { name, me } }) => {
          const { posts, room: record = null } = await room.sync(await room.lens(me), null);
          const mine = me === null ? { read: [] } : await room.mine(me);
          return { client: name, me, posts, discussion: record, read: mine.read, told: toldOf(mine) };
        }),
      ),
      rows: await disk.rows(discussion),
      lostHistories: lost.map(({ at, commits }) => ({ at, commits: commits.get(discussion) ?? [] })),
      healedAt,
    };
    broken.push(...judge(evidence));
    happened.push(evidence);
  }
  for (const { seat } of seats) seat.store.close();
  return { broken, faults, operations, digest: () => digestOf(happened) };
}

function digestOf(happened: readonly Evidence[]): string {
  const digest = createHash('sha256');
  for (const { asked, ended, rows, fresh, clients } of happened) {
    const seen = clients.map(({ shown }) => shown.map(({ at, posts }) => [at, posts.size]));
    digest.update(JSON.stringify([asked, ended, rows, fresh, seen]));
  }
  return digest.digest('hex');
}
