// What a facilitator asks, as a learner meets it: title, text, stages, a gate and what opens it, and how far one is.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerCompleteEvent } from '../../src/elements/events.ts';
import type { CreditRule } from '../../src/model/credit.ts';
import { answer, arrange, promptOf } from '../support/prompts.ts';
import {
  all,
  ana,
  clear,
  fill,
  focused,
  get,
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
  mira,
} from '../support/panel.ts';
import { tap } from '../support/tapped-adapter.ts';

const postFirst = { type: 'post-first', words: 5, kind: null } as const;
const nothingAsked: CreditRule = {
  ...{ answerWords: 0, colleagues: 0, replyWords: 0, readPercent: 0, comesBack: false, applyWords: 0 },
  isAttested: false,
};

describe('a prompt', () => {
  afterEach(clear);

  it('stands above the place to write: its title as a heading, its text and instruction as Markdown', async () => {
    const place = openPlace();
    const stages = [{ ...promptOf({ type: 'open' }).stages[0], instruction: 'Write _before_ you read.' }];
    await arrange(place, promptOf({ type: 'open' }, { stages: stages as never }));
    const panel = await show(panelFor(place, ana));
    const prompt = await until(() => get(panel, 'group', 'A case from your practice'));
    expect(get(prompt, 'heading', 'A case').ariaLevel).to.equal('3');
    await until(() => get(prompt, 'strong', 'one'));
    expect(textOf(get(prompt, 'em'))).to.equal('before');
    const field = get(panel, 'textbox', /^Your post$/);
    expect(prompt.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
  });

  it('says in words at which stage it is, and when the others begin in the facilitator’s time zone', async () => {
    const place = openPlace();
    const stages = [
      { name: 'open', instruction: '', gate: { type: 'open' }, from: null },
      { name: 'conclude', instruction: '', gate: { type: 'open' }, from: '2099-07-01T22:30:00.000Z' },
    ] as const;
    await arrange(place, promptOf({ type: 'open' }, { stages }));
    const panel = await show(panelFor(place, ana));
    const line = await until(() => get(panel, '[role=list]', 'Stages'));
    const [now, later] = all(line, 'listitem');
    expect(now?.getAttribute('aria-current')).to.equal('step');
    expect(textOf(now ?? line)).to.equal('Answer now');
    expect(textOf(later ?? line)).to.match(/^Conclude from Jul 2, 2099, 12:30\sAM GMT\+2$/);
  });

  it('that is closed is folded, with what came of it', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }, { state: 'closed', summary: 'We learned *this*.' }));
    const panel = await show(panelFor(place, ana));
    const summary = await until(() => get(panel, 'summary', 'A case from your practice'));
    expect(textOf(summary)).to.equal('A case from your practice Closed');
    expect(get(panel, 'em', 'this').checkVisibility()).to.equal(false);
    summary.click();
    expect(get(panel, 'em', 'this').checkVisibility()).to.equal(true);
    expect(all(panel, 'button', 'Answer this')).to.have.length(0);
  });

  it('takes first posts of its own accord, and its button leads to the field', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    const panel = await show(panelFor(place, ana));
    (await until(() => get(panel, 'button', 'Answer this: A case'))).click();
    const field = get(panel, 'textbox', /^Your post$/);
    await until(() => panel.shadowRoot?.activeElement === field);
    const select = get(panel, 'select') as HTMLSelectElement;
    await until(() => select.selectedOptions[0]?.text === 'A case from your practice');
    fill(field, 'Mine');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel).some((words) => words.includes('Mine')));
    const held = await place.backend
      .room(place.discussion)
      .sync(await place.backend.room(place.discussion).lens(mira), null);
    expect(held.posts.map((post) => 'prompt' in post && post.prompt?.id)).to.deep.equal(['case']);
  });

  it('is answered of its own accord where it is the newest that is open, until something is written or chosen', async () => {
    const place = openPlace();
    const ask = (id: string, besides = {}): Promise<void> =>
      arrange(place, promptOf({ type: 'open' }, { id, title: `Prompt ${id}`, ...besides }));
    await ask('first');
    await ask('second');
    const panel = await show(panelFor(place, ana));
    const select = (await until(() => get(panel, 'select'))) as HTMLSelectElement;
    await until(() => select.value === 'second');
    await ask('third');
    await until(() => select.value === 'third');
    await ask('third', { state: 'closed' });
    await until(() => select.value === 'second');

    const field = get(panel, 'textbox', /^Your post$/);
    fill(field, 'Begun for the second');
    await ask('fourth');
    await until(() => select.options.length === 4);
    expect(select.value).to.equal('second');
    get(panel, 'button', /^Post$/).click();
    await until(() => select.value === 'fourth');

    select.value = 'first';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await ask('fifth');
    await until(() => select.options.length === 5);
    expect(select.value).to.equal('first');
  });

  it('takes none where its writer says so', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    const panel = await show(panelFor(place, ana));
    const select = (await until(() => get(panel, 'select'))) as HTMLSelectElement;
    await until(() => select.value === 'case');
    select.value = '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    fill(get(panel, 'textbox', /^Your post$/), 'Something else');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel).some((words) => words.includes('Something else')));
    const room = place.backend.room(place.discussion);
    const held = await until(() => room.sync).then(async () => room.sync(await room.lens(mira), null));
    expect(held.posts.map((post) => 'prompt' in post)).to.deep.equal([false]);
  });
});

