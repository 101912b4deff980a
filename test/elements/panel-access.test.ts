// Accessibility: axe finds nothing in any state, light and dark; names, roles and descriptions are there.
import { expect } from 'chai';
import { DiscussionError } from '../../src/model/errors.ts';
import { createScriptedAdapter } from '../support/scripted-adapter.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  flaws,
  get,
  mira,
  nameOf,
  openPlace,
  panelFor,
  paula,
  row,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';

async function furnished(): Promise<Place> {
  const place = openPlace();
  const first = await place.say(
    mira,
    '# Welcome\n\n**Think** first.\n\n> a quote\n\n```\ncode\n```\n\n[link](https://example.org)',
  );
  const answer = await place.say(
    ana,
    'My answer, with `code`\n\n1. one\n2. two\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    first,
  );
  await place.say(tom, 'And mine', answer);
  const gone = await place.say(tom, 'Not for long', first);
  await place.say(ana, 'Below what is gone', gone);
  await place.act(tom, { type: 'remove', id: gone });
  const hidden = await place.say(tom, 'An advertisement', first);
  await place.act(mira, { type: 'moderate', id: hidden, state: 'hidden', reason: 'Advertising' });
  await place.say(paula, 'May I ask?');
  await place.say(tom, 'سلام');
  return place;
}

for (const scheme of ['light', 'dark']) {
  describe(`accessibility, ${scheme}`, () => {
    beforeEach(() => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#000' : '#fff';
      document.documentElement.lang = 'en';
      document.title = 'Test';
    });
    afterEach(clear);

    it('a furnished discussion, for a member and for a facilitator', async () => {
      const place = await furnished();
      for (const me of [ana, mira]) {
        const panel = await show(panelFor(place, me));
        expect(await flaws(panel)).to.deep.equal([]);
        panel.remove();
      }
    });

    it('everything that can be opened in it', async () => {
      const panel = await show(panelFor(await furnished(), mira));
      get(row(panel, 'And mine'), 'button', 'Reply').click();
      get(row(panel, 'May I ask'), 'button', 'Hide').click();
      get(row(panel, 'Welcome'), 'button', 'Remove').click();
      await until(() => get(panel, 'textbox', 'Reason'));
      get(row(panel, 'May I ask'), 'button', /^Hide$/).click();
      await until(() => all(panel, 'alert').some((alert) => textOf(alert).includes('reason')));
      expect(await flaws(panel)).to.deep.equal([]);
    });

    it('empty, as a guest, with every mistake shown', async () => {
      const panel = await show(panelFor(openPlace(), null));
      fill(get(panel, 'textbox', 'Your post'), 'x');
      get(panel, 'button', /^Post$/).click();
      await until(() => textOf(panel).includes('Write your name'));
      expect(await flaws(panel)).to.deep.equal([]);
    });

    it('reading only', async () => {
      const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
      await place.say(ana, 'Read me');
      const panel = await show(panelFor(place, null));
      expect(all(panel, 'textbox')).to.have.length(0);
      expect(await flaws(panel)).to.deep.equal([]);
    });

    it('not connected, loading, offline, closed', async () => {
      const place = await furnished();
      const bare = document.createElement('peer-discussion');
      document.body.append(bare);
      await until(() => textOf(bare).includes('not connected'));
      for (const animation of bare.shadowRoot?.getAnimations() ?? []) animation.finish();
      expect(await flaws(bare)).to.deep.equal([]);
      bare.remove();

      const waiting = panelFor(place, ana);
      waiting.adapter = createScriptedAdapter();
      document.body.append(waiting);
      await until(() => get(waiting, 'region').getAttribute('aria-busy') === 'true');
      expect(textOf(waiting)).to.include('Loading');
      expect(await flaws(waiting)).to.deep.equal([]);
      waiting.remove();

      const panel = panelFor(place, ana);
      const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
      panel.adapter = line;
      await show(panel);
      line.cut();
      fill(get(panel, 'textbox', 'Your post'), 'For later');
      get(panel, 'button', /^Post$/).click();
      await until(() => textOf(panel).includes('Not sent yet'));
      expect(await flaws(panel)).to.deep.equal([]);
      line.say({ state: 'closed', error: new DiscussionError('forbidden', 'no') });
      await until(() => textOf(panel).includes('do not have access'));
      expect(await flaws(panel)).to.deep.equal([]);
    });

    it('a text that came back', async () => {
      const place = openPlace();
      const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
      const panel = panelFor(place, ana);
      panel.adapter = line;
      await show(panel);
      line.refuse(new DiscussionError('forbidden', 'no'));
      fill(get(panel, 'textbox', 'Your post'), 'Mine');
      get(panel, 'button', /^Post$/).click();
      await until(() => get(panel, 'textbox', 'not published'));
      expect(await flaws(panel)).to.deep.equal([]);
    });
  });
}

