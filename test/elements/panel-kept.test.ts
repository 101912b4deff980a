// A discussion that no server keeps: the panel says where it is kept, and the page may put a way to export it there.
import { expect } from 'chai';
import { localAdapter } from '../../src/adapters/local.ts';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { newOp } from '../../src/model/op.ts';
import { all, ana, clear, flaws, openPlace, panelFor, show, textOf } from '../support/panel.ts';

const name = `kept ${newOp()}`;

/** An adapter of an authority that says nothing of where it keeps things, as a server does. */
function silent(inner: Adapter): Adapter {
  return {
    open(discussion, listener) {
      const session = inner.open(discussion, listener);
      return {
        ...session,
        async sync(cursor, window) {
          const { room, ...changes } = await session.sync(cursor, window);
          if (room === undefined) return changes;
          const { keptIn: _, ...record } = room;
          return { ...changes, room: record };
        },
      };
    },
  };
}

describe('where a discussion is kept', () => {
  afterEach(clear);
  after(() => void indexedDB.deleteDatabase(name));

  const note = (panel: HTMLElement): HTMLElement[] => all(panel, '[part=kept]');

  it('in this browser: said below it, with the page’s way to export it', async () => {
    document.documentElement.lang = 'en';
    const panel = document.createElement('peer-discussion');
    panel.discussion = 'kept';
    panel.adapter = localAdapter({ me: ana, name });
    const button = document.createElement('button');
    button.slot = 'kept';
    button.textContent = 'Export';
    panel.append(button);
    await show(panel);
    expect(note(panel).map(textOf)).to.deep.equal([
      'This discussion is kept in this browser only: nobody else sees it, and it goes when the browser’s data is cleared.',
    ]);
    expect(button.checkVisibility()).to.equal(true);
    expect(await flaws(panel)).to.deep.equal([]);
    panel.remove();
  });

  it('in this page: said below it', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    expect(note(panel).map(textOf)).to.deep.equal([
      'This discussion is kept in this page only, and is gone when the page is closed.',
    ]);
  });

  it('by a server: nothing is said', async () => {
    const place = openPlace();
    const panel = panelFor(place, ana);
    panel.adapter = silent(memoryAdapter({ me: ana, backend: place.backend }));
    await show(panel);
    expect(note(panel)).to.have.length(0);
  });
});
