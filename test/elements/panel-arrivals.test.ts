// What others do while one reads: nothing that is read moves, and a press shows what came.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  fill,
  focused,
  get,
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
} from '../support/panel.ts';

describe('arrivals', () => {
  afterEach(clear);

  it('posts of others wait behind their number, and nothing that is read moves', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'First\n\nwith a\n\nlong\n\ntext');
    await place.say(mira, 'Last');
    const panel = await show(panelFor(place, ana));
    const before = row(panel, 'Last').getBoundingClientRect().top;
    await place.say(tom, 'An answer in between', first);
    await place.say(tom, 'And one at the end');
    await until(() => get(panel, 'button', '2 new posts'));
    expect(rows(panel)).to.have.length(2);
    expect(row(panel, 'Last').getBoundingClientRect().top).to.equal(before);
  });

  it('the place where one writes does not move either', async () => {
    const place = openPlace();
    await place.say(mira, 'First');
    const panel = await show(panelFor(place, ana));
    const field = get(panel, 'textbox', /^Your post$/);
    const before = field.getBoundingClientRect().top;
    await place.say(tom, 'New');
    await until(() => get(panel, 'button', '1 new post'));
    expect(field.getBoundingClientRect().top).to.equal(before);
  });

  it('a press shows them in their places; the focus is on the first of them in reading order', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'First');
    await place.say(mira, 'Second');
    const panel = await show(panelFor(place, ana));
    await place.say(tom, 'At the end');
    await place.say(tom, 'In between', first);
    (await until(() => get(panel, 'button', '2 new posts'))).click();
    await until(() => rows(panel).length === 4);
    expect(rows(panel).map((text) => /First|Second|At the end|In between/u.exec(text)?.[0])).to.deep.equal([
      'At the end',
      'Second',
      'First',
      'In between',
    ]);
    await until(() => focused(panel) === row(panel, 'At the end'));
    expect(all(panel, 'button', 'new post')).to.have.length(0);
  });

  it('where nothing was to be read, a first post is shown at once', async () => {
    const place = openPlace();
    const panel = await show(panelFor(place, ana));
    expect(textOf(panel)).to.include('No one has written here yet');
    await place.say(tom, 'The first');
    await until(() => row(panel, 'The first'));
    await place.say(tom, 'The second');
    await until(() => get(panel, 'button', '1 new post'));
  });

  it('one’s own posts are shown at once, from another tab too', async () => {
    const place = openPlace();
    await place.say(mira, 'First');
    const panel = await show(panelFor(place, ana));
    await place.say(ana, 'From my phone');
    await until(() => row(panel, 'From my phone'));
    expect(all(panel, 'button', 'new post')).to.have.length(0);
  });

  it('changes and removals apply in place; what is removed while it waits is not counted', async () => {
    const place = openPlace();
    const first = await place.say(tom, 'Frist');
    await place.say(tom, 'Other');
    const panel = await show(panelFor(place, ana));
    await place.act(tom, { type: 'edit', id: first, body: 'First', revision: 1 });
    await until(() => row(panel, 'First'));
    const short = await place.say(tom, 'Short-lived');
    await until(() => get(panel, 'button', '1 new post'));
    await place.act(tom, { type: 'remove', id: short });
    await until(() => all(panel, 'button', 'new post').length === 0);
    expect(rows(panel)).to.have.length(2);
  });

  it('what came while one was away waits too', async () => {
    const place = openPlace();
    await place.say(mira, 'First');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    line.cut();
    await place.say(tom, 'Meanwhile');
    line.heal();
    await until(() => get(panel, 'button', '1 new post'));
    expect(rows(panel)).to.have.length(1);
  });

  it('typing is not disturbed: same field, same text, same focus, selection where it was', async () => {
    const place = openPlace();
    const first = await place.say(mira, 'First');
    const panel = await show(panelFor(place, ana));
    get(panel, 'button', 'Reply: post by Mira').click();
    const field = (await until(() => get(panel, 'textbox', 'Your reply'))) as HTMLTextAreaElement;
    fill(field, 'Half a thought');
    field.setSelectionRange(4, 6);
    await place.say(tom, 'Faster', first);
    await until(() => get(panel, 'button', '1 new post'));
    await place.act(mira, { type: 'edit', id: first, body: 'First, changed', revision: 1 });
    await until(() => row(panel, 'First, changed'));
    await settle(panel);
    expect(focused(panel) === field).to.equal(true);
    expect([field.value, field.selectionStart, field.selectionEnd]).to.deep.equal(['Half a thought', 4, 6]);
  });
});
