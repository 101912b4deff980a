// What posts are and replies do: said while writing, read before the text, changed later; who stands behind a post.
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import { newOp } from '../../src/model/op.ts';
import type { CreateCommand, Person } from '../../src/model/post.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { plainLens } from '../../src/model/view.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  descriptionOf,
  fill,
  flaws,
  focused,
  get,
  mira,
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
  valueOf,
  type Place,
} from '../support/panel.ts';

const rosa: Person = { id: 'rosa', name: 'Rosa Iglesias', role: 'expert' };

/** Somebody writes, and says what it is. */
async function write(place: Place, who: Person, body: string, more: Partial<CreateCommand> = {}): Promise<string> {
  const op = newOp();
  const command: CreateCommand = { type: 'create', op, parentId: null, body, ...more };
  await place.backend.room(place.discussion).submit(plainLens(who), command);
  return op;
}

/** A panel in which learning is there. */
async function learning(place: Place, me: Person | null): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, me));
  await import('../../src/elements/learning/panel-learning.ts');
  await until(() => panel.shadowRoot?.querySelector('peer-discussion-choices, peer-discussion-vouched'));
  await settle(panel);
  return panel;
}

const radio = 'input[type=radio]';

function choose(scope: Element, name: string | RegExp): void {
  get(scope, radio, name).click();
}

async function begin(panel: PeerDiscussion, text: string): Promise<HTMLElement> {
  const field = get(panel, 'textbox', /^Your post$/);
  field.focus();
  if (text !== '') fill(field, text);
  await settle(panel);
  return field;
}

async function reply(panel: PeerDiscussion, to: string): Promise<HTMLElement> {
  get(row(panel, to), 'button', 'Reply').click();
  const field = await until(() => get(panel, 'textbox', 'Your reply'));
  await settle(panel);
  return field;
}

const prompt = (more: Partial<Prompt> = {}): Prompt => ({
  ...{ id: 'first', version: 1, title: 'First steps', text: 'What did you try?', state: 'open', kinds: [] },
  ...{ timeZone: 'UTC', mixer: null, credit: null, summary: null },
  stages: [{ name: 'open', instruction: '', gate: { type: 'open' }, from: null }],
  ...more,
});

async function arrange(place: Place, one: Prompt): Promise<void> {
  const command = { type: 'arrange', op: newOp(), prompt: one } as const;
  await place.backend.room(place.discussion).submit(plainLens(mira), command);
}

