// Places: at the side, in a drawer, as a sheet where there is little room; and what the page may put into the panel.
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PeerLayoutEvent } from '../../src/elements/events.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { furnished } from '../support/furnished.ts';
import {
  all,
  ana,
  clear,
  drawn,
  fill,
  flaws,
  focused,
  get,
  nameOf,
  openPlace,
  panelFor,
  row,
  settle,
  show,
  textOf,
  tom,
  until,
  valueOf,
  type Place,
} from '../support/panel.ts';
import { createMemoryBackend } from '../../src/adapters/memory.ts';

const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };
const press = (key: string): Promise<void> => sendKeys({ press: key });
const edge = (panel: PeerDiscussion): HTMLElement => get(panel, '[role=separator]');
const launcher = (panel: PeerDiscussion): HTMLElement => get(panel, '[aria-expanded][aria-controls]', 'Discussion');
const widthOf = (panel: PeerDiscussion): number => get(panel, 'region').getBoundingClientRect().width;
const isShown = (panel: PeerDiscussion): boolean => get(panel, 'region').checkVisibility();

/** True where the beginning of a row is in the window and nothing covers it. */
function isInSight(panel: PeerDiscussion, post: HTMLElement): boolean {
  const { left, top, width } = post.getBoundingClientRect();
  return panel.shadowRoot?.elementFromPoint(left + width / 2, top + 12)?.closest('[role=article]') === post;
}

/** Puts a panel with a placement into the page. */
async function placed(placement: string, place: Place = openPlace()): Promise<PeerDiscussion> {
  const panel = panelFor(place, ana);
  panel.setAttribute('placement', placement);
  document.body.append(panel);
  await until(() => get(panel, 'region').getAttribute('aria-busy') === 'false' && !get(panel, 'region').hidden);
  return panel;
}

async function opened(place: Place = openPlace()): Promise<PeerDiscussion> {
  const panel = await placed('drawer', place);
  launcher(panel).focus();
  await press('Enter');
  await until(() => isShown(panel) && focused(panel) === get(panel, 'region'));
  return panel;
}

