// Who sees what and may do what, by role, gate and state of a post, against an oracle written from the rules in words; and
// gates over time and in races.
import { expect } from 'chai';
import { newOp } from '../../src/model/op.ts';
import type { Command, Person } from '../../src/model/post.ts';
import type { Gate } from '../../src/model/prompt.ts';
import { isPost } from '../../src/model/view.ts';
import { beginning, openLearningRoom, personOf, promptWith, type LearningRoom } from '../support/learning-room.ts';

const fay = personOf('Fay', 'facilitator');
const asker = personOf('Asker');
const ten = 'At night our ward hands patients over beside every bed.';
const afterTen: Gate = { type: 'post-first', words: 10, kind: null };

const gates = ['open', 'closed', 'unlocked'] as const;
const states = ['shown', 'held', 'hidden', 'removed', 'private'] as const;
const viewers = ['nobody', 'guest', 'member', 'expert', 'facilitator', 'author', 'addressee'] as const;
type GateState = (typeof gates)[number];
type State = (typeof states)[number];
type Viewer = (typeof viewers)[number];

const doings = {
  reply: (id) => ({ type: 'create', parentId: id, body: 'words' }),
  edit: (id) => ({ type: 'edit', id, body: 'other words', revision: 1 }),
  remove: (id) => ({ type: 'remove', id }),
  show: (id) => ({ type: 'moderate', id, state: 'shown', reason: '' }),
  classify: (id) => ({ type: 'classify', id, as: 'ask' }),
  endorse: (id) => ({ type: 'endorse', id, isEndorsed: true, reason: 'tested', note: '' }),
  help: (id) => ({ type: 'help', id, hasHelped: true }),
  settle: (id) => ({ type: 'settle', id, isSettled: true }),
  pin: (id) => ({ type: 'pin', id, isPinned: true, note: '' }),
  invite: (id) => ({ type: 'invite', id, personId: 'somebody', isInvited: true }),
  void: (id) => ({ type: 'void', id, isVoid: true, reason: 'why' }),
  transfer: (id) => ({ type: 'transfer', id, promptId: 'p' }),
} as const satisfies Record<string, (id: string) => DistributedOmit<Command>>;
type DistributedOmit<C> = C extends unknown ? Omit<C, 'op'> : never;
type Doing = keyof typeof doings;

/** Whether this viewer reads the post: in words, who wrote it and facilitators while it is there; others what is shown, before no closed gate, and not for two. */
function reads(viewer: Viewer, gate: GateState, state: State): boolean {
  if (state === 'removed') return false;
  if (viewer === 'author' || viewer === 'facilitator') return true;
  if (state === 'held' || state === 'hidden') return false;
  if (viewer === 'addressee') return true; // has answered before
  if (state === 'private') return false;
  if (viewer === 'expert' || gate === 'open') return true;
  return gate === 'unlocked' && viewer !== 'nobody';
}

/** How this is refused; null where it is allowed. */
function refusal(viewer: Viewer, doing: Doing, gate: GateState, state: State): string | null {
  if (viewer === 'nobody') return 'unauthenticated';
  if (!reads(viewer, gate, state)) return 'not-found';
  const isStaff = viewer === 'facilitator';
  const isPublic = state === 'shown';
  const allowed: Readonly<Record<Doing, boolean>> = {
    reply: isPublic || state === 'private',
    edit: viewer === 'author',
    remove: viewer === 'author',
    show: isStaff,
    classify: isStaff || viewer === 'author',
    endorse: isPublic && (isStaff || viewer === 'expert'),
    help: isPublic && viewer === 'addressee',
    settle: false, // it is no question
    pin: isStaff,
    invite: isStaff,
    void: isStaff,
    transfer: isStaff,
  };
  if (!allowed[doing]) return 'forbidden';
  return doing === 'pin' || doing === 'transfer' ? 'invalid' : null; // only a first post
}

