// Single keys: from post to post, to what is new, to a reply and to their list; never while typing, and they can be
// switched off.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import {
  all,
  ana,
  clear,
  flaws,
  focused,
  get,
  nameOf,
  openPlace,
  panelFor,
  row,
  settle,
  show,
  tom,
  until,
  valueOf,
} from '../support/panel.ts';

const press = (key: string): Promise<void> => sendKeys({ press: key });
const filler = 'word '.repeat(200);

describe('single keys', () => {
  afterEach(() => {
    clear();
    localStorage.removeItem('peer-discussion:keys');
  });

  it('j and k go from post to post, n and p to what is unread, r opens a reply', async () => {
    const place = openPlace();
    await place.say(tom, `Old. ${filler}`);
    await place.say(ana, 'Mine.');
    await place.say(tom, `New. ${filler}`);
    const panel = await show(panelFor(place, ana));
    row(panel, 'New.').focus();
    await press('j');
    await until(() => focused(panel) === row(panel, 'Mine.'));
    await press('j');
    await until(() => focused(panel) === row(panel, 'Old.'));
    await press('k');
    await until(() => focused(panel) === row(panel, 'Mine.'));
    await press('n');
    await until(() => focused(panel) === row(panel, 'Old.'));
    await press('p');
    await until(() => focused(panel) === row(panel, 'New.'));
    await press('r');
    await until(() => nameOf(focused(panel) ?? panel) === 'Your reply to Tom Okafor');
    expect(valueOf(get(panel, 'textbox', 'Your reply'))).to.equal('');
  });

  it('while one types, and with another key held, they are only letters', async () => {
    const place = openPlace();
    await place.say(tom, 'First');
    const panel = await show(panelFor(place, ana));
    const field = get(panel, 'textbox', /^Your post$/);
    field.focus();
    await sendKeys({ type: 'jknpr?' });
    expect(valueOf(field)).to.equal('jknpr?');
    const article = row(panel, 'First');
    article.focus();
    article.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', ctrlKey: true, bubbles: true, composed: true }));
    await settle(panel);
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(0);
  });

  it('? lists them; there they can be switched off, and one is back where one was', async () => {
    const place = openPlace();
    await place.say(tom, 'First');
    await place.say(tom, 'Second');
    const panel = await show(panelFor(place, ana));
    row(panel, 'First').focus();
    await sendKeys({ down: 'Shift' });
    await press('?');
    await sendKeys({ up: 'Shift' });
    const dialog = await until(() => all(panel, 'dialog', 'Keyboard shortcuts')[0]);
    await until(() => (dialog as HTMLDialogElement).open);
    expect(await flaws(panel)).to.deep.equal([]);
    get(panel, 'checkbox', 'Use single keys').click();
    get(panel, 'button', /^Close$/).click();
    await until(() => all(panel, 'dialog').length === 0);
    await until(() => focused(panel) === row(panel, 'First'));
    await press('k');
    await settle(panel);
    expect(focused(panel) === row(panel, 'First')).to.equal(true);
  });
});
