// What a facilitator does, and what of it others see.
import { expect } from 'chai';
import { limits } from '../../src/model/allow.ts';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  focused,
  get,
  mira,
  openPlace,
  panelFor,
  paula,
  row,
  rows,
  show,
  textOf,
  tom,
  until,
} from '../support/panel.ts';

describe('moderation', () => {
  afterEach(clear);

  it('hiding asks for a reason; the author reads it, the others see that something is gone', async () => {
    const place = openPlace();
    const first = await place.say(tom, 'Buy my course');
    await place.say(ana, 'No thank you', first);
    const [staff, author, peer] = [
      await show(panelFor(place, mira)),
      await show(panelFor(place, tom)),
      await show(panelFor(place, ana)),
    ];
    get(row(staff, 'Buy my course'), 'button', 'Hide').click();
    const reason = await until(() => get(staff, 'textbox', 'Reason'));
    await until(() => focused(staff) === reason);
    get(staff, 'button', /^Hide$/).click();
    await until(() => descriptionOf(reason).includes('Write a reason'));
    fill(reason, 'x'.repeat(limits.reasonLength + 1));
    get(staff, 'button', /^Hide$/).click();
    await until(() => descriptionOf(reason).includes('too long'));
    fill(reason, 'An advertisement');
    get(staff, 'button', /^Hide$/).click();
    await until(() => textOf(row(author, 'Buy my course')).includes('Hidden by a facilitator: An advertisement'));
    await until(() => rows(peer)[0]?.includes('was removed'));
    expect(textOf(peer)).not.to.match(/Buy my course|advertisement/u);
    expect(focused(staff) === row(staff, 'Buy my course')).to.equal(true);
    expect(all(row(author, 'Buy my course'), 'button', 'Reply')).to.have.length(0);

    get(row(staff, 'Buy my course'), 'button', 'Show again').click();
    await until(() => row(peer, 'Buy my course'));
    expect(textOf(author)).not.to.include('Hidden');
  });

  it('a text that was hidden and is shown again is whole', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'Some **bold** text');
    await place.say(ana, 'Below', id);
    const panel = await show(panelFor(place, ana));
    await place.act(mira, { type: 'moderate', id, state: 'hidden', reason: 'why' });
    await until(() => rows(panel)[0]?.includes('was removed'));
    await place.act(mira, { type: 'moderate', id, state: 'shown', reason: '' });
    await until(() => row(panel, 'Some bold text'));
  });

  it('when another facilitator was faster, the focus of this one stays on the post', async () => {
    const place = openPlace();
    await place.say(tom, 'Before');
    const id = await place.say(paula, 'May I ask?');
    const panel = await show(panelFor(place, mira));
    get(panel, 'button', 'Approve').focus();
    await place.act({ ...mira, id: 'other' }, { type: 'moderate', id, state: 'shown', reason: '' });
    await until(() => all(panel, 'button', 'Approve').length === 0);
    expect(focused(panel) === row(panel, 'May I ask?')).to.equal(true);
  });

  it('only facilitators are offered any of it', async () => {
    const place = openPlace();
    await place.say(tom, 'A post');
    const panel = await show(panelFor(place, ana));
    expect(all(panel, 'button', /hide|approve|show again/i)).to.have.length(0);
  });
});