describe('places', () => {
  beforeEach(() => {
    localStorage.clear();
    return setViewport(wide);
  });
  afterEach(async () => {
    clear();
    await resetMouse();
    await setViewport({ width: 800, height: 600 });
  });

  for (const direction of ['ltr', 'rtl'])
    for (const window of [wide, phone])
      it(`axe finds nothing in any of them, ${direction}, ${window.width} pixels`, async () => {
        document.documentElement.dir = direction;
        document.documentElement.lang = 'en';
        await setViewport(window);
        for (const placement of ['side', 'drawer']) {
          const panel = await placed(placement, await furnished());
          expect(await flaws(panel)).to.deep.equal([]);
          for (const button of all(panel, '[aria-expanded][aria-controls]', 'Discussion')) {
            button.click();
            await until(() => isShown(panel));
            for (const animation of panel.shadowRoot?.getAnimations() ?? []) animation.finish();
            expect(await flaws(panel)).to.deep.equal([]);
          }
          panel.remove();
        }
      });

  it('a drawer by keyboard: Enter opens it, the focus is in it; Escape closes it, the focus is back', async () => {
    const panel = await opened();
    expect(launcher(panel).getAttribute('aria-expanded')).to.equal('true');
    await press('Escape');
    await until(() => !isShown(panel) && focused(panel) === launcher(panel));
    expect(launcher(panel).getAttribute('aria-expanded')).to.equal('false');
  });

  it('its button closes it, and what was being written is still there', async () => {
    const panel = await opened();
    fill(get(panel, 'textbox', 'Your post'), 'Half a thought');
    get(panel, 'button', 'Close').click();
    await until(() => !isShown(panel) && focused(panel) === launcher(panel));
    launcher(panel).click();
    await until(() => isShown(panel));
    expect(valueOf(get(panel, 'textbox', 'Your post'))).to.equal('Half a thought');
  });

  it('a closed drawer says on its button how much is unread; to somebody not signed in, how much is new', async () => {
    const place = openPlace();
    await place.say(tom, 'Before');
    const panel = await placed('drawer', place);
    await until(() => nameOf(launcher(panel)).includes('1 unread post'));
    const reader = panelFor(place, null);
    reader.placement = 'drawer';
    document.body.append(reader);
    await until(() => nameOf(launcher(reader)) === 'Discussion');
    await place.say(tom, 'New');
    await until(() => nameOf(launcher(panel)).includes('2 unread posts'));
    await until(() => nameOf(launcher(reader)).includes('1 new post'));
  });

  it('a page opens and closes it, and hears when its reader does', async () => {
    const told: [string, boolean][] = [];
    const panel = panelFor(openPlace(), ana);
    panel.placement = 'drawer';
    panel.addEventListener('peer-layout', ({ layout, isOpen }) => told.push([layout, isOpen]));
    document.body.append(panel);
    await until(() => told.length === 1);
    panel.open = true;
    await until(() => isShown(panel) && focused(panel) === get(panel, 'region'));
    expect(panel.hasAttribute('open')).to.equal(true);
    await press('Escape');
    await until(() => !isShown(panel) && focused(panel) === launcher(panel));
    expect([panel.open, panel.hasAttribute('open')]).to.deep.equal([false, false]);
    panel.setAttribute('open', '');
    await until(() => isShown(panel));
    panel.removeAttribute('open');
    await until(() => !isShown(panel) && focused(panel) === launcher(panel));
    const turns = [false, true, false, true, false].map((isOpen) => ['drawer', isOpen]);
    await until(() => told.length === turns.length);
    expect(told).to.deep.equal(turns);
  });

  it('open from the beginning, it leaves the focus where it is', async () => {
    const button = document.createElement('button');
    button.dataset['test'] = '';
    document.body.append(button);
    button.focus();
    const panel = panelFor(openPlace(), ana);
    panel.setAttribute('placement', 'drawer');
    panel.setAttribute('open', '');
    document.body.append(panel);
    await until(() => isShown(panel));
    await settle(panel);
    expect(document.activeElement).to.equal(button);
  });

  for (const window of [wide, phone])
    it(`a link to a post opens it there, ${window.width} pixels`, async () => {
      await setViewport(window);
      const place = openPlace();
      const ids: string[] = [];
      for (let count = 0; count < 12; count++)
        ids.push(await place.say(tom, `Post ${count}.\n\n${'more '.repeat(200)}`));
      history.replaceState(null, '', `#peer-${ids[3]}`);
      try {
        const panel = await placed('drawer', place);
        await until(() => isShown(panel) && focused(panel) === row(panel, 'Post 3.'));
        for (const animation of panel.shadowRoot?.getAnimations() ?? []) animation.finish();
        await until(() => isInSight(panel, row(panel, 'Post 3.')), 'the post lands');
        await drawn();
        expect(isInSight(panel, row(panel, 'Post 3.'))).to.equal(true);
        get(panel, 'button', 'Close').click();
        await until(() => !isShown(panel));
        location.hash = `peer-${ids[9]}`;
        await until(() => isShown(panel) && focused(panel) === row(panel, 'Post 9.'));
      } finally {
        history.replaceState(null, '', location.pathname + location.search);
      }
    });

  it('a sheet stands above the keyboard of a phone, with the field in sight', async () => {
    await setViewport(phone);
    const panel = await opened();
    const field = get(panel, 'textbox', 'Your post');
    field.focus();
    const view = visualViewport;
    if (view === null) throw new Error('no visual viewport');
    const set = (heightPx: number | null): void => {
      if (heightPx === null) Reflect.deleteProperty(view, 'height');
      else Object.defineProperty(view, 'height', { value: heightPx, configurable: true });
      view.dispatchEvent(new Event('resize'));
    };
    try {
      set(phone.height - 300);
      for (const animation of panel.shadowRoot?.getAnimations() ?? []) animation.finish();
      const box = get(panel, 'region').getBoundingClientRect();
      expect(box.bottom).to.be.closeTo(phone.height - 300, 1);
      expect(box.top).to.be.closeTo(40, 1);
      expect(field.getBoundingClientRect().bottom).to.be.at.most(box.bottom);
      expect(field.getBoundingClientRect().top).to.be.at.least(box.top);
      // What sends it is in sight, too.
      set(phone.height - 380);
      const { bottom } = get(panel, 'button', /^Post$/).getBoundingClientRect();
      expect(bottom).to.be.at.most(get(panel, 'region').getBoundingClientRect().bottom);
    } finally {
      set(null);
    }
    expect(get(panel, 'region').getBoundingClientRect().bottom).to.be.closeTo(phone.height, 1);
  });

  it('a drawer leaves the page to its reader: nothing behind it is locked', async () => {
    const button = document.createElement('button');
    button.dataset['test'] = '';
    document.body.append(button);
    const panel = await opened();
    button.focus();
    await settle(panel);
    expect(document.activeElement === button && isShown(panel)).to.equal(true);
  });

  it('on a phone it is a sheet over the width of the window; whoever goes on in the page has left it', async () => {
    await setViewport(phone);
    const button = document.createElement('button');
    button.dataset['test'] = '';
    document.body.append(button);
    const panel = await opened();
    expect(widthOf(panel)).to.equal(phone.width);
    expect(get(panel, 'region').getBoundingClientRect().bottom).to.be.closeTo(phone.height, 25);
    button.focus();
    await until(() => !isShown(panel));
    expect(document.activeElement).to.equal(button);
  });

  it('docked at the side it tells the page how much room it takes, and on a phone none', async () => {
    const told: [string, number][] = [];
    const hear = ({ layout, width }: PeerLayoutEvent): void => void told.push([layout, width]);
    document.addEventListener('peer-layout', hear as EventListener);
    const panel = await placed('side');
    await until(() => told.length === 1);
    const box = get(panel, 'region').getBoundingClientRect();
    expect([box.width, box.right, box.height]).to.deep.equal([400, document.documentElement.clientWidth, innerHeight]);
    await setViewport(phone);
    await until(() => told.at(-1)?.[0] === 'sheet', JSON.stringify(told));
    panel.setAttribute('placement', 'inline');
    await until(() => told.at(-1)?.[0] === 'inline', JSON.stringify(told));
    document.removeEventListener('peer-layout', hear as EventListener);
    expect(told).to.deep.equal([
      ['side', 400],
      ['sheet', 0],
      ['inline', 0],
    ]);
  });

  it('from right to left it is docked at the left', async () => {
    document.documentElement.dir = 'rtl';
    const panel = await placed('side');
    expect(get(panel, 'region').getBoundingClientRect().left).to.equal(0);
    edge(panel).focus();
    await press('ArrowRight');
    await until(() => widthOf(panel) === 416);
  });

  it('it begins below what stands at the top of the page: its attribute, the page’s property, or WordPress’s bar', async () => {
    const { style } = document.documentElement;
    style.setProperty('--wp-admin--admin-bar--height', '32px');
    const panel = await placed('side');
    const top = (): number => get(panel, 'region').getBoundingClientRect().top;
    expect(top()).to.equal(32);
    style.setProperty('--peer-offset-top', '60px');
    expect(top()).to.equal(60);
    panel.setAttribute('offset-top', '96');
    await until(() => top() === 96);
    panel.removeAttribute('offset-top');
    await until(() => top() === 60);
    panel.setAttribute('offset-top', 'the header');
    await settle(panel);
    expect(top()).to.equal(60);
  });

  it('a link to a post under a sticky header of 96 pixels lands in sight', async () => {
    const header = document.createElement('header');
    header.dataset['test'] = '';
    header.style.cssText = 'position: sticky; top: 0; height: 96px; background: #888; z-index: 9';
    document.body.prepend(header);
    const place = openPlace();
    const ids: string[] = [];
    for (let count = 0; count < 12; count++) ids.push(await place.say(tom, `Post ${count}.\n\n${'more '.repeat(300)}`));
    const panel = panelFor(place, ana);
    panel.setAttribute('offset-top', '96');
    await show(panel);
    const isCovered = (): boolean => {
      const { left, top, width } = row(panel, 'Post 5.').getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + 4) !== panel;
    };
    try {
      location.hash = `peer-${ids[5]}`;
      await until(() => focused(panel) === row(panel, 'Post 5.'));
      // The rows above are laid out on the way, and the way goes on until they are.
      await until(() => Math.abs(row(panel, 'Post 5.').getBoundingClientRect().top - 104) <= 3, 'the post lands');
      await drawn();
      expect(row(panel, 'Post 5.').getBoundingClientRect().top).to.be.closeTo(104, 3);
      expect(isCovered()).to.equal(false);
      panel.removeAttribute('offset-top');
      await settle(panel);
      history.replaceState(null, '', location.pathname + location.search);
      location.hash = `peer-${ids[5]}`;
      await until(() => isCovered(), 'without the attribute the header covers it');
    } finally {
      history.replaceState(null, '', location.pathname + location.search);
    }
  });

  it('its edge is moved by keyboard, says where it is, and the width is remembered', async () => {
    const panel = await placed('side');
    edge(panel).focus();
    expect(nameOf(edge(panel))).to.equal('Width of the discussion');
    const values = ['min', 'now', 'max'].map((name) => edge(panel).getAttribute(`aria-value${name}`));
    expect(values).to.deep.equal(['320', '400', '640']);
    await press('ArrowLeft');
    await until(() => edge(panel).getAttribute('aria-valuenow') === '416');
    await press('Home');
    await until(() => widthOf(panel) === 320);
    await press('End');
    await until(() => widthOf(panel) === 640);
    panel.remove();
    expect(widthOf(await placed('side'))).to.equal(640);
  });

  it('its edge is dragged, or pressed by those who cannot drag', async () => {
    const panel = await placed('side');
    const { left, top, width, height } = edge(panel).getBoundingClientRect();
    const [x, y] = [Math.round(left + width / 2), Math.round(top + height / 2)];
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x - 100, y] });
    await sendMouse({ type: 'up' });
    await until(() => widthOf(panel) === 500);
    await sendMouse({ type: 'click', position: [x - 100, y] });
    await until(() => widthOf(panel) === 640);
  });

  it('where the browser keeps nothing it works as well', async () => {
    const { getItem, setItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    Object.assign(Storage.prototype, { getItem: refuse, setItem: refuse });
    try {
      const panel = await placed('side');
      edge(panel).focus();
      await press('ArrowLeft');
      await until(() => widthOf(panel) === 416);
    } finally {
      Object.assign(Storage.prototype, { getItem, setItem });
    }
  });

  it('a change of place, or a move in the page, keeps what is being written; an open drawer stays open', async () => {
    const panel = await placed('inline');
    fill(get(panel, 'textbox', 'Your post'), 'Half a thought');
    panel.placement = 'drawer';
    (await until(() => launcher(panel))).click();
    await until(() => isShown(panel));
    const elsewhere = document.createElement('div');
    elsewhere.dataset['test'] = '';
    document.body.append(elsewhere);
    elsewhere.append(panel);
    await until(() => isShown(panel));
    panel.placement = 'side';
    await until(() => edge(panel));
    panel.placement = 'unheard of';
    await until(() => all(panel, '[role=separator]').length === 0 && isShown(panel));
    expect(valueOf(get(panel, 'textbox', 'Your post'))).to.equal('Half a thought');
  });
});

describe('what a page puts in', () => {
  afterEach(clear);

  function slotted(name: string, words: string): HTMLElement {
    const element = document.createElement('p');
    element.slot = name;
    element.textContent = words;
    return element;
  }

  it('header, empty and footer are shown, the words of its own are not', async () => {
    const panel = panelFor(openPlace(), ana);
    const added = ['header', 'empty', 'footer'].map((name) => slotted(name, `The page’s ${name}`));
    panel.append(...added);
    document.body.append(panel);
    await until(() => added.every((element) => element.checkVisibility()));
    const tops = added.map((element) => element.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    const own = [...(panel.shadowRoot?.querySelectorAll('.lead') ?? [])];
    expect(own.some((element) => element.checkVisibility())).to.equal(false);
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('sign-in is shown to those who may not write', async () => {
    const panel = panelFor(openPlace(createMemoryBackend({ guestPosts: 'none' })), null);
    const link = slotted('sign-in', 'Sign in at Long Table');
    panel.append(link);
    document.body.append(panel);
    await until(() => link.checkVisibility());
    expect(textOf(panel)).to.include('Discussion');
  });
});
