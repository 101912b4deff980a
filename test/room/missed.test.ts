// Why what somebody wrote does not count, over a whole room: one case for each reason, and none where it counts.
import { expect } from 'chai';
import type { Clamp, CreditRule } from '../../src/model/credit.ts';
import type { Missed } from '../../src/model/missed.ts';
import type { Person } from '../../src/model/post.ts';
import type { Gate } from '../../src/model/prompt.ts';
import { openLearningRoom, personOf, promptWith, type LearningRoom } from '../support/learning-room.ts';

const fay = personOf('Fay', 'facilitator');
const [ada, bo, cy] = [personOf('Ada'), personOf('Bo'), personOf('Cy')];
const rule: CreditRule = {
  ...{ answerWords: 12, colleagues: 2, replyWords: 8, readPercent: 0, comesBack: false, applyWords: 8 },
  isAttested: false,
};

const byBo =
  'On the surgical ward we hand over at the bedside with the chart open, and drains and pumps are read aloud to whoever takes the night.';
const byCy =
  'Community nursing has no ward: my handover is a phone call from the car, and the insulin scheme was lost twice this spring.';
const fitting =
  'Intensive care hands over twice at night: once at the monitor and once in the kitchen, where patients and their doubts are spoken of.';
const toBo = 'Who repeats what was read about drains and pumps, when the chart lies open at the bedside?';

interface World {
  readonly at: LearningRoom;
  readonly roots: Readonly<Record<'bo' | 'cy' | 'fay', string>>;
  /** What Ada writes first; gives its id. */
  answer(body: string): Promise<string>;
  reply(parentId: string, body: string, move?: 'apply' | 'thank'): Promise<string>;
}

async function openWorld(gate: Gate = { type: 'open' }): Promise<World> {
  const at = openLearningRoom();
  await at.act(fay, { type: 'arrange', prompt: promptWith(gate, { credit: rule }) });
  const write = (who: Person, body: string): Promise<string> => at.write(who, body, { promptId: 'p' });
  const roots = {
    bo: await write(bo, byBo),
    cy: await write(cy, byCy),
    fay: await write(fay, 'I hand over the night to nobody: patients on my ward are asked themselves what gets lost.'),
  };
  return {
    ...{ at, roots },
    answer: (body) => write(ada, body),
    reply: (parentId, body, move) => at.write(ada, body, { parentId, ...(move !== undefined && { move }) }),
  };
}

async function missed({ at }: World, clamp: Clamp): Promise<Missed | undefined> {
  const { credit } = (await at.standing(ada)) ?? {};
  return credit?.clamps.find((one) => one.clamp === clamp)?.missed;
}

/** What is done last, the part it was written for, why it does not count (null where it does), and its own words. */
const table: readonly (readonly [
  what: string,
  clamp: Clamp,
  play: (world: World) => Promise<string>,
  why: Missed['why'] | null,
  words?: number,
])[] = [
  ['an answer in words of its own', 'answer', ({ answer }) => answer(fitting), null],
  ['an answer that is too short', 'answer', ({ answer }) => answer('At night patients get lost.'), 'short', 5],
  [
    'an answer of sixty quoted words',
    'answer',
    ({ answer }) => answer(`> ${'theirs and theirs and theirs '.repeat(12)}`),
    'quoted',
    0,
  ],
  ['an answer that a colleague gave', 'answer', ({ answer }) => answer(byBo), 'repeated', 26],
  [
    'an answer that says one thing again and again',
    'answer',
    ({ answer }) => answer('Patients at night on my ward. '.repeat(10)),
    'repeated',
    60,
  ],
  [
    'an answer about something else',
    'answer',
    ({ answer }) =>
      answer('Cheese from the valley is made of milk that cows give between Easter and October, says my uncle.'),
    'aside',
    18,
  ],
  [
    'an answer that a facilitator took out',
    'answer',
    async ({ at, answer }) => {
      const id = await answer(fitting);
      await at.act(fay, { type: 'void', id, isVoid: true, reason: 'from a book' });
      return id;
    },
    'voided',
    24,
  ],
  [
    'an answer that came to count by an edit',
    'answer',
    async ({ at, answer }) => {
      const id = await answer('Too short.');
      await at.act(ada, { type: 'edit', id, body: fitting, revision: 1 });
      return id;
    },
    null,
  ],
  ['a reply that takes something up', 'replies', ({ reply, roots }) => reply(roots.bo, toBo), null],
  ['a reply to oneself', 'replies', async ({ answer, reply }) => reply(await answer(fitting), toBo), 'self', 17],
  ['a reply to a facilitator', 'replies', ({ reply, roots }) => reply(roots.fay, toBo), 'staff', 17],
  ['a thank', 'replies', ({ reply, roots }) => reply(roots.bo, toBo, 'thank'), 'thank', 17],
  [
    'another reply to the same colleague',
    'replies',
    async ({ reply, roots }) => {
      await reply(roots.bo, toBo);
      return reply(roots.bo, 'And are the pumps silenced while the drains are looked at, or afterwards?');
    },
    'again',
    13,
  ],
  ['a reply that is too short', 'replies', ({ reply, roots }) => reply(roots.bo, 'Drains and pumps, too?'), 'short', 4],
  [
    'a reply that fits anywhere',
    'replies',
    ({ reply, roots }) => reply(roots.bo, 'Thank you so much for sharing this, it really made me think.'),
    'aside',
    12,
  ],
  ['what is not marked as applied', 'apply', ({ reply, roots }) => reply(roots.bo, toBo), 'unmarked', 17],
  ['what is marked as applied', 'apply', ({ reply, roots }) => reply(roots.bo, toBo, 'apply'), null],
  [
    'what is marked as applied and too short',
    'apply',
    ({ reply, roots }) => reply(roots.bo, 'Drains and pumps, tomorrow.', 'apply'),
    'short',
    4,
  ],
];

describe('why something does not count is told of', () => {
  for (const [what, clamp, play, why, words = 0] of table)
    it(`${what}: ${why ?? 'it counts'}`, async () => {
      const world = await openWorld();
      const postId = await play(world);
      expect(await missed(world, clamp)).to.deep.equal(why === null ? undefined : { postId, why, words });
    });

  it('the last post alone, and of none that its author removed', async () => {
    const world = await openWorld();
    const first = await world.answer('At night patients get lost.');
    const second = await world.answer('Night.');
    expect((await missed(world, 'answer'))?.postId).to.equal(second);
    await world.at.act(ada, { type: 'remove', id: second });
    expect((await missed(world, 'answer'))?.postId).to.equal(first);
  });

  it('without a word on what it repeats while a gate keeps that back', async () => {
    const world = await openWorld({ type: 'manual', isOpen: false });
    await world.answer(byBo);
    expect((await missed(world, 'answer'))?.why).to.equal('not-own');
    await world.at.act(fay, {
      type: 'arrange',
      prompt: promptWith({ type: 'manual', isOpen: true }, { credit: rule }),
    });
    expect((await missed(world, 'answer'))?.why).to.equal('repeated');
  });
});