describe('answer first, then see your colleagues', () => {
  afterEach(clear);

  it('says what opens it and about how many have answered; after the answer their posts are there, and it is said', async () => {
    const place = openPlace();
    await arrange(place, promptOf(postFirst));
    await answer(place, tom, 'What Tom found out');
    const panel = await show(panelFor(place, ana));
    const prompt = await until(() => get(panel, 'group', 'A case'));
    await until(() => textOf(prompt).includes('Answer first, then see what your colleagues wrote'));
    expect(textOf(prompt)).to.include('An answer of at least 5 words opens it for you.');
    expect(textOf(prompt)).to.include('A few colleagues have answered.');
    expect(panel.shadowRoot?.innerHTML).not.to.include('Tom');

    await until(() => (get(panel, 'select') as HTMLSelectElement).value === 'case');
    fill(get(panel, 'textbox', /^Your post$/), 'Too short');
    get(panel, 'button', /^Post$/).click();
    await until(() => textOf(prompt).includes('You have answered already'));
    expect(textOf(prompt)).to.include('It has 2 words of your own. Quotations, code and addresses are not counted.');
    expect(rows(panel).join()).not.to.include('Tom');

    fill(get(panel, 'textbox', /^Your post$/), 'One two three four five');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel).some((words) => words.includes('What Tom found out')));
    await until(() => textOf(get(panel, '.panel > [role=status]')).includes('is open to you now'));
    expect(textOf(prompt)).not.to.include('Answer first');
  });

  it('lets whoever answers first read on: what a colleague answers later waits as every new post does', async () => {
    const place = openPlace();
    await arrange(place, promptOf(postFirst));
    const panel = await show(panelFor(place, ana));
    await until(() => (get(panel, 'select') as HTMLSelectElement).value === 'case');
    fill(get(panel, 'textbox', /^Your post$/), 'One two three four five');
    get(panel, 'button', /^Post$/).click();
    await until(() => textOf(get(panel, '.panel > [role=status]')).includes('is open to you now'));
    await answer(place, tom, 'What Tom found out');
    await until(() => get(panel, 'button', /1 new/));
    expect(rows(panel).join()).not.to.include('Tom');
  });

  for (const [gate, words] of [
    [{ type: 'manual', isOpen: false }, 'The facilitator opens it for everybody.'],
    [{ type: 'until-date', at: '2099-01-01T11:00:00.000Z' }, 'It opens for everybody on Jan 1, 2099, 12:00 PM GMT+1.'],
    [
      { type: 'post-first', words: 1, kind: 'experience' },
      'Any answer opens it for you. It should be posted as “Experience”.',
    ],
    [
      { type: 'post-first-or-date', words: 30, kind: null, at: '2099-01-01T11:00:00.000Z' },
      'An answer of at least 30 words opens it for you. It opens for everybody on Jan 1, 2099, 12:00 PM GMT+1.',
    ],
  ] as const)
    it(`says what opens a gate: ${gate.type}`, async () => {
      const place = openPlace();
      await arrange(place, promptOf(gate));
      const panel = await show(panelFor(place, ana));
      await until(() => textOf(get(panel, 'group', 'A case')).includes(words));
    });

  it('is not said to whom it stands open', async () => {
    const place = openPlace();
    await arrange(place, promptOf(postFirst));
    const panel = await show(panelFor(place, mira));
    await until(() => get(panel, 'group', 'A case'));
    await settle(panel);
    expect(textOf(panel)).not.to.include('Answer first');
  });
});

