// No one goes unanswered: which posts wait, whom they are shown to, and how rarely.
import { expect } from 'chai';
import { routing } from '../../src/model/unanswered.ts';
import type { Person } from '../../src/model/post.ts';
import { openLearningRoom, personOf, promptWith, type LearningRoom } from '../support/learning-room.ts';

const fay = personOf('Fay', 'facilitator');
const [ada, bo, cy] = [personOf('Ada'), personOf('Bo'), personOf('Cy')];
const hours = 60;
const closed = { type: 'post-first', words: 10, kind: null } as const;

async function openRoom(gate: Parameters<typeof promptWith>[0] = { type: 'open' }): Promise<LearningRoom> {
  const at = openLearningRoom();
  await at.act(fay, { type: 'arrange', prompt: promptWith(gate) });
  return at;
}
const offered = async (at: LearningRoom, person: Person): Promise<readonly string[]> => {
  await at.act(person, { type: 'offer' });
  return (await at.room.mine(person)).waiting ?? [];
};

describe('a post waits for an answer', () => {
  const root = (at: LearningRoom): Promise<string> => at.write(ada, 'my question', { promptId: 'p', kind: 'question' });
  /** What happens before somebody comes to the end of reading, and whether the post is shown to them then. */
  const table: readonly (readonly [
    what: string,
    play: (at: LearningRoom, id: string) => Promise<unknown>,
    waits: boolean,
  ])[] = [
    ['four hours after it was written', async (at) => at.wait(4 * hours), true],
    ['not before', async (at) => at.wait(4 * hours - 5), false],
    [
      'not once somebody has answered',
      async (at, id) => (await at.write(cy, 'yes', { parentId: id }), at.wait(5 * hours)),
      false,
    ],
    [
      'not once a facilitator has answered in private',
      async (at, id) => (await at.write(fay, 'yes', { parentId: id, isPrivate: true }), at.wait(5 * hours)),
      false,
    ],
    [
      'where only its author has added to it',
      async (at, id) => (await at.write(ada, 'also', { parentId: id }), at.wait(5 * hours)),
      true,
    ],
    [
      'where an answer waits for a facilitator itself',
      async (at, id) => (await at.write(personOf('Gil', 'guest'), 'yes', { parentId: id }), at.wait(5 * hours)),
      true,
    ],
    [
      'where the answer was taken back',
      async (at, id) => {
        const reply = await at.write(cy, 'yes', { parentId: id });
        await at.act(cy, { type: 'remove', id: reply });
        at.wait(5 * hours);
      },
      true,
    ],
    [
      'not once it is settled',
      async (at, id) => (await at.act(ada, { type: 'settle', id, isSettled: true }), at.wait(5 * hours)),
      false,
    ],
    [
      'not while it is hidden',
      async (at, id) => (
        await at.act(fay, { type: 'moderate', id, state: 'hidden', reason: 'why' }),
        at.wait(5 * hours)
      ),
      false,
    ],
    [
      'not where its prompt is closed',
      async (at) => (
        await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'open' }, { state: 'closed' }) }),
        at.wait(5 * hours)
      ),
      false,
    ],
  ];
  for (const [what, play, waits] of table)
    it(what, async () => {
      const at = await openRoom();
      const id = await root(at);
      await play(at, id);
      expect(await offered(at, bo)).to.deep.equal(waits ? [id] : []);
      expect(await offered(at, ada), 'its author').to.deep.equal([]);
      expect(await offered(at, fay), 'a facilitator').to.deep.equal([]);
    });

  it('four hours after a facilitator showed it, where it was held', async () => {
    const at = await openRoom();
    const id = await at.write(personOf('Gil', 'guest'), 'my question', { promptId: 'p' });
    at.wait(5 * hours);
    await at.act(fay, { type: 'moderate', id, state: 'shown', reason: '' });
    expect(await offered(at, bo)).to.deep.equal([]);
    at.wait(4 * hours);
    expect(await offered(at, bo)).to.deep.equal([id]);
  });
});

