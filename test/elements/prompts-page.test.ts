// A prompt in the page's own HTML: the page's element is its text, and a facilitator makes it binding by one button.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import type { Adapter } from '../../src/adapters/adapter.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { Capabilities, Person } from '../../src/model/post.ts';
import { all, ana, clear, get, mira, openPlace, panelFor, settle, show, textOf, until } from '../support/panel.ts';
import type { Place } from '../support/panel.ts';

/** A panel whose page asks something. */
function asking(place: Place, me: Person, data: Readonly<Record<string, string>> = {}): PeerDiscussion {
  const panel = panelFor(place, me);
  const section = document.createElement('section');
  section.slot = 'prompt';
  section.innerHTML = '<h3>What changed?</h3><p>Tell of <em>one</em> exchange.</p>';
  Object.assign(section.dataset, { prompt: 'what-changed', gate: 'post-first', words: '60', ...data });
  panel.append(section);
  return panel;
}

/** An adapter that can less. */
function without(adapter: Adapter, ...names: (keyof Capabilities)[]): Adapter {
  return {
    open: (discussion, listener) =>
      adapter.open(discussion, {
        ...listener,
        status(status) {
          if (status.state !== 'online') return listener.status(status);
          const can = Object.fromEntries(
            Object.entries(status.can).filter(([name]) => !names.some((one) => one === name)),
          );
          listener.status({ ...status, can });
        },
      }),
  };
}

const isShownIn = (panel: PeerDiscussion): boolean => get(panel, 'slot[name=prompt]').matches('slot');

describe('a prompt in the page', () => {
  afterEach(clear);

  it('is the page’s own element, shown above the place to write', async () => {
    const panel = await show(asking(openPlace(), ana));
    const section = panel.querySelector('section');
    expect(isShownIn(panel)).to.equal(true);
    expect(section?.assignedSlot?.name).to.equal('prompt');
    expect(section?.checkVisibility()).to.equal(true);
    await settle(panel);
    expect(all(panel, 'button', 'Ask this here')).to.have.length(0);
    expect(all(panel, 'group', 'What changed?')).to.have.length(0);
  });

  it('binds once a facilitator says so, with its gate, and its text stands once', async () => {
    const place = openPlace();
    const staff = await show(asking(place, mira));
    const before = await show(asking(place, ana));
    (await until(() => get(staff, 'button', 'Ask this here'))).click();
    await until(() => get(before, 'group', 'What changed?'));
    expect(textOf(get(before, 'group', 'What changed?')))
      .to.include('An answer of at least 60 words')
      .and.not.include('exchange');
    await until(() => all(staff, 'button', 'Ask this here').length === 0);
    expect(textOf(staff)).not.to.include('has changed since');
  });

  it('that changed in the page is said to the facilitator alone, who may ask it anew', async () => {
    const place = openPlace();
    const first = await show(asking(place, mira));
    (await until(() => get(first, 'button', 'Ask this here'))).click();
    await until(() => get(first, 'group', 'What changed?'));
    first.remove();
    const learner = await show(asking(place, ana, { words: '30' }));
    const staff = await show(asking(place, mira, { words: '30' }));
    (await until(() => get(staff, 'button', 'Ask it as it is now'))).click();
    await until(() => textOf(get(learner, 'group', 'What changed?')).includes('at least 30 words'));
    expect(textOf(learner)).not.to.include('has changed since');
    await until(() => all(staff, 'button', 'Ask it as it is now').length === 0);
  });

  it('that cannot be asked says which part to mend', async () => {
    const panel = await show(asking(openPlace(), mira, { prompt: 'Not an id!' }));
    await until(() => textOf(panel).includes('cannot be asked as it is. Please check: id'));
    expect(all(panel, 'button', 'Ask')).to.have.length(0);
  });

  it('with a gate that the adapter cannot keep says so calmly, to everybody', async () => {
    for (const less of [['gates'], ['gates', 'moves']] as const)
      for (const me of [ana, mira]) {
        const panel = asking(openPlace(), me);
        panel.adapter = without(panel.adapter ?? memoryAdapter({ me }), ...less);
        await show(panel);
        await until(() => textOf(panel).includes('This discussion cannot keep to that'));
        expect(all(panel, 'button', 'Ask this here')).to.have.length(0);
        panel.remove();
      }
  });

  it('without a gate says nothing there', async () => {
    const panel = asking(openPlace(), mira, { gate: 'open' });
    panel.adapter = without(panel.adapter ?? memoryAdapter({ me: mira }), 'gates');
    await show(panel);
    await settle(panel);
    expect(textOf(panel)).not.to.include('cannot keep');
  });
});