describe('somebody who is not signed in', () => {
  afterEach(clear);

  it('is told to sign in where guests may not write, and is offered nothing that would be refused', async () => {
    const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
    await arrange(place, promptOf(postFirst));
    await answer(place, tom, 'What Tom found out');
    await place.say(tom, 'Beside the prompt');
    const panel = await show(panelFor(place, null));
    const prompt = await until(() => get(panel, 'group', 'A case'));
    expect(textOf(prompt)).to.include(
      'Answer first, then see what your colleagues wrote Sign in first, then answer. An answer of at least 5 words opens it for you.',
    );
    expect(all(panel, 'button', /Answer|Reply/)).to.have.length(0);
    expect(rows(panel)).to.have.length(1);
  });

  it('answers as a guest where those may write, and that opens what colleagues wrote', async () => {
    const place = openPlace();
    await arrange(place, promptOf(postFirst));
    await answer(place, tom, 'What Tom found out');
    const panel = await show(panelFor(place, null));
    const prompt = await until(() => get(panel, 'group', 'A case'));
    expect(textOf(prompt)).to.include('Answer first').and.not.to.include('Sign in');
    get(prompt, 'button', 'Answer this').click();
    await until(() => (get(panel, 'select') as HTMLSelectElement).value === 'case');
    fill(get(panel, 'textbox', /^Your post$/), 'One two three four five');
    fill(get(panel, 'textbox', /^Name/), 'Paula');
    fill(get(panel, 'textbox', /^E-mail/), 'paula@example.org');
    get(panel, 'button', /^Post$/).click();
    await until(() => rows(panel).some((words) => words.includes('What Tom found out')));
    expect(textOf(prompt)).not.to.include('Answer first');
  });

  it('is told when it opens for everybody, and not to sign in for that', async () => {
    const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
    await arrange(place, promptOf({ type: 'manual', isOpen: false }));
    const panel = await show(panelFor(place, null));
    const prompt = await until(() => get(panel, 'group', 'A case'));
    expect(textOf(prompt)).to.include('The facilitator opens it for everybody.').and.not.to.include('Sign in');
  });

  for (const [guestPosts, where] of [
    ['none', 'guests may not write'],
    ['held', 'guests may write'],
  ] as const)
    it(`is offered no reply under a closed prompt where ${where}`, async () => {
      const place = openPlace(createMemoryBackend({ guestPosts }));
      await arrange(place, promptOf({ type: 'open' }));
      await answer(place, tom, 'What Tom found out');
      await place.say(tom, 'Beside the prompt');
      await arrange(place, promptOf({ type: 'open' }, { state: 'closed' }));
      const panel = await show(panelFor(place, null));
      await until(() => get(panel, 'summary', 'A case from your practice'));
      expect(all(row(panel, 'What Tom found out'), 'button', 'Reply')).to.have.length(0);
      expect(all(row(panel, 'Beside the prompt'), 'button', 'Reply')).to.have.length(guestPosts === 'held' ? 1 : 0);
    });
});