describe('kinds and moves', () => {
  afterEach(clear);

  it('a kind is chosen beside the field, read before the text, and said in the name of the row', async () => {
    const place = openPlace();
    const [panel, peer] = [await learning(place, ana), await learning(place, tom)];
    await begin(panel, 'How do you begin?');
    choose(panel, /^Question$/);
    await until(() => textOf(panel).includes('Something you want to know'));
    get(panel, 'button', /^Post$/).click();
    await until(() => nameOf(row(panel, 'How do you begin?')) === 'Question. Post by Ana Silva');
    const there = await until(() => row(peer, 'How do you begin?'));
    expect(nameOf(there)).to.match(/^Question\. /u);
    expect(textOf(there)).to.match(/Question.*How do you begin\?/u);
    expect((get(panel, radio, 'Just a thought') as HTMLInputElement).checked).to.equal(true);
  });

  it('a starter is never sent as it stands, and never takes the place of what is written', async () => {
    const place = openPlace();
    const panel = await learning(place, ana);
    const field = await begin(panel, '');
    choose(panel, /^Experience$/);
    (await until(() => get(panel, 'button', 'Begin with'))).click();
    await until(() => valueOf(field) === 'In my practice: ');
    expect(focused(panel)).to.equal(field);
    get(panel, 'button', /^Post$/).click();
    await until(() => descriptionOf(field).includes('Write a few words first'));
    expect(rows(panel)).to.have.length(0);
    fill(field, 'In my practice: it rained');
    get(panel, 'button', 'Begin with').click();
    await settle(panel);
    expect(valueOf(field)).to.equal('In my practice: it rained');
  });

  it('where a prompt asks for kinds only those can be chosen, and one of them must be', async () => {
    const place = openPlace();
    await arrange(place, prompt({ kinds: ['experience', 'question'] }));
    const panel = await learning(place, ana);
    const field = await begin(panel, 'It worked');
    const composer = panel.shadowRoot?.querySelector('peer-discussion-composer');
    if (composer === null || composer === undefined) throw new Error('no composer');
    composer.choice = { promptId: 'first' };
    await until(() => all(panel, radio).length === 2);
    expect(all(panel, radio).map(nameOf)).to.deep.equal(['Question', 'Experience']);
    get(panel, 'button', /^Post$/).click();
    await until(() => all(panel, 'alert').some((alert) => textOf(alert).includes('Choose what it is')));
    expect(focused(panel)).to.equal(all(panel, radio)[0]);
    expect(valueOf(field)).to.equal('It worked');
    choose(panel, /^Experience$/);
    await settle(panel);
    expect(all(panel, 'alert').every((alert) => textOf(alert) === '')).to.equal(true);
    get(panel, 'button', /^Post$/).click();
    await until(() => nameOf(row(panel, 'It worked')).startsWith('Experience. '));
  });

  it('a thank is private: said before it is sent, on the row, and seen by nobody else', async () => {
    const place = openPlace();
    await place.say(tom, 'A good tip');
    const [panel, peer, author] = [
      await learning(place, ana),
      await learning(place, { ...rosa, role: 'member' }),
      await learning(place, tom),
    ];
    const field = await reply(panel, 'A good tip');
    choose(panel, /^Thanks$/);
    await until(() => textOf(panel).includes('Only Tom Okafor and the facilitators will read this.'));
    fill(field, 'That saved my week');
    get(row(panel, 'A good tip'), 'button', /^Reply$/).click();
    const own = await until(() => row(panel, 'That saved my week'));
    expect(textOf(own)).to.match(/Private: only Ana Silva , Tom Okafor and the facilitators read this/u);
    (await until(() => get(author, 'button', '1 new post'))).click();
    await until(() => row(author, 'That saved my week'));
    await settle(peer);
    expect(textOf(peer)).not.to.match(/saved my week|new post/u);
    expect(all(own, 'button', 'Change kind')).to.have.length(0);
  });

  it('a facilitator answers privately; nobody else is offered that', async () => {
    const place = openPlace();
    await place.say(tom, 'A worry');
    const [staff, peer] = [await learning(place, mira), await learning(place, ana)];
    const field = await reply(staff, 'A worry');
    get(staff, 'input[type=checkbox]', 'Reply privately').click();
    await until(() => textOf(staff).includes('Only Tom Okafor and the facilitators will read this.'));
    fill(field, 'Let us talk');
    get(row(staff, 'A worry'), 'button', /^Reply$/).click();
    await until(() => textOf(row(staff, 'Let us talk')).includes('Private:'));
    await reply(peer, 'A worry');
    expect(all(peer, 'input[type=checkbox]', 'privately')).to.have.length(0);
    expect(textOf(peer)).not.to.include('Let us talk');
  });

  it('a private text that was refused stays private when it is sent again', async () => {
    const place = openPlace();
    await place.say(tom, 'A good tip');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    await until(() => panel.shadowRoot?.querySelector('peer-discussion-vouched'));
    const field = await reply(panel, 'A good tip');
    choose(panel, /^Thanks$/);
    fill(field, 'Between us');
    line.refuse(new DiscussionError('forbidden', 'for developers'));
    get(row(panel, 'A good tip'), 'button', /^Reply$/).click();
    const again = await until(() => get(panel, 'button', /^Send again$/));
    line.refuse(null);
    again.click();
    await until(() => textOf(row(panel, 'Between us')).includes('Private:'));
    const peer = await learning(place, rosa);
    expect(textOf(peer)).not.to.include('Between us');
  });

  it('its author or a facilitator changes what a post is, nobody else', async () => {
    const place = openPlace();
    await write(place, ana, 'Why so late?', { kind: 'insight' });
    const [author, staff, peer] = [await learning(place, ana), await learning(place, mira), await learning(place, tom)];
    expect(all(peer, 'button', 'Change kind')).to.have.length(0);
    for (const [panel, name] of [
      [author, 'Question'],
      [staff, 'Reflection'],
    ] as const) {
      get(row(panel, 'Why so late?'), 'button', 'Change kind').click();
      await until(() => focused(panel)?.matches(`${radio}:checked`));
      choose(row(panel, 'Why so late?'), new RegExp(`^${name}$`, 'u'));
      get(row(panel, 'Why so late?'), 'button', /^Save$/).click();
      expect(focused(panel)).to.equal(row(panel, 'Why so late?'));
      await until(() => nameOf(row(peer, 'Why so late?')).startsWith(`${name}. `));
    }
    get(row(author, 'Why so late?'), 'button', 'Change kind').click();
    await until(() => focused(author)?.matches(radio));
    focused(author)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => focused(author) === get(author, 'button', 'Change kind'));
  });

  it('threads are looked for by what they begin with', async () => {
    const place = openPlace();
    const asked = await write(place, ana, 'Why so late?', { kind: 'question' });
    await place.say(tom, 'Because of the rain', asked);
    for (let count = 0; count < 5; count++) await place.say(tom, `Chatter ${count}`);
    const panel = await learning(place, ana);
    const [filter] = all(panel, 'select', 'Show');
    if (!(filter instanceof HTMLSelectElement)) throw new Error('no filter');
    filter.value = 'question';
    filter.dispatchEvent(new Event('change'));
    await until(() => rows(panel).length === 2);
    expect(rows(panel).join()).to.match(/Why so late.*Because of the rain/u);
  });

  it('shows none of this where the adapter knows nothing of it', async () => {
    const place = openPlace();
    await write(place, ana, 'Why so late?', { kind: 'question' });
    const line = tap(memoryAdapter({ me: mira, backend: place.backend }));
    const panel = panelFor(place, mira);
    panel.adapter = {
      open: (discussion, listener) =>
        line.open(discussion, {
          ...listener,
          status: (status) =>
            listener.status(status.state === 'online' ? { ...status, can: { ...status.can, moves: false } } : status),
        }),
    };
    await show(panel);
    await settle(panel);
    expect(all(panel, radio)).to.have.length(0);
    expect(textOf(panel)).not.to.match(/Question|Endorse|Change what/u);
  });
});

