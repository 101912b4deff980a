// Colours: every pair of tokens, computed as the browser mixes them; the focus; the page's colour scheme and typeface are
// followed, whatever the system says. What is really shown in each state: panel-states.test.ts.
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { contrast, groundOf, luminance } from '../support/colours.ts';
import { faint } from '../support/faint.ts';
import { furnished } from '../support/furnished.ts';
import { panelStates } from '../support/panel-states.ts';
import { ana, clear, get, openPlace, panelFor, show } from '../support/panel.ts';
import { lowPairs, tokenPairs } from '../support/token-pairs.ts';

describe('colours', () => {
  afterEach(async () => {
    clear();
    await emulateMedia({ colorScheme: 'light' });
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`every pair of tokens, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      expect(tokenPairs.length).to.be.greaterThan(20);
      expect(lowPairs(await show(panelFor(openPlace(), ana)))).to.deep.equal([]);
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
    const panel = await panelStates['writing, with tools']();
    panel.style.setProperty('--peer-muted', '#aaaaaa');
    panel.style.setProperty('--peer-edge', '#cccccc');
    const found = faint(panel).join();
    expect(found).to.include('edge').and.to.include('sign').and.to.include('Reply');
    expect(lowPairs(panel).join()).to.include('muted on surface').and.to.include('edge on surface');
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