describe('a stage that has gone by', () => {
  afterEach(clear);

  it('is closed to whoever comes late until they answer the one of now, and that is said', async () => {
    const place = openPlace();
    const stages = [
      { name: 'open', instruction: '', gate: postFirst, from: null },
      { name: 'conclude', instruction: '', gate: { type: 'open' }, from: null },
    ] as const;
    await arrange(place, promptOf(postFirst, { stages }));
    await answer(place, tom, 'What Tom found out');
    const since = new Date(Date.now() - 1_000).toISOString();
    await arrange(place, promptOf(postFirst, { stages: [stages[0], { ...stages[1], from: since }] }));
    const panel = await show(panelFor(place, ana));
    const prompt = await until(() => get(panel, 'group', 'A case'));
    await until(() => textOf(prompt).includes('An answer of at least 5 words opens it for you.'));
    await answer(place, ana, 'One two three four five');
    await until(() => !textOf(prompt).includes('opens it for you'));
  });
});

describe('what is asked of a learner', () => {
  afterEach(clear);

  it('is a list in plain words that follows what is done, and never speaks of credit granted', async () => {
    const place = openPlace();
    const credit = { ...nothingAsked, answerWords: 5, colleagues: 2, readPercent: 50, comesBack: true };
    await arrange(place, promptOf({ type: 'open' }, { credit }));
    const panel = await show(panelFor(place, ana));
    const list = (): string[] => all(get(panel, 'details', 'What is asked of you'), 'listitem').map(textOf);
    await until(() => list().length === 4);
    expect(list()).to.deep.equal([
      'Answer with at least 5 words 0 of 5',
      'Reply to 2 different colleagues 0 of 2',
      'Read at least 50% of what colleagues wrote 0% so far',
      'Come back after a colleague has replied to you not yet',
    ]);
    await answer(place, ana, 'That exchange changed how we practice here');
    await until(() => list()[0] === 'Answer with at least 5 words done');
    expect(textOf(get(panel, 'details', 'What is asked of you')))
      .to.match(/1 of 4/)
      .and.not.match(/granted|earned/);
  });

  it('says why the last that was written does not count, and leads there', async () => {
    const place = openPlace();
    const credit = { ...nothingAsked, answerWords: 12, colleagues: 1, replyWords: 5, applyWords: 5 };
    await arrange(place, promptOf({ type: 'open' }, { credit }));
    await answer(place, ana, `> ${'theirs and theirs '.repeat(20)}`);
    const panel = await show(panelFor(place, ana));
    const item = (at: number): string =>
      textOf(all(get(panel, 'details', 'What is asked of you'), 'listitem')[at] ?? panel);
    await until(() =>
      item(0).includes('0 of 12 Your last answer does not count here yet. It holds no words of your own'),
    );
    const mine = await answer(place, ana, 'One exchange changed how I work.');
    await until(() => item(0).includes('It has 6 words of your own. Quotations, code and addresses are not counted.'));
    await place.act(mira, { type: 'void', id: mine, isVoid: true, reason: 'From a book.' });
    await until(() => item(0).includes('A facilitator has decided so: From a book.'));
    await place.say(ana, 'The exchange was at night, and it changed a lot.', mine);
    await until(() =>
      item(1).includes('Your last reply to a post does not count here yet. It answers a post of your own.'),
    );
    expect(item(2)).to.include('If it says how you apply it, mark it as “Applies it”.');
    get(get(panel, 'details', 'What is asked of you'), 'listitem', 'From a book')
      .querySelector('button')
      ?.click();
    await until(() => focused(panel) === row(panel, 'One exchange changed how I work.'));
  });

  it('is to a facilitator what they ask, folded, with nobody’s progress, and no page is told that they have done it', async () => {
    const place = openPlace();
    const credit = { ...nothingAsked, answerWords: 5 };
    await arrange(place, promptOf({ type: 'open' }, { credit }));
    await answer(place, mira, 'That exchange changed how we practice here');
    const heard: PeerCompleteEvent[] = [];
    const panel = panelFor(place, mira);
    panel.addEventListener('peer-complete', (event) => heard.push(event));
    await show(panel);
    const rule = await until(() => get(panel, 'details', 'What is asked of learners here') as HTMLDetailsElement);
    expect(rule.open).to.equal(false);
    expect(all(rule, 'listitem').map(textOf)).to.deep.equal(['Answer with at least 5 words']);
    expect(textOf(panel)).not.to.match(/What is asked of you|done/);
    expect(heard).to.have.length(0);
    const { prompts } = await place.backend.room(place.discussion).mine(mira);
    expect(prompts?.map((standing) => 'credit' in standing)).to.deep.equal([false]);
  });

  it('once all of it is done the page hears of it, once', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }, { credit: { ...nothingAsked, answerWords: 3 } }));
    const heard: PeerCompleteEvent[] = [];
    const panel = panelFor(place, ana);
    panel.addEventListener('peer-complete', (event) => heard.push(event));
    await show(panel);
    await until(() => get(panel, 'details', 'What is asked of you'));
    expect(heard).to.have.length(0);
    await answer(place, ana, 'One exchange changed everything');
    await until(() => heard.length > 0);
    await answer(place, ana, 'Another exchange changed my work again');
    await until(() => textOf(panel).includes('You had done all of this by'));
    panel.remove();
    document.body.append(panel);
    await settle(panel);
    expect(heard.map(({ promptId, version }) => [promptId, version])).to.deep.equal([['case', 1]]);
    expect(Date.parse(heard[0]?.completedAt ?? '')).to.be.closeTo(Date.now(), 10_000);
  });

  it('is heard by a page that opens later too', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }, { credit: { ...nothingAsked, answerWords: 3 } }));
    await answer(place, ana, 'One exchange changed everything');
    const heard: PeerCompleteEvent[] = [];
    const panel = panelFor(place, ana);
    panel.addEventListener('peer-complete', (event) => heard.push(event));
    await show(panel);
    await until(() => heard.length === 1);
    await settle(panel);
    expect(heard).to.have.length(1);
  });
});