describe('endorsements', () => {
  afterEach(clear);

  async function answered(): Promise<{ place: Place; root: string; answer: string }> {
    const place = openPlace();
    const root = await write(place, ana, 'How do you begin?', { kind: 'question' });
    const answer = await place.say(tom, 'With a plan', root);
    return { place, root, answer };
  }

  it('who asked says that a reply helped; it is seen at the reply and on top, dated and attributed, and taken back', async () => {
    const { place } = await answered();
    const [asker, author] = [await learning(place, ana), await learning(place, tom)];
    expect(all(author, 'button', 'This helped me')).to.have.length(0);
    get(row(asker, 'With a plan'), 'button', 'This helped me').click();
    expect(focused(asker)).to.equal(row(asker, 'With a plan'));
    await until(() => textOf(row(author, 'With a plan')).match(/This helped Ana Silva/u));
    expect(all(row(author, 'With a plan'), 'time')).to.have.length(2);
    const way = await until(() => get(row(author, 'How do you begin?'), 'button', 'A reply by'));
    expect(nameOf(way)).to.equal('A reply by Tom Okafor helped Ana Silva');
    way.click();
    await until(() => focused(author) === row(author, 'With a plan'));
    get(row(asker, 'With a plan'), 'button', 'Did not help me').click();
    await until(() => all(author, 'button', 'A reply by').length === 0);
    expect(textOf(row(author, 'With a plan'))).not.to.include('This helped');
  });

  it('an expert endorses with a reason, in own words too; staff see what was taken back', async () => {
    const { place } = await answered();
    const [expert, peer, staff] = [
      await learning(place, rosa),
      await learning(place, tom),
      await learning(place, mira),
    ];
    get(row(expert, 'With a plan'), 'button', 'Endorse').click();
    await until(() => focused(expert)?.matches(radio));
    const form = row(expert, 'With a plan');
    get(form, 'button', /^Endorse$/).click();
    await until(() => all(form, 'alert').some((one) => textOf(one).includes('Choose a reason')));
    choose(form, 'Tested in practice');
    fill(get(form, 'textbox', 'In your own words'), 'In three hospitals');
    get(form, 'button', /^Endorse$/).click();
    expect(focused(expert)).to.equal(row(expert, 'With a plan'));
    const words = /Endorsed by Rosa Iglesias Expert Tested in practice In three hospitals/u;
    await until(() => words.test(textOf(row(peer, 'With a plan'))));
    await until(() => get(peer, 'button', 'endorsed a reply by Tom Okafor : Tested in practice'));
    get(row(expert, 'With a plan'), 'button', 'Take the endorsement back').click();
    await until(() => !words.test(textOf(row(peer, 'With a plan'))));
    await until(() => /Endorsed by Rosa Iglesias.*taken back/u.test(textOf(row(staff, 'With a plan'))));
    expect(all(staff, 'button', 'endorsed a reply')).to.have.length(0);
  });

  it('members endorse nothing, and nobody their own', async () => {
    const { place } = await answered();
    const [peer, asker] = [await learning(place, tom), await learning(place, ana)];
    for (const panel of [peer, asker]) expect(all(panel, 'button', 'Endorse')).to.have.length(0);
    await place.say(rosa, 'My own');
    const expert = await learning(place, rosa);
    expect(all(row(expert, 'My own'), 'button', 'Endorse')).to.have.length(0);
    expect(all(row(expert, 'With a plan'), 'button', 'Endorse')).to.have.length(1);
  });

  it('a question finds its answer, and is open again', async () => {
    const { place } = await answered();
    const [asker, peer] = [await learning(place, ana), await learning(place, tom)];
    expect(all(peer, 'button', 'Found its answer')).to.have.length(0);
    get(asker, 'button', 'Found its answer').click();
    await until(() => textOf(row(peer, 'How do you begin?')).includes('This question has found its answer.'));
    (await until(() => get(asker, 'button', 'Still open'))).click();
    await until(() => !textOf(row(peer, 'How do you begin?')).includes('has found its answer'));
  });

  it('a pinned thread says so and why, and stands first from when the discussion is next opened', async () => {
    const place = openPlace();
    const older = await place.say(tom, 'Older');
    await place.say(tom, 'Newer');
    const panel = await learning(place, ana);
    expect(rows(panel).map((one) => one.includes('Older'))).to.deep.equal([false, true]);
    await place.act(mira, { type: 'pin', id: older, isPinned: true, note: 'Start here' });
    await until(() => textOf(row(panel, 'Older')).includes('Pinned by Mira'));
    expect(textOf(row(panel, 'Older'))).to.include('Start here');
    expect(rows(panel).map((one) => one.includes('Older'))).to.deep.equal([false, true]);
    expect(await flaws(panel)).to.deep.equal([]);
    panel.remove();
    const again = await learning(place, ana);
    expect(rows(again).map((one) => one.includes('Older'))).to.deep.equal([true, false]);
  });

  it('a pinned thread is on the first page, whole, however old it is', async () => {
    const place = openPlace();
    const older = await place.say(tom, 'Older than a page');
    await place.say(ana, 'Said to it', older);
    for (let turn = 0; turn < 25; turn++) await place.say(tom, `Newer ${turn}`);
    const before = await learning(place, ana);
    expect(rows(before).some((one) => one.includes('Older than a page'))).to.equal(false);
    before.remove();
    await place.act(mira, { type: 'pin', id: older, isPinned: true, note: '' });
    const panel = await learning(place, ana);
    const [first, second, third] = rows(panel);
    expect(
      [first, second, third].map((one) => /Older than a page|Said to it|Newer 24/.exec(one ?? '')?.[0]),
    ).to.deep.equal(['Older than a page', 'Said to it', 'Newer 24']);
  });

  it('a badge stands outside of the name: no name and no text makes one', async () => {
    const place = openPlace();
    const names = ['Rosa ✔ Facilitator', 'F\u0301a\u0301cilitator Rosa', 'Rosa · E x p e r t', 'Rosa\u202EtreprxE'];
    for (const [count, name] of names.entries())
      await place.say({ id: `hostile ${count}`, name, role: 'member' }, `Post ${count}`);
    const body = '**Facilitator** `Facilitator` <span part="badge" class="badge facilitator">Facilitator</span>';
    await place.say(tom, `Last ${body}`);
    await place.say(mira, 'Real');
    const panel = await learning(place, ana);
    const badges = (words: string): string[] => all(row(panel, words), '[part~=badge]').map(textOf);
    expect(badges('Real')).to.deep.equal(['Facilitator']);
    expect(badges('Last')).to.deep.equal([]);
    // A name that claims a role is shown beside what its bearer is.
    for (const count of [0, 1, 2]) expect(badges(`Post ${count}`)).to.deep.equal(['Member']);
    expect(badges('Post 3')).to.deep.equal([]);
    for (const [count, name] of names.entries()) {
      const box = get(row(panel, `Post ${count}`), 'heading');
      expect(box.textContent).to.equal(name);
      expect(box.children).to.have.length(0);
      const { height } = box.getBoundingClientRect();
      expect(height).to.be.below(60);
    }
  });
});

