// The store over an adapter played by hand: what it holds, what it sends and when it tries again.
import { expect } from 'chai';
import type { Adapter, FirstLook } from '../../src/adapters/adapter.ts';
import { DiscussionError, type ErrorCode } from '../../src/model/errors.ts';
import type { Changes, Discussion, Person, Post } from '../../src/model/post.ts';
import { isPost } from '../../src/model/view.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, createKeyValue, settle } from '../support/fake-clock.ts';
import { createScriptedAdapter, type Question } from '../support/scripted-adapter.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const jonas: Person = { id: 'jonas', name: 'Jonas', role: 'member' };
const room: Discussion = { id: 'd', title: null, url: null, guestPosts: 'held' };
const can = { live: true, edit: true, moderate: true, marks: true };

function post(id: string, order: number, more: Partial<Post> = {}): Post {
  const createdAt = '2026-01-05T09:00:00.000Z';
  const plain = {
    parentId: null,
    author: jonas,
    body: id,
    createdAt,
    editedAt: null,
    revision: 1,
    state: 'shown',
  } as const;
  return { id, order, ...plain, ...more };
}

function setUp(keyValue = createKeyValue(), look?: Adapter['look']) {
  const adapter = createScriptedAdapter(look);
  const clock = createFakeClock();
  const page = createFakePage();
  const store = createStore(adapter, 'd', { clock, page, keyValue, locks: null });
  return { adapter, clock, page, store, keyValue };
}

/** The only question that waits. */
function only<Asked>(questions: readonly Question<Asked>[]): Question<Asked> {
  expect(questions).to.have.length(1);
  const [question] = questions;
  if (question === undefined) throw new Error('nothing was asked');
  return question;
}

async function online(bench: ReturnType<typeof setUp>, posts: readonly Post[] = [], me: Person | null = amina) {
  bench.adapter.listener.status({ state: 'online', me, can });
  await settle();
  only(bench.adapter.syncs).answer({ from: null, to: 'c1', posts, room });
  await settle();
}

const bodies = (store: Store): string[] => [...store.state.posts.values()].filter(isPost).map(({ body }) => body);
const refusal = (code: ErrorCode, retryAfterMs?: number): DiscussionError =>
  new DiscussionError(code, code, retryAfterMs === undefined ? {} : { retryAfterMs });

