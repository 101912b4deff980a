// The themes of the demo: every pair of tokens, and what is really shown in a few states, read as well in each of them as
// WCAG 2.2 AA asks for, in a light and in a dark page.
import { expect } from 'chai';
import { faint } from '../support/faint.ts';
import { panelStates } from '../support/panel-states.ts';
import { clear, settle } from '../support/panel.ts';
import { small } from '../support/room.ts';
import { themeNames } from '../support/theme-names.ts';
import { lowPairs } from '../support/token-pairs.ts';

const states = [
  ...(['furnished, for a facilitator: held, hidden, removed', 'writing, with tools', 'a post that came back'] as const),
  ...(['hiding, without a reason', 'a guest, with every mistake', 'new posts just shown', 'an open drawer'] as const),
];

/** Colours of block themes, as a site of WordPress would set them: base and contrast. */
const wordpressSites = [
  ['#ffffff', '#111111'],
  ['#111111', '#ffffff'],
  ['#f4f1ea', '#1b1b1b'],
  ['#0b2545', '#eef4ed'],
] as const;

const sheet = new CSSStyleSheet();

async function wear(name: string, more = ''): Promise<void> {
  const answer = await fetch(`/demo/course/themes/${name}.css`);
  expect(answer.ok).to.equal(true);
  sheet.replaceSync((await answer.text()) + more);
}

/** What is hard to read in a theme, over all of the states. */
async function lows(least: number): Promise<string[]> {
  const found: string[] = [];
  for (const state of states) {
    const panel = await panelStates[state]();
    await settle(panel);
    found.push(...[...lowPairs(panel, least), ...faint(panel, least)].map((one) => `${state}: ${one}`));
    clear();
  }
  return found;
}

describe('themes', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => void document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1));
  afterEach(clear);

  for (const scheme of ['light', 'dark'] as const) {
    /** `clear` takes away what stands on the root: the page's scheme is a rule of the test's own. */
    const page = `:root { color-scheme: ${scheme}; background: ${scheme === 'dark' ? '#000' : '#fff'} }`;

    for (const name of themeNames)
      it(`${name}, in a ${scheme} page: every pair of tokens, and every text, edge and sign`, async () => {
        await wear(name, page);
        expect((await lows(name === 'contrast' ? 7 : 4.5)).join('\n')).to.equal('');
      });
  }

  for (const [base, contrast] of wordpressSites)
    it(`wordpress, on a site of ${contrast} on ${base}`, async () => {
      const preset = `--wp--preset--color--base: ${base}; --wp--preset--color--contrast: ${contrast}`;
      await wear('wordpress', `:root { color-scheme: light; ${preset} }`);
      expect((await lows(4.5)).join('\n')).to.equal('');
    });

  it('dense: nothing to be pressed is smaller than 24 pixels', async () => {
    await wear('dense');
    for (const state of states) {
      expect(small(await panelStates[state](), 24).join()).to.equal('');
      clear();
    }
  });

  it('a test that can fail: one token that is too faint is found, in its scheme only', async () => {
    const worse = 'peer-discussion { --peer-caution: light-dark(#b07500, #e9c681) }';
    await wear('default', `:root { color-scheme: light } ${worse}`);
    expect((await lows(4.5)).join()).to.include('caution on surface');
    await wear('default', `:root { color-scheme: dark; background: #000 } ${worse}`);
    expect((await lows(4.5)).join('\n')).to.equal('');
  });
});