/** A reply to somebody's question in that state, and a viewer before that gate. */
async function stage(
  viewer: Viewer,
  gate: GateState,
  state: State,
): Promise<{ at: LearningRoom; id: string; who: Person | null }> {
  const at = openLearningRoom();
  await at.act(fay, { type: 'arrange', prompt: promptWith(gate === 'open' ? { type: 'open' } : afterTen) });
  const author =
    state === 'private' ? personOf('Author', 'facilitator') : personOf('Author', state === 'held' ? 'guest' : 'member');
  const root = await at.write(asker, ten, { promptId: 'p', kind: 'question' });
  if (state !== 'private') await at.write(author, `Elsewhere, though: ${ten}`, { promptId: 'p' });
  const id = await at.write(author, 'a reply', { parentId: root, ...(state === 'private' && { isPrivate: true }) });
  if (state === 'hidden') await at.act(fay, { type: 'moderate', id, state: 'hidden', reason: 'why' });
  if (state === 'removed') await at.act(author, { type: 'remove', id });
  const people: Readonly<Record<Viewer, Person | null>> = {
    nobody: null,
    guest: personOf('Gil', 'guest'),
    member: personOf('Bo'),
    expert: personOf('Eve', 'expert'),
    facilitator: fay,
    author,
    addressee: asker,
  };
  const who = people[viewer];
  if (gate === 'unlocked' && (viewer === 'guest' || viewer === 'member') && who !== null)
    await at.write(who, `Here, too: ${ten}`, { promptId: 'p' });
  return { at, id, who };
}

describe('role by operation by gate', () => {
  for (const gate of gates)
    for (const state of states)
      it(`a reply that is ${state}, where the gate is ${gate}`, async () => {
        const found: string[] = [];
        const expected: string[] = [];
        for (const viewer of viewers) {
          const first = await stage(viewer, gate, state);
          const isRead = (await first.at.sees(first.who)).has(first.id);
          found.push(`${viewer} ${isRead ? 'reads' : 'does not read'} it`);
          expected.push(`${viewer} ${reads(viewer, gate, state) ? 'reads' : 'does not read'} it`);
          for (const doing of Object.keys(doings) as Doing[]) {
            const { at, id, who } = await stage(viewer, gate, state);
            found.push(`${viewer} ${doing}: ${await at.refusal(who, doings[doing](id))}`);
            // The author of a private reply is a facilitator here.
            const role = state === 'private' && viewer === 'author' ? 'facilitator' : viewer;
            const isOwn = role !== viewer && (doing === 'edit' || doing === 'remove');
            expected.push(`${viewer} ${doing}: ${isOwn ? null : refusal(role, doing, gate, state)}`);
          }
        }
        expect(found).to.deep.equal(expected);
      });
});

