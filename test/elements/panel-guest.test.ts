// Guests: who they are is asked beside the first post, what they wrote waits for a facilitator, and nothing is lost.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  clear,
  descriptionOf,
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
  valueOf,
} from '../support/panel.ts';

function enter(panel: PeerDiscussion, name: string, email: string): void {
  fill(get(panel, 'textbox', /^Name/), name);
  fill(get(panel, 'textbox', /^E-mail/), email);
}

describe('guests', () => {
  afterEach(clear);

  it('a guest writes, says who they are, and is read after a facilitator looked', async () => {
    const place = openPlace();
    await place.say(tom, 'Welcome');
    const [guest, peer, staff] = [
      await show(panelFor(place, null)),
      await show(panelFor(place, tom)),
      await show(panelFor(place, mira)),
    ];
    expect(textOf(guest)).to.include('Your e-mail is never shown');
    const field = get(guest, 'textbox', /^Your post$/);
    fill(field, 'May I ask?');
    enter(guest, 'Paula', 'paula@example.org');
    get(guest, 'button', /^Post$/).click();
    await until(() => textOf(row(guest, 'May I ask?')).includes('Waiting for a facilitator'));
    await until(() => textOf(get(guest, 'status')).includes('waits for a facilitator'));
    expect(valueOf(field)).to.equal('');
    expect(all(guest, 'textbox', 'E-mail'), 'asked once').to.have.length(0);
    expect(rows(peer)).to.have.length(1);

    (await until(() => get(staff, 'button', '1 new post'))).click();
    expect(textOf(staff)).not.to.include('paula@example.org');
    (await until(() => get(staff, 'button', 'Approve'))).click();
    (await until(() => get(peer, 'button', '1 new post'))).click();
    await until(() => row(peer, 'May I ask?'));
    await until(() => !textOf(row(guest, 'May I ask?')).includes('Waiting'));
  });

  it('a guest answers in place', async () => {
    const place = openPlace();
    await place.say(tom, 'Welcome');
    const guest = await show(panelFor(place, null));
    get(guest, 'button', 'Reply: post by Tom').click();
    await until(() => all(guest, 'textbox', /^Name/).length === 2);
    fill(get(guest, 'textbox', 'Your reply'), 'Thank you');
    fill(get(row(guest, 'Welcome'), 'textbox', /^Name/), 'Paula');
    fill(get(row(guest, 'Welcome'), 'textbox', /^E-mail/), 'paula@example.org');
    get(row(guest, 'Welcome'), 'button', /^Reply$/).click();
    await until(() => textOf(row(guest, 'Thank you')).includes('Waiting for a facilitator'));
  });

  const mistakes: readonly (readonly [string, string, RegExp, string])[] = [
    ['', 'paula@example.org', /^Name/, 'Write your name'],
    ['   ', 'paula@example.org', /^Name/, 'Write your name'],
    ['x'.repeat(81), 'paula@example.org', /^Name/, 'too long'],
    ['Paula', '', /^E-mail/, 'Write your e-mail'],
    ['Paula', 'paula', /^E-mail/, 'does not look like'],
    ['Paula', 'paula@example', /^E-mail/, 'does not look like'],
  ];
  for (const [name, email, field, words] of mistakes)
    it(`“${name.slice(0, 8)}” with “${email}” is told at its field, and the text stays`, async () => {
      const guest = await show(panelFor(openPlace(), null));
      fill(get(guest, 'textbox', /^Your post$/), 'A question');
      enter(guest, name, email);
      get(guest, 'button', /^Post$/).click();
      await until(() => descriptionOf(get(guest, 'textbox', field)).includes(words));
      expect(get(guest, 'textbox', field).getAttribute('aria-invalid')).to.equal('true');
      await until(() => focused(guest) === get(guest, 'textbox', field));
      expect(valueOf(get(guest, 'textbox', /^Your post$/))).to.equal('A question');
      expect(rows(guest)).to.have.length(0);
    });

  it('what the authority refuses of a guest is told, and everything stays as it was', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: null, backend: place.backend }));
    const guest = panelFor(place, null);
    guest.adapter = line;
    await show(guest);
    fill(get(guest, 'textbox', /^Your post$/), 'A question');
    enter(guest, 'Paula', 'paula@example.org');
    line.refuse(new DiscussionError('rate-limited', ''));
    get(guest, 'button', /^Post$/).click();
    await until(() => descriptionOf(get(guest, 'textbox', /^Your post$/)).includes('a lot at once'));
    expect(valueOf(get(guest, 'textbox', /^E-mail/))).to.equal('paula@example.org');
    line.refuse(new DiscussionError('invalid', '', { field: 'email', flaw: 'malformed' }));
    get(guest, 'button', /^Post$/).click();
    await until(() => descriptionOf(get(guest, 'textbox', /^E-mail/)).includes('does not look like'));
    line.refuse(null);
    get(guest, 'button', /^Post$/).click();
    await until(() => row(guest, 'A question'));
  });

  it('where guests may not write, they are told how to take part, in the page’s own words where it has some', async () => {
    const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
    await place.say(tom, 'Welcome');
    const guest = panelFor(place, null);
    await show(guest);
    expect(textOf(guest)).to.include('Sign in on this site');
    expect([...all(guest, 'textbox'), ...all(guest, 'button', /^(?:Post|Reply|Write)\b/)]).to.have.length(0);
    const link = document.createElement('a');
    link.slot = 'sign-in';
    link.href = '/sign-in';
    link.textContent = 'Members sign in here';
    guest.append(link);
    await settle(guest);
    expect(link.getBoundingClientRect().height).to.be.above(0);
  });
});
