// What is new to somebody: marked until it was really read, on every device; where the last visit ended; the way to it.
import { expect } from 'chai';
import { readingMs } from '../../src/elements/dwell.ts';
import { newOp } from '../../src/model/op.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import {
  all,
  ana,
  clear,
  flaws,
  focused,
  get,
  openPlace,
  panelFor,
  row,
  rows,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';
import { plainLens } from '../../src/model/view.ts';

const filler = 'word '.repeat(120);
const isUnread = (panel: PeerDiscussion, words: string): boolean =>
  /^\S* ?Unread|Unread/u.test(textOf(row(panel, words)));

/** Somebody read these elsewhere. */
async function markRead(place: Place, ids: readonly string[]): Promise<void> {
  await place.backend.room(place.discussion).submit(plainLens(ana), { type: 'read', op: newOp(), ids });
}

describe('what is new', () => {
  afterEach(clear);

  it('a post counts as read after it was in sight for as long as it takes, on every device', async () => {
    const place = openPlace();
    await place.say(tom, 'Short');
    const [one, two] = [await show(panelFor(place, ana)), panelFor(place, ana)];
    await until(() => get(one, 'button', '1 unread post'));
    expect(isUnread(one, 'Short')).to.equal(true);
    two.style.cssText = 'position: absolute; top: 3000px';
    await show(two);
    await until(() => isUnread(two, 'Short'));
    const begun = performance.now();
    await until(() => !isUnread(one, 'Short'), 'it is read here');
    expect(performance.now() - begun).to.be.above(300);
    await until(() => !isUnread(two, 'Short'), 'it is read there');
    expect(all(two, 'button', 'unread')).to.have.length(0);
  });

  it('what is out of sight stays unread, and so does all while the page is hidden', async () => {
    const place = openPlace();
    await place.say(tom, `Far below. ${filler}`);
    const panel = panelFor(place, ana);
    panel.style.cssText = 'display: block; margin-top: 3000px';
    await show(panel);
    await until(() => get(panel, 'button', '1 unread post'));
    await new Promise((resolve) => setTimeout(resolve, 1_400));
    expect(isUnread(panel, 'Far below')).to.equal(true);
    scrollTo(0, 0);
    panel.remove();

    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    try {
      const other = openPlace();
      await other.say(tom, 'In sight');
      const hidden = await show(panelFor(other, ana));
      await new Promise((resolve) => setTimeout(resolve, 1_400));
      expect(isUnread(hidden, 'In sight')).to.equal(true);
      Reflect.deleteProperty(document, 'visibilityState');
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => !isUnread(hidden, 'In sight'));
    } finally {
      Reflect.deleteProperty(document, 'visibilityState');
    }
  });

  it('a long text takes longer, never more than five seconds', () => {
    expect([readingMs(0), readingMs(50), readingMs(100), readingMs(2_000)]).to.deep.equal([1_000, 2_000, 3_000, 5_000]);
  });

  it('one’s own posts are never new, and to somebody not signed in nothing is', async () => {
    const place = openPlace();
    await place.say(ana, 'Mine');
    const panel = await show(panelFor(place, ana));
    await settle(panel);
    expect(all(panel, 'button', 'unread')).to.have.length(0);
    const nobody = await show(panelFor(place, null));
    await settle(nobody);
    expect(textOf(row(nobody, 'Mine'))).not.to.include('Unread');
  });

  it('a line stands where the last visit ended, and stays for this visit', async () => {
    const place = openPlace();
    const old = await place.say(tom, 'Known');
    await markRead(place, [old]);
    await place.say(tom, 'An answer since', old);
    const panel = await show(panelFor(place, ana));
    const line = await until(() =>
      all(panel, 'listitem').find((item) => textOf(item).includes('New since you were here')),
    );
    expect(textOf(line)).to.include('An answer since');
    expect(await flaws(panel)).to.deep.equal([]);
    await until(() => !isUnread(panel, 'An answer since'));
    expect(textOf(panel)).to.include('New since you were here');
  });

  it('on a first visit there is no such line', async () => {
    const place = openPlace();
    await place.say(tom, 'One');
    const panel = await show(panelFor(place, ana));
    await until(() => get(panel, 'button', '1 unread post'));
    expect(textOf(panel)).not.to.include('since you were here');
  });

  it('the button goes from one unread post to the next, and opens what hides them', async () => {
    const place = openPlace();
    const first = await place.say(tom, `One. ${filler}`);
    await place.say(tom, `Two. ${filler}`, first);
    const panel = await show(panelFor(place, ana));
    const next = await until(() => get(panel, 'button', '2 unread posts'));
    get(row(panel, 'One.'), 'button', '1 reply').click();
    await until(() => rows(panel).length === 1);
    next.click();
    await until(() => focused(panel) === row(panel, 'One.'));
    next.click();
    await until(() => focused(panel) === row(panel, 'Two.'));
    next.click();
    await until(() => focused(panel) === row(panel, 'One.'));
  });
});
