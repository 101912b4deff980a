// Plays one cohort over a real room with the real rules, on a clock of its own: who comes when, what they write, and how
// long first posts wait for a first reply. The same seed gives the same people with routing and without.
import { newOp } from '../../src/model/op.ts';
import type { Person, Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import { createMemoryStorage } from '../../src/room/memory-storage.ts';
import { createRoom } from '../../src/room/room.ts';
import { promptWith } from '../support/learning-room.ts';
import { createRandom, pick } from '../support/seeded.ts';
import { behaviour } from './behaviour.ts';

/** A post that was shown to somebody at the end of their reading. */
export interface Shown {
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What came of a cohort. */
export interface Played {
  /** Hours that each first post of a learner waited for a reply of somebody else; Infinity where none came. */
  readonly waits: readonly number[];
  readonly shown: readonly Shown[];
  readonly replies: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A Monday. */
const beginning = Date.parse('2026-03-02T00:00:00.000Z');

const words = 'ward night chart phone family nurse whiteboard handover doubt medicine wound glasses'.split(' ');

/** When somebody comes: visits spread over the days by chance, at hours when people are awake. */
function visitsOf(random: () => number): number[] {
  const { days, hours, visitsPerWeek } = behaviour;
  const perWeek = visitsPerWeek.least + (visitsPerWeek.most - visitsPerWeek.least) * random() ** 2;
  const visits: number[] = [];
  for (let day = 0; day < days; day++)
    if (random() < perWeek / 7)
      visits.push(beginning + day * dayMs + (hours.from + (hours.to - hours.from) * random()) * hourMs);
  return visits;
}

/** When the facilitator comes. */
function rounds(): number[] {
  const { weekdays, hour } = behaviour.facilitator;
  const days = Array.from({ length: behaviour.days }, (_, day) => beginning + day * dayMs + hour * hourMs);
  return days.filter((at) => weekdays.some((weekday) => weekday === new Date(at).getUTCDay()));
}

/**
 * Plays a cohort with this seed.
 * @param takesUp chance that who is shown a waiting post answers it; null where none is shown
 */
export async function playCohort(seed: number, takesUp: number | null): Promise<Played> {
  let clock = beginning;
  const storage = createMemoryStorage();
  const room = createRoom({ key: 'r', discussion: 'r', guestPosts: 'held', storage, now: () => clock });
  const facilitator: Person = { id: 'facilitator', name: 'F', role: 'facilitator' };
  const submit = async (who: Person, command: Record<string, unknown>): Promise<void> =>
    void (await room.submit(await room.lens(who), { op: newOp(), ...command }));
  const sees = async (who: Person): Promise<Post[]> =>
    (await room.sync(await room.lens(who), null)).posts.filter(isPost);

  async function visit(learner: Person, random: () => number): Promise<void> {
    const body = (): string => Array.from({ length: 12 }, () => pick(random, words)).join(' ');
    const reply = (parentId: string): Promise<void> => submit(learner, { type: 'create', parentId, body: body() });
    const before = await sees(learner);
    const answered = new Set(before.filter(({ author }) => author.id === learner.id).map(({ prompt }) => prompt?.id));
    const open = Array.from({ length: behaviour.prompts }, (_, week) => week)
      .filter((week) => clock >= beginning + 7 * week * dayMs)
      .map((week) => `week-${week}`)
      .find((id) => !answered.has(id));
    if (open !== undefined && random() < behaviour.answers)
      await submit(learner, { type: 'create', parentId: null, promptId: open, body: body() });

    clock += 10 * 60_000; // and reads
    const there = await sees(learner);
    const replies = new Map<string, number>();
    for (const { parentId } of there) if (parentId !== null) replies.set(parentId, (replies.get(parentId) ?? 0) + 1);
    let hasReplied = false;
    const threads = there.filter(({ parentId, author }) => parentId === null && author.id !== learner.id);
    for (const { id } of threads.slice(-behaviour.looksAt).reverse()) {
      const chance = behaviour.replies + behaviour.repliesForEach * Math.min(3, replies.get(id) ?? 0);
      if (random() >= chance || hasReplied) continue;
      hasReplied = true;
      await reply(id);
    }
    const isAtEnd = random() < behaviour.reachesEnd;
    const dice = random();
    if (takesUp === null || !isAtEnd) return;
    await submit(learner, { type: 'offer' });
    const [waiting] = (await room.mine(learner)).waiting ?? [];
    if (waiting !== undefined && dice < takesUp && !hasReplied) await reply(waiting);
  }

  async function round(): Promise<void> {
    const { answers, afterDays } = behaviour.facilitator;
    const there = await sees(facilitator);
    const answered = new Set(there.map(({ parentId }) => parentId));
    const waiting = there.filter(
      ({ id, parentId, createdAt }) =>
        parentId === null && !answered.has(id) && Date.parse(createdAt) <= clock - afterDays * dayMs,
    );
    for (const { id } of waiting.slice(0, answers))
      await submit(facilitator, { type: 'create', parentId: id, body: 'What did you notice first?', move: 'ask' });
  }

  const events: { readonly at: number; readonly happen: () => Promise<void> }[] = rounds().map((at) => ({
    at,
    happen: round,
  }));
  for (let week = 0; week < behaviour.prompts; week++) {
    const prompt = promptWith({ type: 'post-first', words: 5, kind: null }, { id: `week-${week}` });
    events.push({
      at: beginning + 7 * week * dayMs,
      happen: () => submit(facilitator, { type: 'arrange', prompt }),
    });
  }
  for (let place = 0; place < behaviour.learners; place++) {
    const learner: Person = { id: `learner-${place}`, name: `L${place}`, role: 'member' };
    // Every visit has chance of its own: what one arm plays more of does not shift the rest.
    visitsOf(createRandom(seed * 1_009 + place)).forEach((at, index) =>
      events.push({ at, happen: () => visit(learner, createRandom(((seed * 1_009 + place) << 8) + index + 1)) }),
    );
  }
  events.sort((a, b) => a.at - b.at);
  for (const { at, happen } of events) {
    clock = Math.max(clock, at);
    await happen();
  }

  const { posts } = await storage.everything('r');
  const first = posts.filter(({ parentId, author }) => parentId === null && author.id !== facilitator.id);
  const waits = first.map((post) => {
    const answers = posts.filter(({ parentId, author }) => parentId === post.id && author.id !== post.author.id);
    const soonest = Math.min(...answers.map(({ createdAt }) => Date.parse(createdAt)));
    return (soonest - Date.parse(post.createdAt)) / hourMs;
  });
  const shown = posts.flatMap(({ nudges = [] }) =>
    nudges.map(({ personId, at }) => ({ personId, at: Date.parse(at) })),
  );
  return { waits, shown, replies: posts.filter(({ parentId }) => parentId !== null).length };
}
