// Writing: posts, replies, changes, removals, between two people; and everything that should not be sent.
import { expect } from 'chai';
import { limits } from '../../src/model/allow.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { PeerPostEvent } from '../../src/elements/events.ts';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  focused,
  get,
  leavePage,
  mira,
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

async function post(panel: PeerDiscussion, text: string): Promise<void> {
  fill(get(panel, 'textbox', /^Your post$/), text);
  get(panel, 'button', /^Post$/).click();
  await until(() => row(panel, text.trim().slice(0, 40)));
}

describe('writing', () => {
  afterEach(clear);

  it('a post is there at once, in a field that is empty again, and for the other person after one press', async () => {
    const place = openPlace();
    const [mine, theirs] = [await show(panelFor(place, ana)), await show(panelFor(place, tom))];
    const events: PeerPostEvent[] = [];
    mine.addEventListener('peer-post', (event) => events.push(event));
    await post(mine, 'A first thought');
    expect(valueOf(get(mine, 'textbox', /^Your post$/))).to.equal('');
    await until(() => row(theirs, 'A first thought'));
    expect(events.map(({ parentId, bubbles, composed }) => [parentId, bubbles, composed])).to.deep.equal([
      [null, true, true],
    ]);
    expect(events[0]?.postId).to.match(/^[0-9a-f-]{36}$/);
  });

  it('a reply is written in place, below what it answers', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'A question');
    await place.say(mira, 'Another thread');
    const panel = await show(panelFor(place, ana));
    const passed = new Promise<PeerPostEvent>((resolve) => panel.addEventListener('peer-post', resolve));
    get(row(panel, 'A question'), 'button', 'Reply').click();
    const field = await until(() => get(row(panel, 'A question'), 'textbox', 'Your reply to Mira Lind'));
    await until(() => focused(panel) === field);
    fill(field, 'An answer');
    get(row(panel, 'A question'), 'button', /^Reply$/).click();
    await until(() => rows(panel).length === 3);
    expect(rows(panel).map((text) => text.match(/A question|An answer|Another thread/u)?.[0])).to.deep.equal([
      'Another thread',
      'A question',
      'An answer',
    ]);
    expect((await passed).parentId).to.equal(first);
    await until(() => focused(panel) === row(panel, 'An answer'));
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(0);
  });

  it('a change is shown to both, and marked', async () => {
    const place = openPlace();
    await place.say(ana, 'Frist');
    const [mine, theirs] = [await show(panelFor(place, ana)), await show(panelFor(place, tom))];
    get(row(mine, 'Frist'), 'button', 'Edit').click();
    const field = await until(() => get(mine, 'textbox', 'Change your post'));
    expect(valueOf(field)).to.equal('Frist');
    fill(field, 'First');
    get(mine, 'button', 'Save').click();
    await until(() => textOf(row(theirs, 'First')).includes('edited'));
    expect(textOf(row(mine, 'First'))).to.include('edited');
    await until(() => focused(mine) === row(mine, 'First'));
  });

  it('a removal can be undone; its place stays while somebody answered', async () => {
    const place = openPlace();
    const first = await place.say(ana, 'Take this back');
    await place.say(tom, 'An answer', first);
    const [mine, theirs] = [await show(panelFor(place, ana)), await show(panelFor(place, tom))];
    get(row(mine, 'Take this back'), 'button', 'Remove').click();
    (await until(() => get(mine, 'button', 'Undo'))).click();
    await until(() => focused(mine) === get(row(mine, 'Take this back'), 'button', 'Remove'));
    get(row(mine, 'Take this back'), 'button', 'Remove').click();
    await until(() => get(mine, 'button', 'Undo'));
    leavePage();
    await until(() => rows(theirs)[0]?.includes('was removed'));
    expect(rows(mine)[0]).to.include('was removed');
    expect(textOf(theirs)).not.to.include('Take this back');
    await until(() => focused(mine) === all(mine, 'article')[0]);
  });

  it('a removal without answers leaves nothing; the focus goes to the row in its place', async () => {
    const place = openPlace();
    await place.say(tom, 'Before');
    await place.say(ana, 'Gone soon');
    await place.say(tom, 'After');
    const panel = await show(panelFor(place, ana));
    get(row(panel, 'Gone soon'), 'button', 'Remove').click();
    await until(() => get(panel, 'button', 'Undo'));
    leavePage();
    await until(() => rows(panel).length === 2);
    await until(() => focused(panel) === row(panel, 'Before'));
  });

  it('what somebody removes while one answers it keeps its place, and the text', async () => {
    const place = openPlace();
    const first = await place.say(tom, 'Soon gone');
    await place.say(tom, 'Another');
    const panel = await show(panelFor(place, ana));
    get(row(panel, 'Soon gone'), 'button', 'Reply').click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    fill(field, 'Half a thought');
    await place.act(tom, { type: 'remove', id: first });
    await until(() => rows(panel)[1]?.includes('was removed'));
    expect(field.isConnected && valueOf(field)).to.equal('Half a thought');
    expect(focused(panel) === field).to.equal(true);
  });

  const nothings: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['spaces', '   \n\t '],
    ['zero-width characters', '\u200b\u2060\ufeff'],
  ];
  for (const [what, text] of nothings)
    it(`${what} is not sent, and the field says so calmly`, async () => {
      const panel = await show(panelFor(openPlace(), ana));
      const field = get(panel, 'textbox', /^Your post$/);
      fill(field, text);
      get(panel, 'button', /^Post$/).click();
      await until(() => descriptionOf(field).includes('nothing to send yet'));
      expect(valueOf(field)).to.equal(text);
      expect(rows(panel)).to.have.length(0);
      await until(() => focused(panel) === field);
    });

  it('one character is enough', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    await post(panel, '!');
  });

  it('the limit itself is sent; near it one is told, over it nothing is sent and nothing lost', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    const field = get(panel, 'textbox', /^Your post$/);
    fill(field, 'word '.repeat(100));
    await settle(panel);
    expect(descriptionOf(field)).not.to.include('left');
    fill(field, 'word '.repeat(limits.bodyLength / 5 - 2));
    await until(() => descriptionOf(field).includes('10 characters left'));
    const over = 'word '.repeat(limits.bodyLength / 5) + 'ab';
    fill(field, over);
    await until(() => descriptionOf(field).includes('2 characters too many'));
    get(panel, 'button', /^Post$/).click();
    await until(() => descriptionOf(field).includes('too long by 2 characters'));
    expect(valueOf(field)).to.equal(over);
    expect(line.passed).to.deep.equal([]);
    fill(field, over.slice(0, limits.bodyLength));
    get(panel, 'button', /^Post$/).click();
    await until(() => line.passed.length === 1);
    expect(line.passed[0]).to.include({ type: 'create', body: over.slice(0, limits.bodyLength) });
    await until(() => valueOf(field) === '');
  });

  it('what was written goes out byte for byte', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    const text = '  two spaces\n\n\ttab é e\u0301 👩🏽‍🏫\n';
    fill(get(panel, 'textbox', /^Your post$/), text);
    get(panel, 'button', /^Post$/).click();
    await until(() => line.passed.length === 1);
    expect(line.passed[0]).to.include({ body: text });
  });
});
