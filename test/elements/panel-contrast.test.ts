// Colours: every text and every edge of a control, computed from what the browser really shows, in light and dark; the
// page's colour scheme and typeface are followed, whatever the system says.
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { contrast, groundOf, inkOf, luminance } from '../support/colours.ts';
import { furnished } from '../support/furnished.ts';
import { all, ana, clear, fill, get, mira, openPlace, panelFor, row, show, textOf, until } from '../support/panel.ts';
import { tap } from '../support/tapped-adapter.ts';

const own = (element: Element): string =>
  [...element.childNodes]
    .filter((node) => node instanceof Text)
    .map(({ data }) => data)
    .join('')
    .trim();

/** Everything in a panel that shows text of its own. */
function texts(panel: PeerDiscussion): Element[] {
  return [...(panel.shadowRoot?.querySelectorAll('*') ?? [])].filter(
    (element) =>
      own(element) !== '' &&
      element.closest('.unseen, style, [aria-disabled=true]') === null &&
      element.checkVisibility({ contentVisibilityAuto: false }),
  );
}

/** What cannot be read, or not be seen, one line each. */
function faint(panel: PeerDiscussion): string[] {
  for (const animation of panel.shadowRoot?.getAnimations() ?? []) animation.finish();
  const words = texts(panel).flatMap((element) => {
    const ratio = contrast(inkOf(element), groundOf(element));
    return ratio < 4.5 ? [`${ratio.toFixed(2)} “${own(element).slice(0, 30)}”`] : [];
  });
  const edges = [...all(panel, 'textbox'), ...all(panel, 'button')].flatMap((element) => {
    const { borderTopColor, borderTopWidth } = getComputedStyle(element);
    const edge = borderTopWidth === '0px' ? groundOf(element) : borderTopColor;
    const isEdged = luminance(edge) !== luminance(groundOf(element.parentElement)) && !borderTopColor.endsWith(' 0)');
    const ratio = contrast(edge, groundOf(element.parentElement));
    return isEdged && ratio < 3 ? [`edge ${ratio.toFixed(2)} “${textOf(element)}”`] : [];
  });
  return [...words, ...edges];
}

describe('colours', () => {
  afterEach(async () => {
    clear();
    await emulateMedia({ colorScheme: 'light' });
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`every text at 4.5:1 and every edge at 3:1, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const place = await furnished();
      const panel = await show(panelFor(place, mira));
      get(row(panel, 'And mine'), 'button', 'Reply').click();
      await until(() => get(panel, 'textbox', 'Your reply'));
      expect(texts(panel).length).to.be.greaterThan(30);
      expect(faint(panel)).to.deep.equal([]);
    });

    it(`mistakes, refusals, what waits, offline and closed, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const guest = await show(panelFor(openPlace(), null));
      fill(get(guest, 'textbox', 'Your post'), 'x');
      get(guest, 'button', /^Post$/).click();
      await until(() => textOf(guest).includes('Write your name'));
      expect(faint(guest)).to.deep.equal([]);
      guest.remove();

      const place = await furnished();
      const panel = panelFor(place, ana);
      const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
      panel.adapter = line;
      await show(panel);
      line.refuse(new DiscussionError('forbidden', 'no'));
      fill(get(panel, 'textbox', 'Your post'), 'Mine');
      get(panel, 'button', /^Post$/).click();
      await until(() => get(panel, 'textbox', 'not published'));
      expect(faint(panel)).to.deep.equal([]);
      line.cut();
      await until(() => textOf(panel).includes('You are offline'));
      expect(faint(panel)).to.deep.equal([]);
      line.say({ state: 'closed', error: new DiscussionError('forbidden', 'no') });
      await until(() => textOf(panel).includes('do not have access'));
      expect(faint(panel)).to.deep.equal([]);
    });

    it(`the focus is seen, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const panel = await show(panelFor(await furnished(), ana));
      const field = get(panel, 'textbox', 'Your post');
      field.focus();
      expect(contrast(getComputedStyle(field).outlineColor, groundOf(field.parentElement))).to.be.at.least(3);
    });
  }

  it('a test that can fail: grey on white is found', async () => {
    const panel = panelFor(await furnished(), ana);
    panel.style.setProperty('--peer-muted', '#aaaaaa');
    panel.style.setProperty('--peer-edge', '#cccccc');
    await show(panel);
    const found = faint(panel).join();
    expect(found).to.include('edge').and.to.include('Reply');
  });

  it('the page’s colour scheme is followed, not the system’s', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const surface = (): number => luminance(groundOf(get(panel, 'region')));
    for (const system of ['light', 'dark'] as const) {
      await emulateMedia({ colorScheme: system });
      document.documentElement.style.colorScheme = 'dark';
      expect(surface()).to.be.lessThan(0.05);
      document.documentElement.style.colorScheme = 'light';
      expect(surface()).to.be.greaterThan(0.9);
      document.documentElement.style.colorScheme = '';
      expect(surface()).to.be.greaterThan(0.9);
      document.documentElement.style.colorScheme = 'light dark';
      expect(surface() < 0.05).to.equal(system === 'dark');
    }
  });

  it('a part of a page may be dark, and the panel in it is', async () => {
    const part = document.createElement('div');
    part.dataset['test'] = '';
    part.style.colorScheme = 'dark';
    const panel = await show(panelFor(openPlace(), ana));
    document.body.append(part);
    part.append(panel);
    expect(luminance(groundOf(get(panel, 'region')))).to.be.lessThan(0.05);
  });

  it('the page’s typeface and size are its own, and a value on :root wins', async () => {
    document.body.style.font = '18px Georgia, serif';
    const panel = await show(panelFor(openPlace(), ana));
    const of = (property: 'fontFamily' | 'fontSize' | 'color'): string =>
      getComputedStyle(get(panel, 'region'))[property];
    expect([of('fontFamily'), of('fontSize')]).to.deep.equal(['Georgia, serif', '18px']);
    document.documentElement.style.setProperty('--peer-text', 'rgb(1, 2, 3)');
    document.documentElement.style.setProperty('--peer-font', 'monospace');
    expect([of('fontFamily'), of('color')]).to.deep.equal(['monospace', 'rgb(1, 2, 3)']);
    document.body.removeAttribute('style');
  });
});
