// A long discussion comes in pages: the newest threads first, further ones when they are asked for, and nothing of a
// thread that is not there.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  focused,
  get,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';

/** A discussion of so many threads. */
async function long(threads: number): Promise<{ place: Place; ids: string[] }> {
  const place = openPlace();
  const ids: string[] = [];
  for (let count = 1; count <= threads; count++) ids.push(await place.say(tom, `Thread ${count}.`));
  return { place, ids };
}

const numbers = (texts: readonly string[]): number[] => texts.map((text) => Number(/Thread (\d+)\./u.exec(text)?.[1]));

describe('a long discussion', () => {
  afterEach(clear);

  it('begins with the 20 newest threads, the newest first; a press loads further ones below, and goes there', async () => {
    const { place } = await long(45);
    const panel = await show(panelFor(place, ana));
    expect(numbers(rows(panel))).to.deep.equal(Array.from({ length: 20 }, (_, count) => 45 - count));
    expect(await flaws(panel)).to.deep.equal([]);
    get(panel, 'button', 'Show more threads').click();
    await until(() => rows(panel).length === 40);
    await until(() => focused(panel) === row(panel, 'Thread 25.'));
    get(panel, 'button', 'Show more threads').click();
    await until(() => rows(panel).length === 45);
    expect(all(panel, 'button', 'Show more threads')).to.have.length(0);
    expect(all(panel, 'button', 'new post')).to.have.length(0);
  });

  it('answers in threads that are not there neither show nor wait; they come with their thread', async () => {
    const { place, ids } = await long(25);
    const panel = await show(panelFor(place, ana));
    await place.say(tom, 'Far away', ids[0] ?? null);
    await place.act(tom, { type: 'edit', id: ids[1] ?? '', body: 'Thread 2. Changed', revision: 1 });
    await place.say(tom, 'Close by', ids[24] ?? null);
    await until(() => get(panel, 'button', /^1 new post$/));
    await settle(panel);
    expect(rows(panel)).to.have.length(20);
    get(panel, 'button', 'Show more threads').click();
    await until(() => row(panel, 'Thread 2. Changed'));
    row(panel, 'Far away');
    expect(all(panel, 'button', /^1 new post$/)).to.have.length(1);
  });

  it('one’s own first post stands first at once, though threads are missing', async () => {
    const { place } = await long(25);
    const panel = await show(panelFor(place, ana));
    fill(get(panel, 'textbox', /^Your post$/), 'Mine');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel)[0]?.includes('Mine'));
    expect(rows(panel)).to.have.length(21);
  });

  it('what could not be loaded is said, and can be tried again', async () => {
    const { place } = await long(25);
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    line.cut();
    get(panel, 'button', 'Show more threads').click();
    await until(() => textOf(get(panel, 'status')).includes('could not be loaded'));
    line.heal();
    get(panel, 'button', 'Show more threads').click();
    await until(() => rows(panel).length === 25);
  });

  it('nothing moves when something arrives: the browser measures no shift', async () => {
    const { place, ids } = await long(25);
    const panel = await show(panelFor(place, ana));
    row(panel, 'Thread 20.').scrollIntoView();
    // Rows that were never drawn take their real heights when one goes there: that is the reader's own movement.
    for (let turn = 0; turn < 6; turn++) await settle(panel);
    let shift = 0;
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shift += (entry as PerformanceEntry & { value: number }).value;
    });
    observer.observe({ type: 'layout-shift' });
    for (const id of ids.slice(20)) await place.say(tom, 'An answer', id);
    await place.say(tom, 'Another thread');
    await until(() => get(panel, 'button', '6 new posts'));
    await settle(panel);
    observer.disconnect();
    expect(shift).to.equal(0);
  });
});