describe('what is said to those who listen', () => {
  afterEach(clear);

  it('the panel is a region named by its heading, of the level the page asks for', async () => {
    const panel = panelFor(openPlace(), ana);
    panel.setAttribute('heading-level', '3');
    await show(panel);
    expect(nameOf(get(panel, 'region'))).to.equal('Discussion');
    expect(get(panel, 'heading', 'Discussion').getAttribute('aria-level')).to.equal('3');
  });

  it('posts are a list of articles, each named by its author and whom it answers', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'Welcome');
    await place.say(ana, 'Thank you', first);
    const panel = await show(panelFor(place, tom));
    expect(all(panel, 'list')).to.have.length(1);
    expect(all(panel, 'listitem')).to.have.length(2);
    expect(all(panel, 'article').map(nameOf)).to.deep.equal(['Post by Mira Lind', 'Reply by Ana Silva to Mira Lind']);
    expect(all(panel, 'button', 'Reply').map(nameOf)).to.deep.equal([
      'Reply: post by Mira Lind',
      'Reply: post by Ana Silva',
    ]);
  });

  it('the author of each post is a heading, so that one can go from post to post', async () => {
    const place = openPlace();
    const first = await place.say(mira, '# A heading of their own');
    await place.say(ana, 'Thank you', first);
    const panel = await show(panelFor(place, tom));
    const levels = all(panel, 'heading').map((one) => [nameOf(one), one.getAttribute('aria-level') ?? one.localName]);
    expect(levels).to.deep.equal([
      ['Discussion', '2'],
      ['Mira Lind', '3'],
      ['A heading of their own', 'h4'],
      ['Ana Silva', '3'],
    ]);
  });

  it('a facilitator and a guest are marked outside of their names', async () => {
    const place = openPlace();
    await place.say(mira, 'Welcome');
    await place.say(paula, 'Hello');
    const panel = await show(panelFor(place, mira));
    const name = (words: string): string => textOf(row(panel, words).querySelector('[part=author]') ?? panel);
    expect(name('Welcome')).to.equal('Mira Lind');
    expect(textOf(row(panel, 'Welcome'))).to.include('Facilitator');
    expect(name('Hello')).to.equal('Paula Prospect');
    expect(textOf(row(panel, 'Hello'))).to.include('Guest');
  });

  it('a time can be read by machines, and whole', async () => {
    const place = openPlace();
    await place.say(ana, 'Now');
    const time = get(await show(panelFor(place, tom)), 'time');
    expect(Date.parse(time.getAttribute('datetime') ?? '')).to.be.closeTo(Date.now(), 60_000);
    expect(time.title).to.include(String(new Date().getFullYear()));
    expect(textOf(time)).to.equal('now');
  });

  it('what is wrong with a field is part of its description', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const field = get(panel, 'textbox', 'Your post');
    expect(field.getAttribute('aria-invalid')).to.equal('false');
    get(panel, 'button', /^Post$/).click();
    await until(() => field.getAttribute('aria-invalid') === 'true');
    expect(descriptionOf(field)).to.include('nothing to send');
  });

  it('the live region says how many came, and that a post is published', async () => {
    const place = openPlace();
    await place.say(ana, 'One');
    const panel = await show(panelFor(place, ana));
    await place.say(tom, 'Two');
    await place.say(tom, 'Three');
    await until(() => textOf(get(panel, 'status')) === '2 new posts');
    fill(get(panel, 'textbox', 'Your post'), 'Mine');
    get(panel, 'button', /^Post$/).click();
    await until(() => textOf(get(panel, 'status')) === 'Your post is published.');
    await settle(panel);
  });
});
