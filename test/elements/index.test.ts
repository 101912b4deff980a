// The index of discussions as somebody finds it: lists, ways to posts, and what is said where there is nothing to show.
import { expect } from 'chai';
import type { Adapter } from '../../src/adapters/adapter.ts';
import { createMemoryBackend, memoryAdapter, type MemoryBackend } from '../../src/adapters/memory.ts';
import { define } from '../../src/elements/define.ts';
import { PeerDiscussionIndex } from '../../src/elements/peer-discussion-index.ts';
import { DiscussionError, type ErrorCode } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person } from '../../src/model/post.ts';
import { plainLens } from '../../src/model/view.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  focused,
  get,
  mira,
  nameOf,
  panelFor,
  show,
  textOf,
  tom,
  until,
} from '../support/panel.ts';
import { replace } from '../support/replace.ts';

define('peer-discussion-index', PeerDiscussionIndex);

const page = (path: string): { url: string; title: string } => ({
  url: location.origin + path,
  title: `Title of ${path}`,
});

async function say(backend: MemoryBackend, who: Person, discussion: string, rest: object = {}): Promise<string> {
  const op = newOp();
  const command = { type: 'create', op, parentId: null, body: 'words', ...rest };
  await backend.room(discussion).submit(plainLens(who), command);
  return op;
}

/** Two lessons and one whose page nobody told of. */
async function course(): Promise<{ backend: MemoryBackend; question: string; reply: string }> {
  const backend = createMemoryBackend();
  const question = await say(backend, ana, '/one', { page: page('/one') });
  const reply = await say(backend, tom, '/one', { parentId: question });
  await say(backend, tom, '/two', { page: page('/two') });
  await say(backend, tom, 'three');
  return { backend, question, reply };
}

async function open(adapter: Adapter, change: (index: PeerDiscussionIndex) => void = () => {}) {
  const index = document.createElement('peer-discussion-index');
  index.adapter = adapter;
  change(index);
  document.body.append(index);
  await until(() => all(index, 'region').length === 1);
  return index;
}
const openFor = async (backend: MemoryBackend, me: Person | null, change?: (index: PeerDiscussionIndex) => void) => {
  const index = await open(memoryAdapter({ me, backend }), change);
  await until(() => all(index, 'listitem').length > 0);
  return index;
};
const failing = (code: ErrorCode): Adapter => ({
  open: () => {
    throw new Error('no session is opened');
  },
  index: () => Promise.reject(new DiscussionError(code, 'refused')),
});
const titles = (index: Element): string[] => all(index, 'listitem').map((item) => nameOf(get(item, 'heading')));
const ways = (index: Element, words: string): (string | null)[] =>
  all(index, 'a', words).map((link) => link.getAttribute('href'));

