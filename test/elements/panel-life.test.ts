// The life of an element: moved, taken away and put back, two on a page, made before its class, pointed elsewhere.
import { expect } from 'chai';
import { define } from '../../src/elements/define.ts';
import type { ConnectSettings } from '../../src/elements/connect.ts';
import { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { PeerErrorEvent } from '../../src/elements/events.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  fill,
  get,
  mira,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  textOf,
  tom,
  until,
  valueOf,
} from '../support/panel.ts';

describe('life', () => {
  afterEach(() => {
    clear();
    PeerDiscussion.connect = null;
  });

  it('what stands inside is shown until the panel is there, and then no more', async () => {
    const panel = panelFor(openPlace(), ana);
    panel.append('Read the discussion on our site');
    await show(panel);
    const range = document.createRange();
    range.selectNodeContents(panel);
    expect([...range.getClientRects()]).to.have.length(0);
  });

  it('a move in the page is not an end: same session, same text in the field', async () => {
    const place = openPlace();
    await place.say(tom, 'Here');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    fill(get(panel, 'textbox', /^Your post$/), 'Half a thought');
    const elsewhere = document.createElement('div');
    elsewhere.dataset['test'] = '';
    document.body.append(elsewhere);
    for (let move = 0; move < 20; move++) {
      elsewhere.append(panel);
      await Promise.resolve();
      document.body.append(panel);
    }
    panel.remove();
    await Promise.resolve();
    elsewhere.append(panel);
    await settle(panel);
    expect([line.opened, line.alive]).to.deep.equal([1, 1]);
    expect(valueOf(get(panel, 'textbox', /^Your post$/))).to.equal('Half a thought');
  });

  it('taken away, its session ends; put back, it opens again and shows what came meanwhile', async () => {
    const place = openPlace();
    await place.say(tom, 'Here');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    panel.remove();
    await until(() => line.alive === 0);
    await place.say(tom, 'Meanwhile');
    document.body.append(panel);
    await until(() => row(panel, 'Meanwhile'));
    expect([line.opened, line.alive]).to.deep.equal([2, 1]);
  });

  it('taken away before it was open, it never opens', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    let give = (): void => {};
    PeerDiscussion.connect = () => new Promise((resolve) => (give = () => resolve(line)));
    panel.adapter = null;
    panel.server = 'https://discussions.example';
    document.body.append(panel);
    await settle(panel);
    panel.remove();
    await settle(panel);
    give();
    await settle(panel);
    expect(line.opened).to.equal(0);
  });

  it('two on one page know nothing of each other', async () => {
    const [here, there] = [openPlace(), openPlace()];
    await here.say(tom, 'Here');
    await there.say(tom, 'There');
    const [one, two] = [await show(panelFor(here, ana)), await show(panelFor(there, mira))];
    expect([rows(one).length, rows(two).length]).to.deep.equal([1, 1]);
    expect(textOf(row(one, 'Here'))).not.to.include('There');
    const ids = [one, two].flatMap((panel) =>
      [...(panel.shadowRoot?.querySelectorAll('[id]') ?? [])].map(({ id }) => id),
    );
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('two of one discussion and one person stay the same', async () => {
    const place = openPlace();
    const [one, two] = [await show(panelFor(place, ana)), await show(panelFor(place, ana))];
    fill(get(one, 'textbox', /^Your post$/), 'Seen in both');
    get(one, 'button', /^Post$/).click();
    await until(() => row(two, 'Seen in both'));
  });

  it('properties that were set before its class was known are honoured', async () => {
    const place = openPlace();
    await place.say(tom, 'Early');
    const early = document.createElement('peer-discussion-early') as PeerDiscussion;
    early.adapter = memoryAdapter({ me: ana, backend: place.backend });
    early.discussion = place.discussion;
    document.body.append(early);
    define('peer-discussion-early', class extends PeerDiscussion {});
    await until(() => row(early, 'Early'));
    early.remove();
  });

  it('defined twice, the first stays', () => {
    const before = customElements.get('peer-discussion');
    define('peer-discussion', class extends HTMLElement {});
    expect(customElements.get('peer-discussion')).to.equal(before);
  });

  it('pointed at another discussion or adapter it shows that one, and closes the one before', async () => {
    const [here, there] = [openPlace(), openPlace()];
    await here.say(tom, 'Here');
    await there.say(tom, 'There');
    const line = tap(memoryAdapter({ me: ana, backend: here.backend }));
    const panel = panelFor(here, ana);
    panel.adapter = line;
    await show(panel);
    panel.adapter = memoryAdapter({ me: ana, backend: there.backend });
    panel.discussion = there.discussion;
    await until(() => row(panel, 'There'));
    expect([rows(panel).length, line.alive]).to.deep.equal([1, 0]);
  });

  it('with another function for tokens it opens as that person, and what is being written stays', async () => {
    const place = openPlace();
    await place.say(tom, 'Here');
    const asked: ConnectSettings[] = [];
    PeerDiscussion.connect = (settings) => {
      asked.push(settings);
      return memoryAdapter({ me: asked.length === 1 ? null : mira, backend: place.backend });
    };
    const panel = document.createElement('peer-discussion');
    panel.setAttribute('server', 'https://discussions.example');
    panel.setAttribute('site', 'demo');
    panel.setAttribute('discussion', place.discussion);
    await show(panel);
    expect(all(panel, 'button', 'Hide')).to.have.length(0);
    fill(get(panel, 'textbox', /^Your post$/), 'Half a thought');
    panel.getToken = async () => 'token';
    await until(() => get(panel, 'button', 'Hide'));
    expect(asked.map(({ server, site }) => [server, site])).to.deep.equal(
      Array(2).fill(['https://discussions.example', 'demo']),
    );
    expect(await asked[1]?.getToken?.()).to.equal('token');
    expect(valueOf(get(panel, 'textbox', /^Your post$/))).to.equal('Half a thought');
  });

  it('the discussion is the page’s own unless named: by its canonical address', async () => {
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = 'https://learning.example.org/lessons/asking?utm_source=mail';
    document.head.append(link);
    const opened: string[] = [];
    const panel = document.createElement('peer-discussion');
    const inner = memoryAdapter({ me: ana });
    panel.adapter = { open: (id, listener) => (opened.push(id), inner.open(id, listener)) };
    await show(panel);
    link.remove();
    expect(opened).to.deep.equal(['/lessons/asking']);
  });

  it('it says how the connection stands, each time once', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    const heard: string[] = [];
    panel.addEventListener('peer-status', ({ connection }) => heard.push(connection));
    await show(panel);
    line.cut();
    await until(() => textOf(panel).includes('You are offline'));
    line.heal();
    await until(() => !textOf(panel).includes('You are offline'));
    expect(heard).to.deep.equal(['connecting', 'online', 'offline', 'online']);
  });

  it('once something can be read, no word that it connects moves it; that it is offline stays until it is not', async () => {
    const place = openPlace();
    await place.say(tom, 'Something to read');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    const [before, { top }] = [textOf(panel), row(panel, 'Something to read').getBoundingClientRect()];
    line.say({ state: 'connecting' });
    await settle(panel);
    expect(textOf(panel)).to.equal(before);
    expect(row(panel, 'Something to read').getBoundingClientRect().top).to.equal(top);
    line.cut();
    await until(() => textOf(panel).includes('You are offline'));
    line.say({ state: 'connecting' });
    await settle(panel);
    expect(textOf(panel)).to.include('You are offline');
    line.heal();
    await until(() => textOf(panel) === before);
  });

  it('closed, nothing can be done with a post any more but to read it', async () => {
    const place = openPlace();
    const id = await place.say(ana, 'Mine');
    await place.say(tom, 'An answer', id);
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    await until(() => get(row(panel, 'Mine'), 'button', 'Change kind'));
    line.say({ state: 'closed', error: new DiscussionError('forbidden', '') });
    const left = (): string[] => all(row(panel, 'Mine'), 'button').map(textOf);
    await until(() => !left().includes('Edit'));
    expect(left()).not.to.include('Change kind');
  });

  const closings: readonly (readonly [DiscussionError, string])[] = [
    [new DiscussionError('forbidden', ''), 'do not have access'],
    [new DiscussionError('not-found', ''), 'does not exist'],
    [new DiscussionError('unsupported', ''), 'different versions'],
    [new DiscussionError('invalid', '', { field: 'discussion', flaw: 'malformed' }), 'name of this discussion'],
  ];
  for (const [error, words] of closings)
    it(`closed as ${error.code}, it says why, keeps what was read, and can be opened again`, async () => {
      const place = openPlace();
      await place.say(tom, 'Still to be read');
      const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
      const panel = panelFor(place, ana);
      panel.adapter = line;
      const errors: PeerErrorEvent[] = [];
      panel.addEventListener('peer-error', (event) => errors.push(event));
      await show(panel);
      line.say({ state: 'closed', error });
      await until(() => textOf(panel).includes(words));
      expect(errors.map((event) => event.error)).to.deep.equal([error]);
      row(panel, 'Still to be read');
      expect(all(panel, 'textbox')).to.have.length(0);
      get(panel, 'button', 'Try again').click();
      await until(() => get(panel, 'textbox', /^Your post$/));
      expect(textOf(panel)).not.to.include(words);
    });

  it('a discussion id that cannot be one closes it in words', async () => {
    const panel = document.createElement('peer-discussion');
    panel.adapter = memoryAdapter({ me: ana });
    panel.discussion = 'bad\u0000id';
    document.body.append(panel);
    await until(() => textOf(panel).includes('name of this discussion'));
  });

  it('a server whose adapter cannot be loaded closes it in words, and can be tried again', async () => {
    const place = openPlace();
    let tries = 0;
    PeerDiscussion.connect = async () => {
      if (++tries === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return memoryAdapter({ me: ana, backend: place.backend });
    };
    const panel = document.createElement('peer-discussion');
    panel.server = 'https://discussions.example';
    panel.discussion = place.discussion;
    document.body.append(panel);
    (await until(() => get(panel, 'button', 'Try again'))).click();
    await until(() => get(panel, 'textbox', /^Your post$/));
  });

  it('a page may say itself why it is closed', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    panel.addEventListener('peer-error', (event) => event.preventDefault());
    await show(panel);
    line.say({ state: 'closed', error: new DiscussionError('forbidden', '') });
    await until(() => all(panel, 'textbox').length === 0);
    expect(textOf(panel)).not.to.include('do not have access');
  });
});
