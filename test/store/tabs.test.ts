// Several tabs of one person over one browser's storage and a bad network: opened, closed and crashed at random. Every
// text becomes one post or comes back refused; none twice, none lost. A failing seed prints itself.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { Person } from '../../src/model/post.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createFakeClock, createFakePage, createKeyValue } from '../support/fake-clock.ts';
import { createFakeLocks } from '../support/fake-locks.ts';
import { createRandom, pick } from '../support/seeded.ts';
import { tap } from '../support/tapped-adapter.ts';
import { unreliable, type Network } from '../support/unreliable.ts';

const amina: Person = { id: 'amina', name: 'Amina', role: 'member' };
const discussion = 'd';
const steps = 40;
const mostTabs = 3;
const tooLong = 'x'.repeat(10_001);

interface Tab {
  readonly store: Store;
  readonly network: Network;
  readonly sent: () => readonly string[];
  crash(): void;
}

/** What came of one storm of tabs. */
interface Aftermath {
  readonly broken: readonly string[];
  readonly crashes: number;
  /** Ops that more than one tab sent. */
  readonly sentByTwo: number;
}

async function raise(seed: number, hasLocks: boolean): Promise<Aftermath> {
  const random = createRandom(seed);
  const clock = createFakeClock(random);
  const backend = createMemoryBackend({ now: clock.now });
  const keyValue = createKeyValue();
  const browser = createFakeLocks();
  const weather = { loseQuestion: 0.15, loseAnswer: 0.2, loseChange: 0.1, doubleChange: 0.1, maxDelayMs: 300 };
  const senders = new Map<string, Set<Tab>>();
  const written: string[] = [];
  const opened: Tab[] = [];
  let tabs: Tab[] = [];
  let crashes = 0;

  function openTab(): void {
    const network = unreliable(memoryAdapter({ me: amina, backend }), clock, random, weather);
    const tapped = tap(network.adapter);
    const { locks, crash } = browser.tab();
    const page = createFakePage();
    const store = createStore(tapped, discussion, { clock, page, keyValue, locks: hasLocks ? locks : null });
    const sent = (): string[] => tapped.passed.map(({ op }) => op);
    const tab: Tab = {
      store,
      network,
      sent,
      crash() {
        network.cut(); // what is under way is heard by nobody
        crash();
        store.close();
      },
    };
    tabs.push(tab);
    opened.push(tab);
  }

  openTab();
  await clock.pass(1_000);
  for (let step = 0; step < steps; step++) {
    const tab = pick(random, tabs);
    const dice = random();
    if (tab === undefined || (dice < 0.12 && tabs.length < mostTabs)) openTab();
    else if (dice < 0.6) {
      if (tab.store.state.me === null) continue; // nobody can write before it is known who does
      const body = random() < 0.1 ? `${tooLong} ${step}` : `words ${step}`;
      const own = pick(random, tab.store.state.outbox);
      const parentId = random() < 0.4 && own?.command.type === 'create' ? own.command.op : null;
      tab.store.submit({ type: 'create', parentId, body });
      written.push(body);
    } else if (dice < 0.7) {
      tabs = tabs.filter((other) => other !== tab);
      if (random() < 0.5) tab.store.close();
      else {
        crashes++;
        tab.crash();
      }
    } else if (dice < 0.8) tab.network.cut();
    else tab.network.heal();
    await clock.pass(random() * 600);
  }

  // Without locks nobody sees that a tab is gone: the next page finds what it left.
  if (tabs.length === 0 || !hasLocks) openTab();
  for (const { network } of tabs) network.calm();
  await clock.pass(1_000); // what was under way in the storm arrives, in whatever order
  for (const { network } of tabs) network.heal();
  await clock.pass(300_000);

  const { posts } = await backend.room(discussion).sync(plainLens(amina), null);
  const there = posts.filter(isPost).map(({ body }) => body);
  const open = tabs.flatMap(({ store }) => store.state.outbox);
  const back = open
    .filter(({ state }) => state === 'refused')
    .map(({ command }) => ('body' in command ? command.body : ''));
  const broken: string[] = [];
  for (const { state, command } of open) if (state !== 'refused') broken.push(`${command.op} still waits as ${state}`);
  for (const body of written) {
    const count = there.filter((text) => text === body).length;
    if (count > 1) broken.push(`${body.slice(-20)} is there ${count} times`);
    if (count === 0 && !back.includes(body)) broken.push(`${body.slice(-20)} is lost`);
    if (count > 0 && hasLocks && back.includes(body)) broken.push(`${body.slice(-20)} is there and given back`);
  }
  const kept = [...keyValue.all.values()].filter((text) => !text.includes('"refused"'));
  if (kept.length > 0) broken.push(`still kept: ${kept.join()}`);
  for (const tab of opened) for (const op of tab.sent()) senders.set(op, (senders.get(op) ?? new Set()).add(tab));
  for (const { store } of tabs) store.close();
  const sentByTwo = [...senders.values()].filter((by) => by.size > 1).length;
  return { broken, crashes, sentByTwo };
}

describe('several tabs of one person', () => {
  for (const hasLocks of [true, false])
    it(`lose nothing and write nothing twice in 150 storms, ${hasLocks ? 'each in its own hands' : 'without locks'}`, async () => {
      let crashes = 0;
      let sentByTwo = 0;
      for (let seed = 1; seed <= 150; seed++) {
        const found = await raise(seed, hasLocks);
        expect(found.broken, `seed ${seed}`).to.deep.equal([]);
        crashes += found.crashes;
        sentByTwo += found.sentByTwo;
      }
      expect(crashes, 'crashes').to.be.greaterThan(50);
      // A tab that was lost may have sent what another sends again: the op makes one post of both.
      expect(sentByTwo, 'ops sent by two tabs').to.be.greaterThan(0);
    });
});