describe('what learning shows of posts, to everybody', () => {
  afterEach(() => {
    clear();
    document.documentElement.style.removeProperty('color-scheme');
  });

  for (const scheme of ['light', 'dark'])
    for (const dir of ['ltr', 'rtl'])
      it(`axe finds nothing, ${scheme}, ${dir}`, async () => {
        Object.assign(document.documentElement.style, {
          colorScheme: scheme,
          background: scheme === 'dark' ? '#14181c' : '#ffffff',
        });
        document.documentElement.dir = dir;
        const place = openPlace();
        const root = await write(place, ana, 'How do you begin?', { kind: 'question' });
        const answer = await write(place, tom, 'With a plan', { parentId: root, move: 'build-on' });
        const given = { type: 'endorse', id: answer, isEndorsed: true, reason: 'tested', note: 'Twice' } as const;
        await place.act(rosa, given);
        await place.act(ana, { type: 'help', id: answer, hasHelped: true });
        await place.act(ana, { type: 'settle', id: root, isSettled: true });
        const panel = await learning(place, mira);
        await begin(panel, 'Words');
        choose(panel, /^Insight$/);
        get(row(panel, 'With a plan'), 'button', 'Endorse').click();
        await until(() => focused(panel)?.matches(radio));
        get(row(panel, 'How do you begin?'), 'button', 'Change kind').click();
        await settle(panel);
        expect(await flaws(panel)).to.deep.equal([]);
      });
});