describe('a gate', () => {
  const bo = personOf('Bo');
  it('is opened once by two answers of one person at the same moment, and by no other person', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    await Promise.all([1, 2].map((count) => at.write(bo, `${ten} ${count}`, { promptId: 'p' })));
    expect((await at.sees(bo)).has(there)).to.equal(true);
    expect((await at.sees(personOf('Cy'))).has(there)).to.equal(false);
  });

  it('lets nothing through to whoever still looks through the lens of before it was set up', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'open' }) });
    const old = await at.room.lens(bo);
    const prompt = promptWith(afterTen, { summary: 'what they all said' });
    await at.act(fay, { type: 'arrange', prompt });
    const there = await at.write(asker, ten, { promptId: 'p' });
    const changes = await at.room.sync(old, null);
    expect(changes.posts.map(({ id }) => id)).to.not.include(there);
    expect(JSON.stringify(changes)).to.not.include('what they all said');
  });

  it('lets nothing through in a page or a window that was under way when it was set up', async () => {
    for (const isFirst of [true, false]) {
      const at = openLearningRoom();
      for (const body of ['one', 'two', 'three']) await at.write(asker, body);
      const lens = await at.room.lens(bo);
      const window = { threads: 2, order: 'oldest' } as const;
      const { more } = await at.room.sync(lens, null, window);
      const { threads } = at.storage;
      let there = '';
      at.storage.threads = async (...asked) => {
        at.storage.threads = threads;
        await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
        there = await at.write(asker, ten, { promptId: 'p' });
        return threads(...asked);
      };
      const given = isFirst
        ? await at.room.sync(lens, null, { ...window, threads: 5 })
        : await at.room.older(lens, more ?? '');
      expect(there).to.not.equal('');
      expect(given.posts.length).to.equal(isFirst ? 3 : 1);
      expect(JSON.stringify(given)).to.not.include(there);
    }
  });

  it('of an earlier stage is opened by whoever comes late and answers at a later one', async () => {
    const at = openLearningRoom();
    const later = new Date(beginning + 3_600_000).toISOString();
    const stages = [
      { name: 'open', instruction: '', gate: afterTen, from: null },
      { name: 'compare', instruction: '', gate: { type: 'open' }, from: later },
    ] as const;
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { stages }) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    at.wait(120);
    const short = await at.write(bo, 'too few', { promptId: 'p' });
    expect((await at.sees(bo)).get(short)?.prompt?.stage).to.equal('compare');
    expect((await at.sees(bo)).has(there)).to.equal(false);
    await at.write(bo, `Here, too: ${ten}`, { promptId: 'p' });
    expect((await at.sees(bo)).has(there)).to.equal(true);
  });

  it('of another prompt stands before a thread that is moved there, whichever stages that has', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'open' }) });
    const stages = [{ name: 'conclude', instruction: '', gate: afterTen, from: null }] as const;
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { id: 'q', stages }) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    expect((await at.sees(bo)).has(there)).to.equal(true);
    await at.act(fay, { type: 'transfer', id: there, promptId: 'q' });
    expect((await at.sees(bo)).has(there)).to.equal(false);
    await at.write(bo, `Here, too: ${ten}`, { promptId: 'q' });
    expect((await at.sees(bo)).get(there)?.prompt).to.deep.equal({ id: 'q', version: 1, stage: 'conclude' });
  });

  it('answers whoever moved a thread, and looked before, with no step in which its posts stand where they stood', async () => {
    const at = openLearningRoom();
    for (const id of ['p', 'q']) await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'open' }, { id }) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    const before = await at.room.lens(fay);
    const head = await at.room.head();
    const moved = { type: 'transfer', op: newOp(), id: there, promptId: 'q' };
    const answer = await at.room.submit(before, moved);
    expect(answer).to.deep.equal({ from: answer.to, to: answer.to, posts: [] });
    const caughtUp = await at.room.sync(before, head);
    expect(caughtUp.from).to.equal(null);
    expect(caughtUp.posts.map((post) => isPost(post) && post.prompt?.id)).to.deep.equal(['q']);
  });

  it('that shuts after a look keeps nothing from whoever had opened it', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
    await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'open' }, { id: 'q' }) });
    const own = await at.write(bo, ten, { promptId: 'p' });
    await at.act(fay, { type: 'transfer', id: own, promptId: 'q' });
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { state: 'closed', summary: 'In short.' }) });
    const before = await at.room.lens(bo);
    const head = await at.room.head();
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { summary: 'In short.' }) });
    const { room } = await at.room.sync(before, head);
    expect(room?.prompts?.find(({ id }) => id === 'p')?.summary).to.equal('In short.');
  });

  it('with a date opens at that very moment, and stays open', async () => {
    const at = openLearningRoom();
    const date = new Date(beginning + 3_600_000).toISOString();
    await at.act(fay, { type: 'arrange', prompt: promptWith({ type: 'until-date', at: date }) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    at.wait((Date.parse(date) - at.now()) / 60_000 - 1);
    expect((await at.sees(bo)).has(there)).to.equal(false);
    at.wait(1);
    expect((await at.sees(bo)).has(there)).to.equal(true);
    expect(await at.refusal(fay, { type: 'arrange', prompt: promptWith(afterTen) })).to.equal('invalid');
  });

  const later = new Date(beginning + 30 * 86_400_000).toISOString();
  const kinds: readonly Gate[] = [
    { type: 'open' },
    afterTen,
    { type: 'post-first-or-date', words: 10, kind: null, at: later },
    { type: 'until-date', at: later },
    { type: 'manual', isOpen: false },
  ];
  const phases = ['asked', 'closed', 'opened again', 'closed while empty, opened again, answered'] as const;
  /**
   * Whether somebody who has not answered reads what a colleague did: in words, a gate that asks for an answer lets everybody
   * in once none can be given, and what everybody has read is not taken away; where nobody had written there was nothing to
   * read, and it asks again. Dates and facilitators' hands are not touched by any of that.
   */
  const lets = (gate: Gate['type'], phase: (typeof phases)[number]): boolean => {
    if (gate === 'open') return true;
    if (gate === 'until-date' || gate === 'manual') return false;
    return phase === 'closed' || phase === 'opened again';
  };
  for (const gate of kinds)
    for (const phase of phases)
      it(`that is ${gate.type}, of a prompt that is ${phase}, is what its sentence says, for a member, a guest and nobody`, async () => {
        const at = openLearningRoom();
        const set = (state: 'open' | 'closed') => at.act(fay, { type: 'arrange', prompt: promptWith(gate, { state }) });
        const write = () => at.write(asker, ten, { promptId: 'p' });
        await set('open');
        const early = phase === 'closed while empty, opened again, answered' ? null : await write();
        if (phase !== 'asked') await set('closed');
        if (phase !== 'asked' && phase !== 'closed') await set('open');
        const there = early ?? (await write());
        for (const who of [bo, personOf('Gil', 'guest'), null]) {
          const name = who?.name ?? 'nobody';
          expect((await at.sees(who)).has(there), name).to.equal(lets(gate.type, phase));
          const [prompt] = (await at.room.sync(await at.room.lens(who), null)).room?.prompts ?? [];
          const isAsking = gate.type.startsWith('post-first') && phase === 'opened again';
          expect(prompt?.stages[0]?.gate, name).to.deep.equal(isAsking ? { type: 'open' } : gate);
        }
        expect((await at.sees(personOf('Eve', 'expert'))).has(there), 'an expert').to.equal(true);
        expect((await at.sees(asker)).has(there), 'its author').to.equal(true);
        expect(JSON.stringify(await at.cold().mine(bo))).to.equal(JSON.stringify(await at.room.mine(bo)));
      });

  it('that everybody has seen behind while its prompt was closed cannot be shut by another one', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
    await at.write(asker, ten, { promptId: 'p' });
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { state: 'closed' }) });
    const shut: Gate = { type: 'manual', isOpen: false };
    for (const state of ['open', 'closed'] as const)
      expect(await at.refusal(fay, { type: 'arrange', prompt: promptWith(shut, { state }) })).to.equal('invalid');
  });

  it('that nobody saw behind while its prompt was closed may ask for an answer from then on', async () => {
    const at = openLearningRoom();
    const shut: Gate = { type: 'manual', isOpen: false };
    await at.act(fay, { type: 'arrange', prompt: promptWith(shut) });
    const there = await at.write(asker, ten, { promptId: 'p' });
    await at.act(fay, { type: 'arrange', prompt: promptWith(shut, { state: 'closed' }) });
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
    expect((await at.sees(bo)).has(there)).to.equal(false);
    await at.write(bo, `Here, too: ${ten}`, { promptId: 'p' });
    expect((await at.sees(bo)).has(there)).to.equal(true);
  });

  it('of a stage that comes with the opening asks as it says', async () => {
    const at = openLearningRoom();
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
    const before = await at.write(asker, ten, { promptId: 'p' });
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { state: 'closed' }) });
    const from = new Date(at.now()).toISOString();
    const stages = [
      { name: 'open', instruction: '', gate: afterTen, from: null },
      { name: 'apply', instruction: '', gate: afterTen, from },
    ] as const;
    await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen, { stages }) });
    const after = await at.write(asker, `Later, too: ${ten}`, { promptId: 'p' });
    const seen = await at.sees(bo);
    expect([seen.has(before), seen.has(after)]).to.deep.equal([true, false]);
  });

  for (const [count, said] of [
    [0, 'nobody'],
    [1, 'few'],
    [4, 'few'],
    [5, 'dozen'],
    [18, 'dozen'],
    [19, 'many'],
  ] as const)
    it(`says of ${count} who answered only “${said}”, and nothing of those who wait for a facilitator`, async () => {
      const at = openLearningRoom();
      await at.act(fay, { type: 'arrange', prompt: promptWith(afterTen) });
      for (let one = 0; one < count; one++) await at.write(personOf(`C${one}`), `${ten} ${one}`, { promptId: 'p' });
      await at.write(personOf('Gil', 'guest'), ten, { promptId: 'p' });
      await at.write(fay, ten, { promptId: 'p' });
      expect(await at.standing(bo)).to.deep.equal({ promptId: 'p', closed: ['open'], answered: said });
    });
});
