// The field one writes in grows with its text, keeps within the window, and is small again once its text is gone.
import { expect } from 'chai';
import { ana, clear, fill, get, openPlace, panelFor, show, until } from '../support/panel.ts';

describe('the field one writes in', () => {
  afterEach(clear);

  it('grows with its text, never beyond the window, and back', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const field = get(panel, 'textbox', /^Your post$/);
    fill(field, 'One line');
    await until(() => get(panel, 'toolbar'));
    const height = (): number => get(panel, 'textbox', /^Your post$/).getBoundingClientRect().height;
    const small = height();
    fill(field, 'A line\n'.repeat(8));
    await until(() => height() > small);
    const grown = height();
    fill(field, 'A line\n'.repeat(400));
    await until(() => height() > grown);
    expect(height()).to.be.at.most(innerHeight * 0.6 + 1);
    expect(field.scrollHeight).to.be.greaterThan(field.clientHeight);
    fill(field, 'One line');
    await until(() => height() === small);
  });
});