describe('who waits', () => {
  afterEach(clear);

  it('is said at the end of reading, and a button leads to the post and opens a reply', async () => {
    const hours = 3_600_000;
    let now = Date.now() - 5 * hours;
    const place = openPlace(createMemoryBackend({ now: () => now }));
    await arrange(place, promptOf({ type: 'open' }));
    await answer(place, tom, 'Has anybody tried this in a small hospital?');
    now = Date.now();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    await until(() => all(panel, 'article').length === 1);
    (await until(() => get(panel, 'peer-discussion-waiting'))).scrollIntoView();
    const card = await until(() => get(panel, 'group', 'A colleague is waiting for a view like yours'));
    get(card, 'button', 'Reply to Tom Okafor').click();
    await until(() => nameOf(panel.shadowRoot?.activeElement ?? panel).startsWith('Your reply'));
  });

  it('is said to a colleague whom a facilitator invites, where nothing is asked too', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'Has anybody tried this in a small hospital?');
    const panel = await show(panelFor(place, ana));
    await place.act(mira, { type: 'invite', id, personId: ana.id, isInvited: true });
    const card = await until(() => get(panel, 'group', 'A colleague is waiting for a view like yours'));
    expect(textOf(card)).to.include('Has anybody tried this in a small hospital?');
    get(card, 'button', 'Reply to Tom Okafor').click();
    await until(() => nameOf(panel.shadowRoot?.activeElement ?? panel).startsWith('Your reply'));
  });

  it('a facilitator is not asked, and an adapter that cannot offer is not', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    const panel = await show(panelFor(place, mira));
    await settle(panel);
    expect(all(panel, 'group', 'waiting')).to.have.length(0);
  });
});
