// What a system or a device asks for: forced colours, less motion, a finger. Chromium alone can be told to.
import { executeServerCommand, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { contrast, groundOf } from '../support/colours.ts';
import { furnished } from '../support/furnished.ts';
import { finishAnimations, panelStates } from '../support/panel-states.ts';
import { all, ana, clear, flaws, get, mira, nameOf, panelFor, settle, show, until } from '../support/panel.ts';
import { small } from '../support/room.ts';

const emulate = (payload: { features?: Record<string, string>; isTouch?: boolean }): Promise<unknown> =>
  executeServerCommand('emulate', payload);

describe('what a system asks for', () => {
  afterEach(async () => {
    clear();
    await emulate({});
    await setViewport({ width: 800, height: 600 });
  });

  it('forced colours: every control has an edge that is seen, the focus too, and axe finds nothing', async () => {
    await emulate({ features: { 'forced-colors': 'active' } });
    await until(() => matchMedia('(forced-colors: active)').matches);
    document.documentElement.lang = 'en';
    const panel = await show(panelFor(await furnished(), mira));
    const faint = [...all(panel, 'button'), ...all(panel, 'textbox')].filter((control) => {
      const { borderTopWidth, borderTopColor } = getComputedStyle(control);
      return control.checkVisibility() && (borderTopWidth === '0px' || contrast(borderTopColor, groundOf(panel)) < 3);
    });
    expect(faint.map(nameOf)).to.deep.equal([]);
    const field = get(panel, 'textbox', 'Your post');
    field.focus();
    expect(getComputedStyle(field).outlineStyle).not.to.equal('none');
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('less motion: nothing moves for longer than a blink', async () => {
    await emulate({ features: { 'prefers-reduced-motion': 'reduce' } });
    await until(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
    const bare = document.createElement('peer-discussion');
    document.body.append(bare);
    await settle(bare);
    const panel = await show(panelFor(await furnished(), ana));
    const drawer = panelFor(await furnished(), ana);
    drawer.placement = 'drawer';
    document.body.append(drawer);
    (await until(() => get(drawer, '[aria-expanded][aria-controls]', 'Discussion'))).click();
    await until(() => get(drawer, 'region').checkVisibility());
    const long = [bare, panel, drawer]
      .flatMap((one) => one.shadowRoot?.getAnimations() ?? [])
      .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 10);
    expect(long).to.have.length(0);
  });

  for (const [name, open] of Object.entries(panelStates)) {
    it(`a finger, ${name}: whatever is pressed is at least 44 pixels high and wide`, async () => {
      const panel = await open();
      await emulate({ isTouch: true });
      await until(() => matchMedia('(pointer: coarse)').matches);
      await settle(panel);
      finishAnimations(panel);
      expect(small(panel, 44).join()).to.equal('');
    });

    it(`forced colours, ${name}: every control has an edge, and axe finds nothing`, async () => {
      await emulate({ features: { 'forced-colors': 'active' } });
      await until(() => matchMedia('(forced-colors: active)').matches);
      document.documentElement.lang = 'en';
      const panel = await open();
      finishAnimations(panel);
      const controls = ['button', 'textbox', 'select'].flatMap((role) => all(panel, role));
      const faint = controls.filter((control) => {
        const { borderTopWidth, borderTopColor } = getComputedStyle(control);
        if (control.matches('[type=checkbox], [type=range]')) return false; // drawn by the browser
        return control.checkVisibility() && (borderTopWidth === '0px' || contrast(borderTopColor, groundOf(panel)) < 3);
      });
      expect(faint.map(nameOf)).to.deep.equal([]);
      expect(await flaws(panel)).to.deep.equal([]);
    });
  }
});
