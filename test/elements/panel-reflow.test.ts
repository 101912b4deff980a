// Room: 400 % (a window of 320 pixels), 200 % text, other text spacing, targets, and pages whose own styles are hostile.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { furnished } from '../support/furnished.ts';
import { finishAnimations, panelStates } from '../support/panel-states.ts';
import {
  all,
  ana,
  clear,
  drawn,
  get,
  mira,
  nameOf,
  panelFor,
  row,
  settle,
  show,
  tom,
  until,
} from '../support/panel.ts';
import { clipped, small, sticksOut } from '../support/room.ts';

const hostile = `
  html { font-size: 62.5% }
  body { font-size: 1.6rem }
  * { box-sizing: border-box; line-height: 3 !important; letter-spacing: 0.5em !important; display: block !important }
  * { text-transform: uppercase !important; text-align: center !important; font-style: italic !important }
  * { word-spacing: 1em; text-indent: 3em; pointer-events: none; hyphens: auto; white-space: nowrap; font-weight: 900 }
  *, *::before, *::after { margin: 0; padding: 0; border: 0; vertical-align: baseline; list-style: none }
  button, input, textarea { float: left; width: 100px !important; background: red !important; font: 8px cursive }
  section, div, ol, li, p, header { position: relative; overflow: hidden; width: auto; max-width: 90px }
  peer-discussion { max-width: none; overflow: visible }
`;

describe('room', () => {
  afterEach(async () => {
    clear();
    document.body.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const direction of ['ltr', 'rtl'])
    it(`in a window of 320 pixels nothing scrolls sideways, ${direction}`, async () => {
      await setViewport({ width: 320, height: 640 });
      document.documentElement.dir = direction;
      const place = await furnished();
      let parent = await place.say(
        tom,
        `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} https://example.org/${'a'.repeat(90)}`,
      );
      for (let depth = 0; depth < 7; depth++) parent = await place.say(ana, `Level ${depth}`, parent);
      const panel = await show(panelFor(place, mira));
      get(row(panel, 'Level 5'), 'button', 'Reply').click();
      await until(() => get(panel, 'textbox', 'Your reply'));
      const page = document.documentElement;
      expect(page.scrollWidth).to.be.at.most(page.clientWidth);
      expect(sticksOut(panel)).to.deep.equal([]);
    });

  it('a test that can fail: what is too wide, cut off, or too small is found', async () => {
    const panel = await show(panelFor(await furnished(), mira));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '[part=badge] { inline-size: 3px; overflow: hidden } [part=field] { inline-size: 900px } .quiet { min-block-size: 20px; padding: 0; display: block; block-size: 20px }',
    );
    panel.shadowRoot?.adoptedStyleSheets.push(sheet);
    await settle(panel);
    expect(clipped(panel).join()).to.include('badge');
    expect(sticksOut(panel).join()).to.include('textarea');
    expect(small(panel, 24).join()).to.include('Reply');
  });

  it('a hostile page moves nothing, and covers nothing', async () => {
    const measure = async (): Promise<[string, number][]> => {
      const panel = await show(panelFor(place, ana));
      await until(() => all(panel, 'button', 'Change kind')[0], 'what learning adds is there');
      // Every row once in the window, so that its height is known and not guessed.
      for (const one of all(panel, 'article')) one.scrollIntoView();
      await drawn();
      panel.scrollIntoView();
      await drawn();
      const controls = [
        get(panel, 'region'),
        ...all(panel, 'heading'),
        ...all(panel, 'button'),
        ...all(panel, 'textbox'),
      ];
      const sizes = controls.flatMap((one): [string, number][] => {
        const { width, height } = one.getBoundingClientRect();
        return [
          [`width of ${nameOf(one)}`, width],
          [`height of ${nameOf(one)}`, height],
        ];
      });
      for (const button of all(panel, 'button').filter((one) => one.checkVisibility())) {
        button.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = button.getBoundingClientRect();
        const found = panel.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
        expect(button.contains(found), nameOf(button)).to.equal(true);
      }
      panel.remove();
      return sizes;
    };
    const place = await furnished();
    document.body.style.cssText = 'font-size: 16px; margin: 0; width: 640px';
    const calm = await measure();
    document.body.style.cssText = 'margin: 0; width: 640px';
    const style = document.createElement('style');
    style.dataset['test'] = '';
    style.textContent = hostile;
    document.head.append(style);
    try {
      const raw = await measure();
      expect(raw.map(([name]) => name)).to.deep.equal(calm.map(([name]) => name));
      const moved = raw.filter(([, size], at) => Math.abs(size - (calm[at]?.[1] ?? 0)) > 0.005 * size);
      expect(moved).to.deep.equal([]);
    } finally {
      style.remove();
    }
  });
});

const spacing = new CSSStyleSheet();
spacing.replaceSync(
  `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
   p { margin-block-end: 2em !important }`,
);

describe('room in every state', () => {
  afterEach(async () => {
    clear();
    document.body.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, open] of Object.entries(panelStates))
    it(`${name}: 24 pixels to press, 200 % of text, other spacing, a window of 320 pixels`, async () => {
      const panel = await open();
      finishAnimations(panel);
      expect(small(panel, 24).join()).to.equal('');

      document.body.style.fontSize = '32px';
      await settle(panel);
      expect(parseFloat(getComputedStyle(get(panel, 'region', 'Discussion')).fontSize)).to.equal(32);
      expect([...clipped(panel), ...sticksOut(panel)]).to.deep.equal([]);
      document.body.removeAttribute('style');

      panel.shadowRoot?.adoptedStyleSheets.push(spacing);
      await settle(panel);
      expect([...clipped(panel), ...sticksOut(panel)]).to.deep.equal([]);
      panel.shadowRoot?.adoptedStyleSheets.pop();

      await setViewport({ width: 320, height: 640 });
      for (const direction of ['ltr', 'rtl']) {
        document.documentElement.dir = direction;
        await settle(panel);
        const page = document.documentElement;
        expect(page.scrollWidth).to.be.at.most(page.clientWidth);
        expect(sticksOut(panel)).to.deep.equal([]);
      }
    });
});