describe('the index of discussions', () => {
  afterEach(clear);

  for (const scheme of ['light', 'dark'])
    for (const dir of ['ltr', 'rtl'])
      it(`axe finds nothing, ${scheme}, ${dir}`, async () => {
        const style = { colorScheme: scheme, background: scheme === 'dark' ? '#14181c' : '#ffffff' };
        Object.assign(document.documentElement.style, style);
        document.documentElement.dir = dir;
        const { backend } = await course();
        expect(await flaws(await openFor(backend, ana))).to.deep.equal([]);
        expect(await flaws(await open(failing('offline')))).to.deep.equal([]);
        expect(await flaws(await open(failing('unauthenticated')))).to.deep.equal([]);
        document.documentElement.style.removeProperty('color-scheme');
      });

  it('is a region named by its heading, with a list of discussions under headings of their own', async () => {
    const { backend } = await course();
    const index = await openFor(backend, ana);
    expect(nameOf(get(index, 'region'))).to.equal('Discussions');
    expect(get(index, 'heading', 'Discussions').getAttribute('aria-level')).to.equal('2');
    expect(titles(index).sort()).to.deep.equal(['Title of /one', 'Title of /two', 'three']);
    expect(get(index, 'heading', 'Title of /one').getAttribute('aria-level')).to.equal('3');
    expect(textOf(get(index, 'status'))).to.equal('3 discussions');
  });

  it('leads to pages and to the posts that are new, unanswered, or answers to oneself', async () => {
    const { backend, reply } = await course();
    const index = await openFor(backend, ana);
    const [one] = all(index, 'listitem').filter((item) => textOf(item).includes('/one'));
    if (one === undefined) throw new Error('no such discussion');
    expect(ways(one, 'Title')).to.deep.equal([page('/one').url]);
    expect(ways(one, '1 answer to you')).to.deep.equal([`${page('/one').url}#peer-${reply}`]);
    expect(ways(one, '1 new to you')).to.deep.equal([`${page('/one').url}#peer-${reply}`]);
    expect(ways(one, 'wait')).to.deep.equal([]);
    expect(ways(index, '1 waits for an answer')).to.have.length(1);
    expect(textOf(index)).to.include('2 posts');
  });

  it('shows a list when its button is pressed, by keyboard too, and says how many there are', async () => {
    const { backend } = await course();
    const index = await openFor(backend, ana);
    get(index, 'button', 'My own (1)').click();
    await until(() => titles(index).join() === 'Title of /one');
    expect(get(index, 'button', 'My own').getAttribute('aria-pressed')).to.equal('true');
    expect(index.getAttribute('list')).to.equal('mine');
    expect(textOf(get(index, 'status'))).to.equal('1 discussion');
  });

  it('says where a list has nothing, and offers lists of one’s own to nobody in particular', async () => {
    const { backend } = await course();
    const index = await openFor(backend, mira);
    get(index, 'button', 'My own (0)').click();
    await until(() => textOf(index).includes('You have not written anywhere here yet.'));
    const reading = await openFor(backend, null);
    expect(all(reading, 'button').map(nameOf)).to.deep.equal(['All (3)', 'Unanswered (2)']);
  });

  it('is limited to a course by what its ids begin with', async () => {
    const { backend } = await course();
    const index = await openFor(backend, ana, (element) => element.setAttribute('under', '/t'));
    expect(titles(index)).to.deep.equal(['Title of /two']);
  });

  it('says that it is not reached, and tries again when asked to', async () => {
    const { backend } = await course();
    const inner = memoryAdapter({ me: ana, backend });
    let isReached = false;
    const index = await open({
      ...inner,
      index: (query) =>
        isReached && inner.index !== undefined
          ? inner.index(query)
          : Promise.reject(new DiscussionError('offline', 'not reached')),
    });
    await until(() => textOf(get(index, 'status')) === 'The discussions could not be reached.');
    isReached = true;
    get(index, 'button', 'Try again').click();
    await until(() => all(index, 'listitem').length === 3);
  });

  it('asks to sign in where it is for members, in the page’s own words where it has some', async () => {
    const index = await open(failing('unauthenticated'));
    await until(() => textOf(index).includes('Sign in to see the discussions.'));
    const without = await open({ open: failing('offline').open });
    await until(() => textOf(without).includes('There is no index of discussions here.'));
  });

  it('asks anew for as much as is shown, once it is seen again later, and leaves the focus where it is', async () => {
    const backend = createMemoryBackend();
    for (let count = 0; count < 35; count++) await say(backend, tom, `/d${count}`, { page: page(`/d${count}`) });
    const index = await openFor(backend, ana);
    expect(titles(index)).to.have.length(30);
    const more = get(index, 'button', 'Show more');
    more.focus();
    more.click();
    await until(() => titles(index).length === 35);
    await until(() => focused(index) === all(index, 'listitem')[30]);
    expect(all(index, 'button', 'Show more')).to.have.length(0);

    const [link] = all(index, 'a', 'Title of /d0');
    link?.focus();
    await say(backend, tom, '/d0', { page: page('/d0') });
    const now = Date.now();
    const restore = replace(Date, 'now', () => now + 61_000);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => titles(index)[0] === 'Title of /d0');
    restore();
    expect(titles(index)).to.have.length(35);
    expect(focused(index)).to.equal(link);
  });

  it('takes the focus from a button that is gone with what it was for', async () => {
    const { backend } = await course();
    const inner = memoryAdapter({ me: ana, backend });
    let isReached = false;
    const index = await open({
      ...inner,
      index: (query) =>
        inner.index?.(query).then((found) => (isReached ? found : Promise.reject(new Error('lost')))) ??
        Promise.reject(new Error('no index')),
    });
    const again = await until(() => get(index, 'button', 'Try again'));
    isReached = true;
    again.focus();
    again.click();
    await until(() => focused(index) === get(index, 'heading', 'Discussions'));
  });

  it('speaks the language of the page, and takes words of its own', async () => {
    const { backend } = await course();
    const index = await openFor(backend, ana, (element) => {
      element.lang = 'de';
      element.strings = { indexTitle: 'Unsere Runden' };
    });
    await until(() => nameOf(get(index, 'region')) === 'Unsere Runden');
    expect(all(index, 'button', 'Neu für mich (3)')).to.have.length(1);
  });

  it('never leads anywhere but to a page', async () => {
    const { backend } = await course();
    const inner = memoryAdapter({ me: ana, backend });
    const index = await open({
      ...inner,
      async index(query) {
        const found = await inner.index?.(query);
        if (found === undefined) throw new Error('no index');
        return { ...found, entries: found.entries.map((entry) => ({ ...entry, url: 'javascript:alert(1)' })) };
      },
    });
    await until(() => all(index, 'listitem').length === 3);
    expect(all(index, 'a')).to.deep.equal([]);
  });

  for (const path of ['/lesson', '//lesson'])
    it(`a panel tells of its page with the first post that is written in it: ${path}`, async () => {
      const { href } = location;
      history.replaceState(null, '', location.origin + path);
      const backend = createMemoryBackend();
      const place = { backend, discussion: 'told', say: async () => '', act: async () => {} };
      const panel = await show(panelFor(place, ana));
      const kept = new Promise((resolve) => panel.addEventListener('peer-post', resolve, { once: true }));
      fill(get(panel, 'textbox'), 'First words');
      get(panel, 'button', 'Post').click();
      await kept;
      history.replaceState(null, '', href);
      const index = await openFor(backend, tom);
      const [link] = all(index, 'a');
      expect(link?.getAttribute('href')).to.equal(location.origin + path);
    });
});
