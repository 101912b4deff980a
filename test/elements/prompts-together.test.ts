// What a facilitator asks stands above the posts: it comes with them, so that nothing is moved that somebody reads.
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { Person } from '../../src/model/post.ts';
import { answer, arrange, promptOf } from '../support/prompts.ts';
import { all, ana, clear, focused, mira, openPlace, panelFor, row, show } from '../support/panel.ts';
import { textOf, tom, until, type Place } from '../support/panel.ts';

/** What somebody's panel shows in the first frame in which a post stands there, or the place to write one. */
async function inFirstFrame<T>(place: Place, who: Person, look: (panel: PeerDiscussion) => T): Promise<T> {
  const panel = panelFor(place, who);
  document.body.append(panel);
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  while (all(panel, 'article').length + all(panel, '[part=composer]').length === 0) await frame();
  return look(panel);
}

const words = (panel: PeerDiscussion, part: string): string => all(panel, part).map(textOf).join(' ');

const isFocused = (panel: PeerDiscussion, words: string) => until(() => focused(panel) === row(panel, words));

describe('what is asked, and the posts', () => {
  afterEach(() => {
    clear();
    history.replaceState(null, '', location.pathname + location.search);
  });

  // The first test: what shows a prompt was not loaded in this page before.
  it('come in one frame, the prompt’s Markdown made', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    await answer(place, tom, 'An answer to read.');
    const [marked, all] = await inFirstFrame(place, ana, (panel) => [words(panel, 'strong'), textOf(panel)]);
    expect(marked).to.equal('one');
    expect(all).to.match(/A case from your practice.*An answer to read/);
  });

  it('come in one frame where the posts are kept back', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'post-first', words: 5, kind: null }));
    await answer(place, tom, 'An answer that waits behind the gate.');
    expect(await inFirstFrame(place, ana, (panel) => words(panel, '[part=gate]'))).to.match(/^Answer first/);
  });

  it('come with the questions of an event that is live', async () => {
    const place = openPlace();
    const stages = [{ name: 'live', instruction: '', gate: { type: 'open' }, from: null }] as const;
    await arrange(place, promptOf({ type: 'open' }, { stages }));
    await answer(place, tom, 'An answer to read.');
    expect(await inFirstFrame(place, ana, (panel) => all(panel, '[part=live]'))).to.have.length(1);
  });

  it('come with what staff set them by, where nothing is asked yet', async () => {
    const place = openPlace();
    await place.say(tom, 'Something to read.');
    expect(await inFirstFrame(place, mira, (panel) => all(panel, 'button', 'New prompt'))).to.have.length(1);
  });

  it('a link to a post leads there, and an answer that comes in meanwhile is no news', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    let wanted = '';
    for (let count = 1; count <= 15; count++) {
      const id = await answer(place, tom, `Answer ${count}.`);
      if (count === 4) wanted = id;
    }
    history.replaceState(null, '', `#peer-${wanted}`);
    const panel = await show(panelFor(place, ana));
    await isFocused(panel, 'Answer 4.');
    expect(all(panel, 'button', /new post/)).to.have.length(0);
  });
});
