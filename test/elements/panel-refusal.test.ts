// What cannot be sent: it waits in words, or comes back where it was written, and no text is ever lost.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { PeerErrorEvent } from '../../src/elements/events.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import { tap, type TappedAdapter } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  focused,
  get,
  leavePage,
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
  type Place,
} from '../support/panel.ts';
import { plainLens } from '../../src/model/view.ts';

interface Setting {
  readonly place: Place;
  readonly line: TappedAdapter;
  readonly panel: PeerDiscussion;
  readonly errors: PeerErrorEvent[];
}

async function setting(): Promise<Setting> {
  const place = openPlace();
  await place.say(tom, 'A question');
  await place.say(ana, 'My own');
  const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
  const panel = panelFor(place, ana);
  panel.adapter = line;
  const errors: PeerErrorEvent[] = [];
  panel.addEventListener('peer-error', (event) => errors.push(event));
  await show(panel);
  return { place, line, panel, errors };
}

const refusals: readonly (readonly [DiscussionError, string])[] = [
  [new DiscussionError('forbidden', ''), 'may not do this'],
  [new DiscussionError('invalid', '', { field: 'body', flaw: 'too-nested' }), 'more nested'],
  [new DiscussionError('invalid', '', { field: 'body', flaw: 'malformed' }), 'cannot be kept'],
  [new DiscussionError('invalid', '', { field: 'colour' }), 'did not accept'],
  [new DiscussionError('conflict', ''), 'changed elsewhere'],
  [new DiscussionError('unsupported', ''), 'cannot do that'],
];

