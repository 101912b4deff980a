// By keyboard alone: everything can be reached, done and left again, and the focus is never lost.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import {
  all,
  ana,
  clear,
  fill,
  focused,
  get,
  mira,
  nameOf,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  textOf,
  tom,
  until,
  valueOf,
} from '../support/panel.ts';

const press = (key: string): Promise<void> => sendKeys({ press: key });

/** Moves on until the focus is on something of this name; fails where it never is. */
async function tabTo(panel: PeerDiscussion, name: RegExp): Promise<Element> {
  for (let step = 0; step < 40; step++) {
    await press('Tab');
    const element = focused(panel);
    if (element !== null && name.test(nameOf(element))) return element;
  }
  throw new Error(`the focus never came to ${String(name)}`);
}

describe('by keyboard', () => {
  afterEach(clear);

  it('a post: Tab to the field, write, Control and Enter; the focus is then on the post', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    await tabTo(panel, /^Your post$/);
    await sendKeys({ type: 'Typed by hand' });
    await sendKeys({ down: 'Control' });
    await press('Enter');
    await sendKeys({ up: 'Control' });
    await until(() => focused(panel) === row(panel, 'Typed by hand'));
  });

  it('Enter alone makes a new line', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const field = get(panel, 'textbox', /^Your post$/);
    field.focus();
    await sendKeys({ type: 'a' });
    await press('Enter');
    await sendKeys({ type: 'b' });
    expect(valueOf(field)).to.equal('a\nb');
  });

  it('a reply: opened by Enter, left by Escape, back on its button', async () => {
    const place = openPlace();
    await place.say(mira, 'A question');
    const panel = await show(panelFor(place, ana));
    await tabTo(panel, /^Reply: post by Mira/);
    await press('Enter');
    await until(() => nameOf(focused(panel) ?? panel) === 'Your reply to Mira Lind');
    await press('Escape');
    await until(() => nameOf(focused(panel) ?? panel).startsWith('Reply: post by Mira'));
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(0);
  });

  it('Escape never throws away what was written without asking', async () => {
    const place = openPlace();
    await place.say(mira, 'A question');
    const panel = await show(panelFor(place, ana));
    get(panel, 'button', 'Reply: post by Mira').click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    await until(() => focused(panel) === field);
    await sendKeys({ type: 'Half a thought' });
    await press('Escape');
    await until(() => focused(panel) === get(panel, 'button', 'Keep writing'));
    await press('Escape');
    await until(() => focused(panel) === field);
    expect(valueOf(field)).to.equal('Half a thought');
    await press('Escape');
    await until(() => focused(panel) === get(panel, 'button', 'Keep writing'));
    get(panel, 'button', 'Throw away').focus();
    await press('Enter');
    await until(() => nameOf(focused(panel) ?? panel).startsWith('Reply: post by Mira'));
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(0);
  });

  it('Escape while characters are being composed belongs to the input method', async () => {
    const place = openPlace();
    await place.say(mira, 'A question');
    const panel = await show(panelFor(place, ana));
    get(panel, 'button', 'Reply: post by Mira').click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true }));
    fill(field, 'text');
    field.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true }),
    );
    await settle(panel);
    expect(field.isConnected).to.equal(true);
    expect(rows(panel)).to.have.length(1);
  });

  it('a facilitator approves, and stays on the post', async () => {
    const place = openPlace();
    await place.say(tom, 'Before');
    await place.say({ id: 'guest:x', name: 'Paula', role: 'guest' }, 'May I?');
    const panel = await show(panelFor(place, mira));
    await tabTo(panel, /^Approve/);
    await press('Enter');
    await until(() => !textOf(row(panel, 'May I?')).includes('Waiting'));
    expect(focused(panel) === row(panel, 'May I?')).to.equal(true);
  });

  it('code that scrolls can be reached, and where there is nothing to do there is nothing to stop at', async () => {
    const place = openPlace();
    await place.say(mira, 'Plain text');
    const panel = await show(panelFor(place, null));
    const stops = new Set<string>();
    for (let step = 0; step < 12; step++) {
      await press('Tab');
      const element = focused(panel);
      if (element !== null) stops.add(nameOf(element));
    }
    expect([...stops]).not.to.include('Post by Mira Lind');
  });
});
