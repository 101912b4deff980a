// Every state of the panel, light and dark, from left to right and from right to left: axe finds nothing, and every
// text, edge and sign has the contrast that WCAG 2.2 AA asks for.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { faint, textsOf } from '../support/faint.ts';
import { finishAnimations, panelStates } from '../support/panel-states.ts';
import { clear, flaws, get } from '../support/panel.ts';

for (const scheme of ['light', 'dark'])
  for (const direction of ['ltr', 'rtl'])
    describe(`every state, ${scheme}, ${direction}`, () => {
      beforeEach(() => {
        const page = document.documentElement;
        page.style.colorScheme = scheme;
        page.style.background = scheme === 'dark' ? '#000' : '#fff';
        page.dir = direction;
        // A language that the panel does not have keeps the page's direction.
        page.lang = direction === 'ltr' ? 'en' : 'he';
        document.title = 'Test';
      });
      afterEach(async () => {
        clear();
        document.documentElement.removeAttribute('lang');
        await setViewport({ width: 800, height: 600 });
      });

      for (const [name, open] of Object.entries(panelStates))
        it(name, async () => {
          const panel = await open();
          finishAnimations(panel);
          expect(getComputedStyle(get(panel, '.frame')).direction).to.equal(direction);
          expect(textsOf(panel).length).to.be.greaterThan(0);
          expect((await flaws(panel)).join('\n')).to.equal('');
          expect(faint(panel).join('\n')).to.equal('');
        });
    });

describe('every state: a test that can fail', () => {
  afterEach(clear);

  it('a button without a name, and a list that is none, are found', async () => {
    const panel = await panelStates['furnished, for a member']();
    panel.shadowRoot?.querySelector('.frame')?.append(document.createElement('button'));
    panel.shadowRoot?.querySelector('li')?.setAttribute('role', 'img');
    const found = (await flaws(panel)).join();
    expect(found).to.include('button-name').and.to.include('list');
  });
});