describe('what cannot be sent', () => {
  afterEach(clear);

  it('offline it is shown, says that it waits, and goes out when the line is back', async () => {
    const { line, panel } = await setting();
    line.cut();
    await until(() => textOf(panel).includes('What you write is kept'));
    fill(get(panel, 'textbox', /^Your post$/), 'For later');
    get(panel, 'button', /^Post$/).click();
    await until(() => textOf(row(panel, 'For later')).includes('Not sent yet'));
    expect(all(row(panel, 'For later'), 'button')).to.have.length(0);
    line.heal();
    await until(() => !textOf(row(panel, 'For later')).includes('Not sent yet'));
    await until(() => get(row(panel, 'For later'), 'button', 'Reply'));
  });

  for (const [error, words] of refusals)
    it(`${error.code} ${error.flaw ?? ''}: a post comes back with the reason, and goes out when it is sent again`, async () => {
      const { line, panel, errors } = await setting();
      line.refuse(error);
      fill(get(panel, 'textbox', /^Your post$/), 'My words');
      get(panel, 'button', /^Post$/).click();
      const field = await until(() => get(panel, 'textbox', 'not published'));
      expect(valueOf(field)).to.equal('My words');
      expect(descriptionOf(field)).to.include(words);
      expect(errors.map((event) => event.error)).to.deep.equal([error]);
      expect(rows(panel)).to.have.length(2);
      fill(field, 'My better words');
      expect(descriptionOf(field), 'the reason stays').to.include(words);
      line.refuse(null);
      get(panel, 'button', 'Send again').click();
      await until(() => row(panel, 'My better words'));
      await until(() => all(panel, 'textbox', 'not published').length === 0);
    });

  it('a post comes back next to the field it was written in, above all others, and with the focus', async () => {
    const { place, line, panel } = await setting();
    for (let count = 0; count < 20; count++) await place.say(tom, `Something else ${count}`);
    line.refuse(new DiscussionError('forbidden', ''));
    const field = get(panel, 'textbox', /^Your post$/);
    fill(field, 'My words');
    get(panel, 'button', /^Post$/).click();
    const back = await until(() => get(panel, 'textbox', 'not published'));
    await until(() => focused(panel) === back);
    expect(field.compareDocumentPosition(back) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    for (const one of all(panel, 'article'))
      expect(back.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
    await until(() => {
      const { top, bottom } = back.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, 'it is in the window');
    await until(() => textOf(get(panel, '.panel > [role=status]')).includes('Your text was given back'));
  });

  it('a post that comes back leaves the focus to whoever went on elsewhere', async () => {
    const { line, panel } = await setting();
    line.cut();
    const field = get(panel, 'textbox', /^Your post$/);
    fill(field, 'My words');
    get(panel, 'button', /^Post$/).click();
    await until(() => row(panel, 'My words'));
    field.focus();
    line.refuse(new DiscussionError('forbidden', ''));
    line.heal();
    await until(() => get(panel, 'textbox', 'not published'));
    await settle(panel);
    expect(focused(panel)).to.equal(field);
  });

  it('a reply that comes back later takes the focus from its row', async () => {
    const { line, panel } = await setting();
    line.cut();
    get(row(panel, 'A question'), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'My answer');
    get(row(panel, 'A question'), 'button', /^Reply$/).click();
    await until(() => focused(panel) === row(panel, 'My answer'));
    line.refuse(new DiscussionError('forbidden', ''));
    line.heal();
    const back = await until(() => get(row(panel, 'A question'), 'textbox', 'not published'));
    await until(() => focused(panel) === back);
  });

  it('a reply comes back below the post it answers', async () => {
    const { line, panel } = await setting();
    line.refuse(new DiscussionError('forbidden', ''));
    get(row(panel, 'A question'), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'My answer');
    get(row(panel, 'A question'), 'button', /^Reply$/).click();
    const field = await until(() => get(row(panel, 'A question'), 'textbox', 'not published'));
    expect(valueOf(field)).to.equal('My answer');
    line.refuse(null);
    get(panel, 'button', 'Send again').click();
    await until(() => rows(panel)[rows(panel).indexOf(textOf(row(panel, 'A question'))) + 1]?.includes('My answer'));
  });

  it('a reply to what is gone comes back too, and can be a post of its own', async () => {
    const { place, line, panel } = await setting();
    line.cut();
    get(row(panel, 'A question'), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'My answer');
    get(row(panel, 'A question'), 'button', /^Reply$/).click();
    await until(() => row(panel, 'My answer'));
    await place.act(tom, { type: 'remove', id: await idOf(place, 'A question') });
    line.heal();
    const field = await until(() => get(panel, 'textbox', 'not published'));
    expect(valueOf(field)).to.equal('My answer');
    expect(descriptionOf(field)).to.include('post of its own');
    get(panel, 'button', 'Send again').click();
    await until(() => row(panel, 'My answer'));
    expect(rows(panel)[0]).to.include('My answer');
  });

  it('a change that somebody overtook comes back, and can be sent over it', async () => {
    const { place, panel } = await setting();
    const own = row(panel, 'My own');
    get(own, 'button', 'Edit').click();
    fill(await until(() => get(panel, 'textbox', 'Change your post')), 'Mine, from here');
    await place.act(ana, { type: 'edit', id: await idOf(place, 'My own'), body: 'Mine, from the phone', revision: 1 });
    await settle(panel);
    get(own, 'button', 'Save').click();
    const field = await until(() => get(panel, 'textbox', 'not published'));
    expect(valueOf(field)).to.equal('Mine, from here');
    expect(descriptionOf(field)).to.include('changed elsewhere');
    row(panel, 'Mine, from the phone');
    get(panel, 'button', 'Send again').click();
    await until(() => all(panel, 'textbox', 'not published').length === 0 && row(panel, 'Mine, from here'));
  });

  it('a removal that was refused says so, and can be tried again', async () => {
    const { line, panel } = await setting();
    line.refuse(new DiscussionError('forbidden', ''));
    get(row(panel, 'My own'), 'button', 'Remove').click();
    await until(() => get(panel, 'button', 'Undo'));
    leavePage();
    await until(() => textOf(row(panel, 'My own')).includes('may not do this'));
    line.refuse(null);
    get(panel, 'button', 'Try again').click();
    await until(() => rows(panel).length === 1);
  });

  it('what came back is thrown away only after a question', async () => {
    const { line, panel } = await setting();
    line.refuse(new DiscussionError('forbidden', ''));
    fill(get(panel, 'textbox', /^Your post$/), 'My words');
    get(panel, 'button', /^Post$/).click();
    (await until(() => get(panel, 'button', /^Throw away$/))).click();
    await until(() => textOf(panel).includes('Throw away what you wrote?'));
    get(panel, 'button', /^Throw away$/).click();
    await until(() => all(panel, 'textbox', 'not published').length === 0);
  });

  it('a page that tells the reason itself keeps the panel from it; the text comes back all the same', async () => {
    const { line, panel } = await setting();
    panel.addEventListener('peer-error', (event) => event.preventDefault());
    line.refuse(new DiscussionError('forbidden', ''));
    fill(get(panel, 'textbox', /^Your post$/), 'My words');
    get(panel, 'button', /^Post$/).click();
    const field = await until(() => get(panel, 'textbox', 'not published'));
    expect(valueOf(field)).to.equal('My words');
    expect(textOf(panel)).not.to.include('may not do this');
  });
});

async function idOf(place: Place, body: string): Promise<string> {
  const { posts } = await place.backend.room(place.discussion).sync(plainLens(ana), null);
  return posts.find((entry) => 'body' in entry && entry.body === body)?.id ?? '';
}