describe('versions', () => {
  afterEach(clear);

  it('everybody reads when a post was changed, by key and finger; its author and staff what it said before', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'First words');
    await place.act(tom, { type: 'edit', id, body: 'Second *words*', revision: 1 });
    for (const [me, sees] of [
      [ana, false],
      [tom, true],
      [mira, true],
    ] as const) {
      const panel = await learning(place, me);
      const button = get(row(panel, 'Second words'), 'button', 'edited');
      button.focus();
      button.click();
      const dialog = await until(() => get(panel, 'dialog', 'Versions of this post'));
      expect(textOf(dialog)).to.match(/Written \w+day,.* at .*Changed \w+day,/u);
      expect(textOf(dialog).includes('First words')).to.equal(sees);
      expect(await flaws(panel)).to.deep.equal([]);
      get(dialog, 'button', 'Close').click();
      await until(() => all(panel, 'dialog').length === 0);
      expect(focused(panel)).to.equal(get(row(panel, 'Second words'), 'button', 'edited'));
      clear();
    }
  });

  it('they are shown where the head of the row is made anew while the dialog loads', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'First words');
    await place.act(tom, { type: 'edit', id, body: 'Second words', revision: 1 });
    const panel = await learning(place, ana);
    const button = get(row(panel, 'Second words'), 'button', 'edited');
    button.click();
    button.remove();
    get(await until(() => get(panel, 'dialog', 'Versions of this post')), 'button', 'Close').click();
    await until(() => all(panel, 'dialog').length === 0);
    expect(focused(panel)).to.equal(row(panel, 'Second words'));
  });
});
