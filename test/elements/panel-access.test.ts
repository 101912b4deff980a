// What is said to those who listen: names, roles, headings, lists and descriptions. What axe says of every state, and what
// can be read and pressed in it: panel-states.test.ts.
import { expect } from 'chai';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  get,
  mira,
  nameOf,
  openPlace,
  panelFor,
  paula,
  row,
  settle,
  show,
  textOf,
  tom,
  until,
} from '../support/panel.ts';

describe('what is said to those who listen', () => {
  afterEach(clear);

  it('the panel is a region named by its heading, of the level the page asks for', async () => {
    const panel = panelFor(openPlace(), ana);
    panel.setAttribute('heading-level', '3');
    await show(panel);
    expect(nameOf(get(panel, 'region'))).to.equal('Discussion');
    expect(get(panel, 'heading', 'Discussion').getAttribute('aria-level')).to.equal('3');
  });

  it('posts are a list of articles, each named by its author and whom it answers', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'Welcome');
    await place.say(ana, 'Thank you', first);
    const panel = await show(panelFor(place, tom));
    expect(all(panel, 'list')).to.have.length(1);
    expect(all(panel, 'listitem')).to.have.length(2);
    expect(all(panel, 'article').map(nameOf)).to.deep.equal(['Post by Mira Lind', 'Reply by Ana Silva to Mira Lind']);
    expect(all(panel, 'button', 'Reply').map(nameOf)).to.deep.equal([
      'Reply: post by Mira Lind',
      'Reply: post by Ana Silva',
    ]);
  });

  it('the author of each post is a heading, so that one can go from post to post', async () => {
    const place = openPlace();
    const first = await place.say(mira, '# A heading of their own');
    await place.say(ana, 'Thank you', first);
    const panel = await show(panelFor(place, tom));
    const levels = all(panel, 'heading').map((one) => [nameOf(one), one.getAttribute('aria-level') ?? one.localName]);
    expect(levels).to.deep.equal([
      ['Discussion', '2'],
      ['Mira Lind', '3'],
      ['A heading of their own', 'h4'],
      ['Ana Silva', '3'],
    ]);
  });

  it('a facilitator and a guest are marked outside of their names', async () => {
    const place = openPlace();
    await place.say(mira, 'Welcome');
    await place.say(paula, 'Hello');
    const panel = await show(panelFor(place, mira));
    const name = (words: string): string => textOf(row(panel, words).querySelector('[part=author]') ?? panel);
    expect(name('Welcome')).to.equal('Mira Lind');
    expect(textOf(row(panel, 'Welcome'))).to.include('Facilitator');
    expect(name('Hello')).to.equal('Paula Prospect');
    expect(textOf(row(panel, 'Hello'))).to.include('Guest');
  });

  it('a time can be read by machines, and whole', async () => {
    const place = openPlace();
    await place.say(ana, 'Now');
    const panel = await show(panelFor(place, tom));
    const time = (): HTMLElement => get(panel, 'time');
    expect(Date.parse(time().getAttribute('datetime') ?? '')).to.be.closeTo(Date.now(), 60_000);
    await until(() => textOf(time()) === 'now', 'the words, once the first rows are there');
    await until(() => time().title.includes(String(new Date().getFullYear())), 'the whole time, once the page is idle');
  });

  it('what is wrong with a field is part of its description', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const field = get(panel, 'textbox', 'Your post');
    expect(field.getAttribute('aria-invalid')).to.equal('false');
    get(panel, 'button', /^Post$/).click();
    await until(() => field.getAttribute('aria-invalid') === 'true');
    expect(descriptionOf(field)).to.include('nothing to send');
  });

  it('the live region says how many came, and that a post is published', async () => {
    const place = openPlace();
    await place.say(ana, 'One');
    const panel = await show(panelFor(place, ana));
    await place.say(tom, 'Two');
    await place.say(tom, 'Three');
    await until(() => textOf(get(panel, 'status')) === '2 new posts');
    fill(get(panel, 'textbox', 'Your post'), 'Mine');
    get(panel, 'button', /^Post$/).click();
    await until(() => textOf(get(panel, 'status')) === 'Your post is published.');
    await settle(panel);
  });
});
