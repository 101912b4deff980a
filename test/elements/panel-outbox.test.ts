// What waits to be sent, as its writer meets it: too much of it, a sign-out, and posts that are asked for.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { outboxCommands } from '../../src/store/outbox.ts';
import { spoilAdapter } from '../support/spoil-adapter.ts';
import {
  ana,
  clear,
  fill,
  get,
  openPlace,
  panelFor,
  rows,
  settle,
  show,
  textOf,
  until,
  valueOf,
} from '../support/panel.ts';
import { tap } from '../support/tapped-adapter.ts';

afterEach(clear);

/** Ana's panel, whose line can be cut. */
async function open() {
  const place = openPlace();
  const adapter = tap(memoryAdapter({ me: ana, backend: place.backend }));
  const panel = panelFor(place, ana);
  panel.adapter = adapter;
  await show(panel);
  const post = async (text: string): Promise<void> => {
    const field = get(panel, 'textbox', 'Your post');
    fill(field, text);
    get(panel, 'button', /^Post$/).click();
    await until(() => valueOf(field) === '' || textOf(panel).includes('Too much is waiting'));
  };
  return { adapter, panel, post };
}

const keptKeys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('peer-discussion:outbox:'));

describe('what waits to be sent', () => {
  it('is refused calmly where it is too much: the text stays in the field, and goes once the rest is sent', async () => {
    const { adapter, panel, post } = await open();
    adapter.cut();
    for (let count = 1; count <= outboxCommands; count++) await post(`post ${count}`);
    expect(keptKeys()).to.have.length(outboxCommands);
    await post('one more');
    const field = get(panel, 'textbox', 'Your post');
    expect(valueOf(field)).to.equal('one more');
    expect(textOf(panel)).to.include('Too much is waiting to be sent. Your text stays here');
    adapter.heal();
    await until(() => keptKeys().length === 0, 'all is sent');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel).some((text) => text.includes('one more')));
    expect(valueOf(field)).to.equal('');
  });

  it('is gone from the browser where the page says that its reader signed out, not where they come back', async () => {
    for (const isSignedOut of [true, false]) {
      const { adapter, panel, post } = await open();
      panel.getToken = async () => 'a token';
      await settle(panel); // opened anew, and online
      adapter.cut();
      await post('unsent');
      expect(keptKeys()).to.have.length(1);
      panel.getToken = isSignedOut ? null : async () => 'another token';
      await panel.updateComplete;
      expect(keptKeys()).to.have.length(isSignedOut ? 0 : 1);
      clear();
    }
  });

  it('is gone with what was only begun, in field and browser, once its reader has signed out', async () => {
    const keptDrafts = (): number =>
      Object.keys(localStorage).filter((key) => key.startsWith('peer-discussion:draft:')).length;
    for (const isSignedOut of [true, false]) {
      const { panel } = await open();
      panel.getToken = async () => 'a token';
      await settle(panel);
      fill(get(panel, 'textbox', 'Your post'), 'only begun');
      dispatchEvent(new Event('pagehide'));
      expect(keptDrafts()).to.equal(1);
      panel.getToken = isSignedOut ? null : async () => 'another token';
      await settle(panel);
      await until(() => keptDrafts() === (isSignedOut ? 0 : 1));
      await until(() => valueOf(get(panel, 'textbox', 'Your post')) === (isSignedOut ? '' : 'only begun'));
      clear();
    }
  });

  it('comes by asking where the adapter is not live, which is said', async () => {
    const place = openPlace();
    const panel = panelFor(place, ana);
    panel.adapter = spoilAdapter(memoryAdapter({ me: ana, backend: place.backend }), null, {
      status: (status, next) =>
        next(status.state === 'online' ? { ...status, can: { ...status.can, live: false } } : status),
    });
    await show(panel);
    await until(() => textOf(panel).includes('New posts arrive here every few seconds.'));
  });
});