describe('the store', () => {
  it('asks for everything once it is online, and publishes one frozen state', async () => {
    const bench = setUp();
    expect(bench.store.state.connection).to.equal('connecting');
    expect(bench.store.state.discussion).to.equal(null);
    await online(bench, [post('a', 1)]);
    expect(bench.store.state).to.include({ connection: 'online', me: amina, discussion: room });
    expect(bodies(bench.store)).to.deep.equal(['a']);
    expect(Object.isFrozen(bench.store.state)).to.equal(true);
  });

  it('calls a subscriber back at once, after every change, and no more after its undo', async () => {
    const bench = setUp();
    const seen: string[] = [];
    const undo = bench.store.subscribe(({ connection }) => seen.push(connection));
    expect(seen).to.deep.equal(['connecting']);
    await online(bench);
    const heard = seen.length;
    expect(seen.at(-1)).to.equal('online');
    undo();
    bench.adapter.listener.status({ state: 'offline' });
    expect(seen).to.have.length(heard);
  });

  it('takes changes that follow on, leaves those it knows, and asks when one is missing', async () => {
    const bench = setUp();
    await online(bench);
    bench.adapter.listener.changes({ from: 'c1', to: 'c2', posts: [post('a', 1)] });
    bench.adapter.listener.changes({ from: 'c1', to: 'c2', posts: [post('a', 1)] });
    expect(bodies(bench.store)).to.deep.equal(['a']);
    expect(bench.adapter.syncs).to.have.length(0);
    bench.adapter.listener.changes({ from: 'c3', to: 'c4', posts: [post('c', 3)] });
    const question = only(bench.adapter.syncs);
    expect(question.asked).to.equal('c2');
    expect(bodies(bench.store)).to.deep.equal(['a']);
    question.answer({ from: 'c2', to: 'c4', posts: [post('b', 2), post('c', 3)], room });
    await settle();
    expect(bodies(bench.store)).to.deep.equal(['a', 'b', 'c']);
  });

  it('forgets what it held when the authority says so', async () => {
    const bench = setUp();
    await online(bench, [post('a', 1), post('b', 2)]);
    bench.adapter.listener.changes({ from: null, to: 'd1', posts: [post('b', 2)], room });
    expect(bodies(bench.store)).to.deep.equal(['b']);
  });

  it('asks again when live changes overtook the answer', async () => {
    const bench = setUp();
    await online(bench);
    bench.adapter.listener.changes({ from: 'c5', to: 'c6', posts: [] });
    const first = only(bench.adapter.syncs);
    bench.adapter.listener.changes({ from: 'c1', to: 'c2', posts: [post('a', 1)] });
    first.answer({ from: 'c1', to: 'c6', posts: [post('a', 1), post('b', 2)] });
    await settle();
    const second = only(bench.adapter.syncs);
    expect(second.asked).to.equal('c2');
    second.answer({ from: 'c2', to: 'c6', posts: [post('b', 2)] });
    await settle();
    expect(bodies(bench.store)).to.deep.equal(['a', 'b']);
  });

  it('shows one’s own post at once, sends it, and never shows it twice', async () => {
    const bench = setUp();
    await online(bench, [post('a', 1)]);
    const op = bench.store.submit({ type: 'create', parentId: null, body: 'mine' });
    expect(bodies(bench.store)).to.deep.equal(['a', 'mine']);
    expect(bench.store.state.outbox.map(({ state }) => state)).to.deep.equal(['sending']);
    const mine = post(op, 2, { author: amina, body: 'mine' });
    bench.adapter.listener.changes({ from: 'c1', to: 'c2', posts: [mine] });
    expect(bodies(bench.store)).to.deep.equal(['a', 'mine']);
    only(bench.adapter.submits).answer({ from: 'c1', to: 'c2', posts: [mine] });
    await settle();
    expect(bench.store.state.outbox).to.have.length(0);
    expect(bodies(bench.store)).to.deep.equal(['a', 'mine']);
    expect(bench.adapter.syncs).to.have.length(0);
  });

  it('keeps an accepted post in sight until it holds it', async () => {
    const bench = setUp();
    await online(bench);
    const op = bench.store.submit({ type: 'create', parentId: null, body: 'mine' });
    const mine = post(op, 2, { author: amina, body: 'mine' });
    const shown: string[][] = [];
    bench.store.subscribe(() => shown.push(bodies(bench.store)));
    only(bench.adapter.submits).answer({ from: 'c7', to: 'c8', posts: [mine] });
    await settle();
    only(bench.adapter.syncs).answer({ from: 'c1', to: 'c8', posts: [mine] });
    await settle();
    expect(shown.every((texts) => texts.includes('mine'))).to.equal(true);
    expect(bench.store.state.outbox).to.have.length(0);
  });

  it('sends one command at a time, in the order they were asked for', async () => {
    const bench = setUp();
    await online(bench);
    const first = bench.store.submit({ type: 'create', parentId: null, body: 'one' });
    bench.store.submit({ type: 'create', parentId: first, body: 'two' });
    const question = only(bench.adapter.submits);
    expect(question.asked).to.include({ body: 'one' });
    question.answer({ from: 'c1', to: 'c2', posts: [post(first, 1, { author: amina, body: 'one' })] });
    await settle();
    expect(only(bench.adapter.submits).asked).to.include({ body: 'two', parentId: first });
  });

  for (const code of ['offline', 'internal'] as const)
    it(`keeps a command after «${code}» and sends the same op again, after a wait`, async () => {
      const bench = setUp();
      await online(bench);
      const op = bench.store.submit({ type: 'create', parentId: null, body: 'mine' });
      only(bench.adapter.submits).refuse(refusal(code));
      await settle();
      expect(bench.store.state.outbox[0]).to.include({ state: 'waiting', tries: 1 });
      expect(bodies(bench.store)).to.deep.equal(['mine']);
      expect(bench.adapter.submits).to.have.length(0);
      await bench.clock.pass(500);
      only(bench.adapter.syncs).answer({ from: 'c1', to: 'c1', posts: [] });
      await settle();
      expect(only(bench.adapter.submits).asked).to.include({ op });
    });

  it('waits as long as the authority asks after «rate-limited», also for what is asked meanwhile', async () => {
    const bench = setUp();
    await online(bench);
    bench.store.submit({ type: 'create', parentId: null, body: 'one' });
    only(bench.adapter.submits).refuse(refusal('rate-limited', 3_000));
    await settle();
    bench.store.submit({ type: 'create', parentId: null, body: 'two' });
    await bench.clock.pass(2_999);
    expect(bench.adapter.submits).to.have.length(0);
    expect(bench.adapter.syncs).to.have.length(0);
    await bench.clock.pass(1);
    only(bench.adapter.syncs).answer({ from: 'c1', to: 'c1', posts: [] });
    await settle();
    expect(only(bench.adapter.submits).asked).to.include({ body: 'one' });
  });

  for (const code of ['forbidden', 'not-found', 'invalid', 'conflict'] as const)
    it(`gives the text back after «${code}», and goes on with the next`, async () => {
      const bench = setUp();
      await online(bench);
      const op = bench.store.submit({ type: 'create', parentId: null, body: 'refused' });
      bench.store.submit({ type: 'create', parentId: null, body: 'next' });
      only(bench.adapter.submits).refuse(refusal(code));
      await settle();
      const [refused] = bench.store.state.outbox;
      expect(refused).to.deep.include({ state: 'refused' });
      expect(refused?.error?.code).to.equal(code);
      expect(refused?.command).to.include({ op, body: 'refused' });
      expect(bodies(bench.store)).to.deep.equal(['next']);
      expect(only(bench.adapter.submits).asked).to.include({ body: 'next' });
      bench.store.dismiss(op);
      expect(bench.store.state.outbox).to.have.length(1);
    });

  it('asks the host for a token once after «unauthenticated», then closes and says so', async () => {
    const bench = setUp();
    await online(bench);
    const closed = { state: 'closed', error: refusal('unauthenticated') } as const;
    bench.adapter.listener.status(closed);
    expect(bench.adapter.opened).to.equal(2);
    expect(bench.store.state.connection).to.equal('connecting');
    bench.adapter.listener.status(closed);
    expect(bench.adapter.opened).to.equal(2);
    expect(bench.store.state.connection).to.equal('closed');
    expect(bench.store.state.error?.code).to.equal('unauthenticated');
  });

  it('closes where a new token is refused for writing too, instead of asking on and on', async () => {
    const bench = setUp();
    await online(bench);
    bench.store.submit({ type: 'create', parentId: null, body: 'kept' });
    only(bench.adapter.submits).refuse(refusal('unauthenticated'));
    await settle();
    expect(bench.adapter.opened).to.equal(2);
    bench.adapter.listener.status({ state: 'online', me: amina, can });
    await settle();
    only(bench.adapter.syncs).answer({ from: 'c1', to: 'c1', posts: [] });
    await settle();
    only(bench.adapter.submits).refuse(refusal('unauthenticated'));
    await settle();
    expect(bench.adapter.opened).to.equal(2);
    expect(bench.store.state.connection).to.equal('closed');
    expect(bodies(bench.store)).to.deep.equal(['kept']);
  });

  it('asks again for a token each time one runs out that was good', async () => {
    const bench = setUp();
    for (let turn = 1; turn <= 3; turn++) {
      await online(bench);
      bench.adapter.listener.status({ state: 'closed', error: refusal('unauthenticated') });
      expect(bench.adapter.opened).to.equal(turn + 1);
    }
  });

  for (const code of ['unsupported', 'forbidden', 'not-found'] as const)
    it(`is closed for good after «${code}» of the session`, async () => {
      const bench = setUp();
      bench.adapter.listener.status({ state: 'closed', error: refusal(code) });
      bench.page.wake();
      await bench.clock.pass(60_000);
      expect(bench.adapter.opened).to.equal(1);
      expect(bench.store.state.error?.code).to.equal(code);
    });

  it('takes nothing in before it is known who writes', async () => {
    const bench = setUp();
    expect(() => bench.store.submit({ type: 'create', parentId: null, body: 'too early' }))
      .to.throw(DiscussionError)
      .with.property('code', 'offline');
    await online(bench);
    expect(bench.store.state.outbox).to.deep.equal([]);
  });

  it('keeps what was written offline across a reload, and sends it once it is back', async () => {
    const bench = setUp();
    await online(bench);
    bench.adapter.listener.status({ state: 'offline' });
    const op = bench.store.submit({ type: 'create', parentId: null, body: 'on the train' });
    expect(bench.adapter.submits).to.have.length(0);
    expect(bodies(bench.store)).to.deep.equal(['on the train']);
    bench.store.close();

    const later = setUp(bench.keyValue);
    await online(later);
    expect(bodies(later.store)).to.deep.equal(['on the train']);
    only(later.adapter.submits).answer({ from: 'c1', to: 'c2', posts: [post(op, 1, { author: amina })] });
    await settle();
    expect(later.keyValue.all.size).to.equal(0);
  });

  it('never sends one person’s words as another, and forgets them once another member is there', async () => {
    const bench = setUp();
    await online(bench);
    bench.adapter.listener.status({ state: 'offline' });
    bench.store.submit({ type: 'create', parentId: null, body: 'amina’s' });
    bench.adapter.listener.status({ state: 'online', me: jonas, can });
    expect(bodies(bench.store)).to.deep.equal([]);
    await settle();
    only(bench.adapter.syncs).answer({ from: null, to: 'c1', posts: [], room });
    await settle();
    expect(bench.adapter.submits).to.have.length(0);
    bench.adapter.listener.status({ state: 'online', me: amina, can });
    expect(bench.store.state.outbox).to.have.length(0);
  });

  it('does not hold a view taken as somebody else', async () => {
    const bench = setUp();
    await online(bench, [post('for amina', 1)]);
    bench.adapter.listener.status({ state: 'online', me: jonas, can });
    await settle();
    expect(only(bench.adapter.syncs).asked).to.equal(null);
    expect(bodies(bench.store)).to.deep.equal([]);
  });

  describe('with an adapter that looks first', () => {
    const found = {
      me: amina,
      can,
      changes: { from: null, to: 'c1', posts: [post('a', 1)], room },
      mine: { read: ['a'] },
    };
    it('shows what it saw before it is online, as whom it saw it, and asks only for what came since', async () => {
      const bench = setUp(createKeyValue(), async () => found);
      await settle();
      expect(bodies(bench.store)).to.deep.equal(['a']);
      expect(bench.store.state).to.deep.include({ connection: 'connecting', me: amina, can });
      expect([...bench.store.state.read]).to.deep.equal(['a']);
      bench.store.submit({ type: 'create', parentId: null, body: 'early' });
      expect(bench.adapter.submits).to.have.length(0);
      bench.adapter.listener.status({ state: 'online', me: amina, can });
      expect(bodies(bench.store)).to.deep.equal(['a', 'early']);
      const question = only(bench.adapter.syncs);
      expect(question.asked).to.equal('c1');
      question.answer({ from: 'c1', to: 'c1', posts: [] });
      await settle();
      expect(only(bench.adapter.submits).asked).to.include({ body: 'early' });
    });

    it('forgets it where the session is somebody else’s', async () => {
      const bench = setUp(createKeyValue(), async () => found);
      await settle();
      bench.adapter.listener.status({ state: 'online', me: jonas, can });
      expect([bodies(bench.store), [...bench.store.state.read]]).to.deep.equal([[], []]);
      expect(only(bench.adapter.syncs).asked).to.equal(null);
    });

    it('takes no look that comes after the session is online, or after close()', async () => {
      for (const late of ['online', 'close'] as const) {
        let answer: (found: FirstLook) => void = () => {};
        const bench = setUp(createKeyValue(), () => new Promise((resolve) => (answer = resolve)));
        if (late === 'online') await online(bench, [post('b', 2)]);
        else bench.store.close();
        const before = bench.store.state;
        answer(found);
        await settle();
        expect(bench.store.state, late).to.equal(before);
      }
    });

    it('goes on as without one where the look fails', async () => {
      const bench = setUp(createKeyValue(), async () => Promise.reject(refusal('internal')));
      await online(bench, [post('a', 1)]);
      expect(bodies(bench.store)).to.deep.equal(['a']);
    });
  });

  it('gathers read marks, sends them once, and shows them at once', async () => {
    const bench = setUp();
    await online(bench, [post('a', 1), post('b', 2)]);
    bench.store.submit({ type: 'read', ids: ['a'] });
    bench.store.submit({ type: 'read', ids: ['a', 'b'] });
    expect([...bench.store.state.read]).to.deep.equal(['a', 'b']);
    await bench.clock.pass(1_000);
    const question = only(bench.adapter.submits);
    expect(question.asked).to.deep.include({ type: 'read', ids: ['a', 'b'] });
    question.answer({ from: 'c1', to: 'c1', posts: [] });
    await bench.clock.pass(10_000);
    expect(bench.adapter.submits).to.have.length(0);
  });

  it('sends a read mark again whose answer was lost', async () => {
    const bench = setUp();
    await online(bench, [post('a', 1)]);
    bench.store.submit({ type: 'read', ids: ['a'] });
    await bench.clock.pass(1_000);
    only(bench.adapter.submits).refuse(refusal('offline'));
    await bench.clock.pass(1_000);
    expect(only(bench.adapter.submits).asked).to.deep.include({ type: 'read', ids: ['a'] });
  });

  it('asks an adapter that is not live from time to time, while the page is seen', async () => {
    const bench = setUp();
    bench.adapter.listener.status({ state: 'online', me: amina, can: {} });
    await settle();
    only(bench.adapter.syncs).answer({ from: null, to: 'c1', posts: [], room });
    await bench.clock.pass(5_000);
    expect(only(bench.adapter.syncs).asked).to.equal('c1');
  });

  it('tries to connect at once when the network is back', async () => {
    const bench = setUp();
    await online(bench);
    bench.adapter.listener.status({ state: 'offline' });
    bench.page.wake();
    await bench.clock.pass(2_000);
    expect(bench.adapter.opened).to.equal(2);
    expect(bench.adapter.closed).to.equal(1);
  });

  it('leaves nothing behind when it is closed', async () => {
    const bench = setUp();
    await online(bench);
    bench.store.submit({ type: 'read', ids: ['x'] });
    bench.store.submit({ type: 'create', parentId: null, body: 'x' });
    bench.store.close();
    bench.store.close();
    expect(bench.clock.waiting).to.equal(0);
    const before = bench.store.state;
    const changes: Changes = { from: 'c1', to: 'c2', posts: [post('late', 9)] };
    bench.adapter.listener.changes(changes);
    only(bench.adapter.submits).answer(changes);
    await settle();
    expect(bench.store.state).to.equal(before);
  });
});