describe('a waiting post is shown', () => {
  it('to nobody before whom its gate is closed', async () => {
    const at = await openRoom(closed);
    const words = 'At night our ward hands patients over beside every bed.';
    const id = await at.write(ada, words, { promptId: 'p' });
    at.wait(5 * hours);
    expect(await offered(at, bo)).to.deep.equal([]);
    await at.act(fay, { type: 'invite', id, personId: bo.id, isInvited: true });
    expect((await at.room.mine(bo)).waiting, 'invited before a closed gate').to.equal(undefined);
    await at.write(cy, `Here, too: ${words}`, { promptId: 'p' });
    expect(await offered(at, cy)).to.deep.equal([id]);
  });

  it('at most twice a week to one person, also when asked for at the same moment', async () => {
    const at = await openRoom();
    for (let one = 0; one < 6; one++) await at.write(personOf(`A${one}`), `question ${one}`, { promptId: 'p' });
    at.wait(5 * hours);
    await Promise.all([1, 2, 3, 4].map(() => at.act(bo, { type: 'offer' })));
    expect(await offered(at, bo)).to.have.length(routing.perWeek);
    at.wait(8 * 24 * hours);
    await offered(at, bo);
    await offered(at, bo);
    expect(await offered(at, bo)).to.have.length(2 * routing.perWeek);
  });

  it('to three people at most, questions first, then whoever was never answered', async () => {
    const at = await openRoom();
    const insight = await at.write(ada, 'an insight', { promptId: 'p', kind: 'insight' });
    const question = await at.write(ada, 'a question', { promptId: 'p', kind: 'question' });
    at.wait(5 * hours);
    for (const name of ['B', 'C', 'D']) expect(await offered(at, personOf(name)), name).to.deep.equal([question]);
    expect(await offered(at, personOf('E'))).to.deep.equal([insight]);
  });

  it('in a simulated cohort no more often than that, and the median wait for an answer is shorter for it', async () => {
    const firstAnswers = async (isRouted: boolean): Promise<{ median: number; most: number }> => {
      const at = await openRoom();
      const people = Array.from({ length: 20 }, (_, one) => personOf(`P${one}`));
      const asked = new Map<string, number>();
      const answeredAfter = new Map<string, number>();
      const nudges = new Map<string, number>();
      for (const [one, person] of people.entries()) {
        const id = await at.write(person, `question ${one}`, { promptId: 'p' });
        asked.set(id, at.now());
      }
      for (let day = 0; day < 7; day++)
        for (const [one, person] of people.entries()) {
          at.wait(1 * hours);
          const waiting = isRouted ? await offered(at, person) : [];
          if (waiting.length > 0) nudges.set(person.id, Math.max(nudges.get(person.id) ?? 0, waiting.length));
          // Unasked, people answer the newest thread, as everybody does.
          const id = waiting[0] ?? (one % 5 === day % 5 ? [...asked.keys()].at(-1 - (one % 3)) : undefined);
          const at0 = id === undefined ? undefined : asked.get(id);
          if (id === undefined || at0 === undefined || (await at.sees(person)).get(id)?.author.id === person.id)
            continue;
          await at.write(person, 'an answer', { parentId: id });
          if (!answeredAfter.has(id)) answeredAfter.set(id, at.now() - at0);
        }
      const times = [...asked.keys()].map((id) => answeredAfter.get(id) ?? Infinity).sort((a, b) => a - b);
      return { median: times[10] ?? Infinity, most: Math.max(0, ...nudges.values()) };
    };
    const [without, routed] = [await firstAnswers(false), await firstAnswers(true)];
    expect(routed.median).to.be.below(without.median);
    expect(routed.most).to.be.at.most(routing.perWeek);
  });
});

describe('an invitation', () => {
  for (const [where, prompts] of [
    ['a room with prompts', true],
    ['a room without prompts', false],
  ] as const)
    it(`reaches a colleague in ${where}, at once, and is gone once it is taken back or answered`, async () => {
      const at = prompts ? await openRoom() : openLearningRoom();
      const id = await at.write(ada, 'Who has tried this?');
      const told: string[] = [];
      at.room.subscribe({ commit: () => {}, mine: (personId) => told.push(personId) });
      const waitingFor = async (person: Person): Promise<readonly string[]> =>
        (await at.room.mine(person)).waiting ?? [];
      const invite = (isInvited: boolean): Promise<string> =>
        at.act(fay, { type: 'invite', id, personId: bo.id, isInvited });
      const isTold = async (): Promise<boolean> => {
        for (let turn = 0; turn < 20; turn++) await Promise.resolve();
        return told.splice(0).includes(bo.id);
      };
      expect(await waitingFor(bo)).to.deep.equal([]);
      await invite(true);
      expect(await waitingFor(bo)).to.deep.equal([id]);
      expect(await isTold()).to.equal(true);
      expect(await waitingFor(cy)).to.deep.equal([]);
      expect((await at.cold().mine(bo)).waiting).to.deep.equal([id]);
      await invite(false);
      expect(await waitingFor(bo)).to.deep.equal([]);
      expect(await isTold()).to.equal(true);
      await invite(true);
      await at.write(bo, 'I have.', { parentId: id });
      expect(await waitingFor(bo)).to.deep.equal([]);
    });

  it('makes nobody look anew, and tells no one else of anything but that time went on', async () => {
    const at = openLearningRoom();
    const id = await at.write(ada, 'Who has tried this?');
    const records: unknown[] = [];
    at.room.subscribe({ commit: ({ room }) => records.push(room), mine: () => {} });
    await at.act(fay, { type: 'invite', id, personId: bo.id, isInvited: true });
    expect(records).to.deep.equal([null]);
    const seen = await at.room.sync(await at.room.lens(cy), null);
    expect(JSON.stringify(seen)).not.to.match(/nvite|id-Bo/);
  });
});
