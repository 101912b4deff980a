// An event, by role and name: learners ask, facilitators mark and take up with one key, and the wall shows what everybody
// may see and nothing else.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person, Post } from '../../src/model/post.ts';
import type { Gate, Prompt } from '../../src/model/prompt.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import { arrange, promptOf } from '../support/prompts.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  focused,
  get,
  mira,
  openPlace,
  panelFor,
  paula,
  settle,
  show,
  textOf,
  tom,
  until,
  type Place,
} from '../support/panel.ts';
import { tap } from '../support/tapped-adapter.ts';

const open: Gate = { type: 'open' };
/** The stage after an event that is over. */
const conclude = { name: 'conclude', instruction: '', gate: open, from: '2021-01-01T00:00:00.000Z' } as const;

/** A prompt at its event; what was brought before stands behind `before`. */
function event(before: Gate = open, besides: Partial<Prompt> = {}): Prompt {
  const stages = [
    { name: 'open', instruction: '', gate: before, from: null },
    { name: 'live', instruction: 'Ask what you came for.', gate: open, from: '2020-01-01T00:00:00.000Z' },
  ] as const;
  return promptOf(open, { id: 'event', title: 'An hour with Mira', stages, ...besides });
}

interface Event extends Place {
  ask(who: Person, body: string): Promise<string>;
  post(id: string): Promise<Post | undefined>;
}

async function beginEvent(prompt = event()): Promise<Event> {
  const place = openPlace(createMemoryBackend({ guestPosts: 'held' }));
  await arrange(place, prompt);
  const room = place.backend.room(place.discussion);
  return {
    ...place,
    async ask(who, body) {
      const op = newOp();
      const asked = { type: 'create', op, parentId: null, body, kind: 'question', promptId: 'event' } as const;
      await room.submit(plainLens(who), asked);
      return op;
    },
    async post(id) {
      const { posts } = await room.sync(await room.lens(mira), null);
      return posts.filter(isPost).find((post) => post.id === id);
    },
  };
}

const questions = (panel: PeerDiscussion): HTMLElement => get(panel, 'group', 'Questions for this event');
const entry = (panel: PeerDiscussion, text: string): HTMLElement => {
  const found = all(questions(panel), 'listitem').find((item) => textOf(item).includes(text));
  if (found === undefined) throw new Error(`no question says ${text}`);
  return found;
};
/** The questions in their order, by their texts: what is folded away is in brackets. */
const listed = (panel: PeerDiscussion): string[] =>
  all(questions(panel), '.question-text').map((text) => (text.checkVisibility() ? textOf(text) : `(${textOf(text)})`));
const wallOf = (panel: PeerDiscussion): HTMLElement => get(panel, 'dialog', 'An hour with Mira');
const press = (on: HTMLElement, key: string): boolean =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

async function attend(place: Place, who: Person | null): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, who));
  await until(() => questions(panel));
  return panel;
}

/** Waits until the prompt is past its event. */
async function over(panel: PeerDiscussion): Promise<void> {
  await until(() => /Conclude\s*now/.test(textOf(get(panel, 'group', /^An hour with Mira/))));
}

async function project(panel: PeerDiscussion): Promise<HTMLElement> {
  get(panel, 'button', 'Show on a screen').click();
  return until(() => wallOf(panel));
}

/** Waits until the authority has it so. */
async function eventually(fact: () => Promise<boolean>): Promise<void> {
  let isSo = false;
  const look = async (): Promise<void> => {
    isSo = await fact().catch(() => false);
    if (!isSo) setTimeout(() => void look(), 5);
  };
  void look();
  await until(() => isSo, String(fact));
}

describe('an event', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  it('is there while the stage is live: before and after, nothing of it is', async () => {
    const place = openPlace();
    const [first, second] = event().stages;
    if (first === undefined || second === undefined) throw new Error('no stages');
    await arrange(place, event(open, { stages: [first, { ...second, from: '2099-01-01T00:00:00.000Z' }] }));
    const panel = await show(panelFor(place, ana));
    await until(() => get(panel, 'group', /^An hour with Mira/));
    await settle(panel);
    expect(all(panel, 'group', 'Questions for this event')).to.have.length(0);
    await arrange(place, event());
    await until(() => questions(panel));
    await arrange(place, event(open, { stages: [first, second, conclude] }));
    await until(() => all(panel, 'group', 'Questions for this event').length === 0);
  });

  it('takes a question from a short field, as a question to its prompt, and shows it to everybody', async () => {
    const place = await beginEvent();
    const [panel, other] = [await attend(place, ana), await attend(place, tom)];
    const field = get(panel, 'textbox', 'Ask a question');
    get(panel, 'button', /^Ask$/).click();
    await until(() => textOf(get(questions(panel), 'alert')) !== '');
    expect(focused(panel)).to.equal(field);
    fill(field, '  Who **begins**?  ');
    get(panel, 'button', /^Ask$/).click();
    await until(() => listed(other).join() === 'Who begins?');
    expect((field as HTMLInputElement).value).to.equal('');
    await until(() => textOf(panel).includes('Your post is published.'));
    const { posts } = await place.backend.room(place.discussion).sync(plainLens(tom), null);
    const [post] = posts.filter(isPost);
    expect([post?.kind, post?.prompt?.stage, post?.body]).to.deep.equal(['question', 'live', 'Who **begins**?']);
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('gives a refused question back', async () => {
    const { backend, discussion } = await beginEvent();
    const line = tap(memoryAdapter({ me: ana, backend }));
    const panel = document.createElement('peer-discussion');
    panel.discussion = discussion;
    panel.adapter = line;
    await show(panel);
    await until(() => questions(panel));
    await arrange({ backend, discussion } as Place, event(open, { state: 'closed' }));
    await until(() => all(panel, 'group', 'Questions for this event').length === 0);
    await arrange({ backend, discussion } as Place, event());
    fill(await until(() => get(panel, 'textbox', 'Ask a question')), 'Lost?');
    const { DiscussionError } = await import('../../src/model/errors.ts');
    line.refuse(new DiscussionError('forbidden', ''));
    get(panel, 'button', /^Ask$/).click();
    await until(() => (get(panel, 'textbox', 'not published') as HTMLTextAreaElement).value === 'Lost?');
  });

  it('keeps what somebody is writing when the stage ends under their hands', async () => {
    const place = await beginEvent();
    const panel = await attend(place, ana);
    fill(get(panel, 'textbox', 'Ask a question'), 'Half a');
    await arrange(place, event(open, { stages: [...event().stages, conclude] }));
    await over(panel);
    expect((get(panel, 'textbox', 'Ask a question') as HTMLInputElement).value).to.equal('Half a');
  });

  it('lists the first asked first, what was brought before it too, and leads to each', async () => {
    const place = await beginEvent();
    for (const body of ['First?', 'Second?', 'Third?']) await place.ask(tom, body);
    await place.say(tom, 'No question.');
    const panel = await attend(place, ana);
    await until(() => listed(panel).join() === 'First?,Second?,Third?');
    expect(textOf(questions(panel))).to.include('3 open questions');
    expect(all(questions(panel), 'button', 'Mark as answered')).to.have.length(0);
    get(entry(panel, 'Second?'), 'button', 'Go to it').click();
    await until(() => textOf(focused(panel) ?? panel).includes('Second?'));
    expect(focused(panel)?.closest('[role=group]') ?? null).to.equal(null);
  });

  it('lets its author say that a question is answered, and nobody else but facilitators', async () => {
    const place = await beginEvent();
    const id = await place.ask(ana, 'Mine?');
    await place.ask(tom, 'His?');
    const panel = await attend(place, ana);
    await until(() => listed(panel).length === 2);
    expect(all(questions(panel), 'button', /^(Mark as answered|Answer now)/)).to.have.length(1);
    get(entry(panel, 'Mine?'), 'button', 'Mark as answered').click();
    await eventually(async () => (await place.post(id))?.settledAt !== undefined);
    await until(() => listed(panel).join() === 'His?,(Mine?)');
  });

  it('is led by a facilitator with one key for each act, and each is taken back by the same key', async () => {
    const place = await beginEvent();
    const [first, second] = [await place.ask(ana, 'First?'), await place.ask(tom, 'Second?')];
    const [panel, learner] = [await attend(place, mira), await attend(place, ana)];
    await until(() => listed(panel).length === 2);

    press(entry(panel, 'Second?'), 'n');
    await until(() => listed(learner).join() === 'Second?,First?');
    expect(entry(learner, 'Second?').ariaCurrent).to.equal('true');
    await until(() => focused(panel) === entry(panel, 'Second?'));
    press(entry(panel, 'First?'), 'n');
    await until(() => listed(learner).join() === 'First?,Second?');
    await eventually(async () => (await place.post(second))?.pinned === undefined);
    press(entry(panel, 'First?'), 'n');
    await until(() => all(questions(learner), '[aria-current]').length === 0);

    press(entry(panel, 'First?'), 'n');
    press(await until(() => get(questions(panel), '[aria-current]')), 'a');
    await until(() => listed(learner).join() === 'Second?,(First?)');
    expect(focused(panel)).to.equal(get(panel, 'heading', 'Questions for this event'));
    get(questions(panel), 'summary', '1 answered').click();
    press(entry(panel, 'First?'), 'a');
    await until(() => listed(learner).join() === 'First?,Second?');
    await eventually(async () => (await place.post(first))?.pinned === undefined);
    const acts = (await place.post(first))?.acts?.map(({ type, set }) => `${type} ${set}`);
    const pins = ['pin true', 'pin false', 'pin true'];
    expect(acts).to.deep.equal([...pins, 'settle true', 'pin false', 'settle false']);
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('leaves its keys to others in a field, with another key held, and where keys are switched off', async () => {
    const place = await beginEvent();
    const id = await place.ask(ana, 'First?');
    const panel = await attend(place, mira);
    const item = await until(() => entry(panel, 'First?'));
    press(get(panel, 'textbox', 'Ask a question'), 'a');
    item.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, bubbles: true, composed: true }));
    localStorage.setItem('peer-discussion:keys', 'off');
    press(item, 'a');
    localStorage.removeItem('peer-discussion:keys');
    press(item, 'n');
    await eventually(async () => (await place.post(id))?.pinned !== undefined);
    expect((await place.post(id))?.acts?.map(({ type }) => type)).to.deep.equal(['pin']);
  });

  it('lets nobody ask where the prompt takes other kinds only', async () => {
    const place = await beginEvent(event(open, { kinds: ['experience'] }));
    const panel = await attend(place, ana);
    expect(all(panel, 'textbox', 'Ask a question')).to.have.length(0);
  });

  it('leads a guest to the field that asks who they are, with the question chosen', async () => {
    const place = await beginEvent();
    const panel = await attend(place, null);
    get(panel, 'button', 'Ask a question').click();
    const field = await until(() => get(panel, 'textbox', /^Your post$/));
    await until(() => focused(panel) === field);
    await until(() => (get(panel, 'radio', /^Question$/) as HTMLInputElement).checked);
  });
});

describe('the wall of an event', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  it('shows nothing that is not for everybody, though a facilitator opens it', async () => {
    const place = await beginEvent(event({ type: 'post-first', words: 3, kind: null }));
    // Brought before the event, behind a gate that is still shut.
    const { stages } = event({ type: 'post-first', words: 3, kind: null });
    await arrange(place, event(open, { stages: stages.slice(0, 1) }));
    await place.ask(tom, 'Gated: what did you find?');
    await arrange(place, event({ type: 'post-first', words: 3, kind: null }));
    const shown = await place.ask(ana, 'Shown: who begins?');
    await place.ask(paula, 'Held: may I?');
    const hidden = await place.ask(tom, 'Hidden: no.');
    await place.act(mira, { type: 'moderate', id: hidden, state: 'hidden', reason: 'Rude reason' });
    await place.act(mira, { type: 'create', parentId: shown, body: 'Private: between us', isPrivate: true });
    await place.act(tom, { type: 'create', parentId: shown, body: 'Public: a reply' });
    await place.act(tom, { type: 'create', parentId: null, body: 'Elsewhere: a question', kind: 'question' });
    const panel = await attend(place, mira);
    const wall = await project(panel);
    await until(() => textOf(wall).includes('Shown: who begins?'));
    await settle(panel);
    expect(textOf(wall)).not.to.match(/Gated|Held|Hidden|Rude|Private|Public|Elsewhere/);
    expect(textOf(wall)).not.to.match(/Ana|Tom|Paula/);
    expect(textOf(wall)).to.include('1 open question');
    // What is shown, and hidden then, leaves the wall.
    await place.act(mira, { type: 'moderate', id: shown, state: 'hidden', reason: 'why' });
    await until(() => textOf(wall).includes('No question is open.'));
    expect(textOf(wall)).not.to.include('who begins');
  });

  it('shows names only once they are asked for', async () => {
    const place = await beginEvent();
    await place.act(mira, { type: 'pin', id: await place.ask(ana, 'First?'), isPinned: true, note: '' });
    await place.ask(tom, 'Second?');
    const wall = await project(await attend(place, tom));
    await until(() => textOf(wall).includes('Second?'));
    expect(textOf(wall)).not.to.match(/Ana|Tom/);
    get(wall, 'checkbox', 'With names').click();
    await until(() => /Ana Silva.*Tom Okafor/.test(textOf(wall)));
    get(wall, 'checkbox', 'With names').click();
    await until(() => !/Ana|Tom/.test(textOf(wall)));
  });

  it('follows what happens elsewhere, and is led from question to question by single keys', async () => {
    const place = await beginEvent();
    const ids: string[] = [];
    for (const body of ['One?', 'Two?', 'Three?', 'Four?', 'Five?', 'Six?']) ids.push(await place.ask(ana, body));
    const panel = await attend(place, mira);
    const wall = await project(panel);
    const said = (): string => textOf(get(wall, '.wall-body'));
    await until(() => said() === '6 open questions One? Two? Three? Four? Five?');
    press(wall, 'n');
    await until(() => said() === 'Being answered now One? 5 open questions Two? Three? Four?');
    press(wall, 'n');
    await until(() => said() === 'Being answered now Two? 4 open questions Three? Four? Five?');
    await eventually(async () => (await place.post(ids[0] ?? ''))?.pinned === undefined);
    expect((await place.post(ids[0] ?? ''))?.settledAt).not.to.equal(undefined);
    press(wall, 'u');
    await until(() => said().startsWith('Being answered now One? 5 open'));
    press(wall, 'a');
    await until(() => said().startsWith('5 open questions Two?'));
    press(wall, 'u');
    await until(() => said().startsWith('Being answered now One? 5 open'));
    await place.ask(tom, 'Seven?');
    await until(() => said().includes('6 open questions'));
    expect(textOf(get(wall, 'status'))).to.equal('The question is open again.');
  });

  it('has no heading over nothing where the question that is being answered is the last one', async () => {
    const place = await beginEvent();
    await place.ask(ana, 'The last?');
    const wall = await project(await attend(place, mira));
    const headings = (): string => all(wall, 'heading').map(textOf).join();
    await until(() => headings() === 'An hour with Mira,1 open question');
    press(wall, 'n');
    await until(() => headings() === 'An hour with Mira,Being answered now');
    press(wall, 'a');
    await until(() => headings() === 'An hour with Mira,No question is open.');
  });

  it('gives a learner no acts, and their keys do nothing', async () => {
    const place = await beginEvent();
    const id = await place.ask(ana, 'Mine?');
    const panel = await attend(place, ana);
    const wall = await project(panel);
    press(wall, 'n');
    press(wall, 'a');
    await place.ask(tom, 'Later?');
    await until(() => textOf(wall).includes('Later?'));
    expect(all(wall, 'button').map((button) => textOf(button))).to.deep.equal(['Close Esc']);
    expect((await place.post(id))?.settledAt).to.equal(undefined);
  });

  it('takes the focus, keeps its keys from the panel, and gives the focus back', async () => {
    const place = await beginEvent();
    await place.ask(ana, 'First?');
    const panel = await attend(place, mira);
    const wall = await project(panel);
    await until(() => focused(panel) === wall);
    expect(wall.matches(':modal')).to.equal(true);
    press(wall, '?');
    await settle(panel);
    expect(all(panel, 'dialog')).to.have.length(1);
    const scrolls = (): string => getComputedStyle(document.documentElement).overflowY;
    expect(scrolls()).to.equal('hidden');
    get(wall, 'button', 'Close').click();
    await until(() => all(panel, 'dialog').length === 0);
    expect(scrolls()).to.equal('visible');
    await until(() => focused(panel) === get(panel, 'button', 'Show on a screen'));
  });

  it('says when it is cut off, and stays when the stage ends', async () => {
    const { backend, discussion, ...place } = await beginEvent();
    const line = tap(memoryAdapter({ me: mira, backend }));
    const panel = document.createElement('peer-discussion');
    panel.discussion = discussion;
    panel.adapter = line;
    await show(panel);
    await until(() => questions(panel));
    const wall = await project(panel);
    await arrange({ ...place, backend, discussion }, event(open, { stages: [...event().stages, conclude] }));
    await over(panel);
    expect(wall.isConnected).to.equal(true);
    line.cut();
    await until(() => textOf(wall).includes('Not connected: what stands here may be old.'));
  });

  const english =
    'How do you keep a room of forty people talking with each other when three of them always answer first, and everybody else has learned to wait for those three, though I know from the corridor that they have things to say?';
  const japanese =
    '四十人の場で、いつも同じ三人が最初に答え、ほかの人は待つことに慣れてしまったとき、どうすれば話し合いが続くでしょうか。'.repeat(
      3,
    );
  for (const [width, height, language, long] of [
    [1280, 720, 'English', english],
    [1920, 1080, 'English', english],
    [1280, 720, 'Japanese', japanese],
  ] as const)
    it(`is read at 10 m and needs no scrolling at ${width} × ${height}, in ${language}`, async () => {
      await setViewport({ width, height });
      const place = await beginEvent();
      const current = await place.ask(ana, long);
      for (let count = 0; count < 6; count++) await place.ask(tom, `${long} ${count}`);
      await place.act(mira, { type: 'pin', id: current, isPinned: true, note: '' });
      const panel = await attend(place, mira);
      const wall = await project(panel);
      await until(() => textOf(wall).includes('6 open questions'));
      get(wall, 'checkbox', 'With names').click();
      await until(() => textOf(wall).includes('Ana Silva'));
      const box = wall.getBoundingClientRect();
      expect([box.left, box.top, box.width, box.height]).to.deep.equal([0, 0, width, height]);
      expect(wall.scrollHeight).to.be.at.most(wall.clientHeight);
      const texts = all(wall, '.wall-head *, .wall-body, .wall-body *');
      const least = Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize)));
      expect(least).to.be.at.least(0.048 * height - 0.01);
      const now = getComputedStyle(get(wall, '.wall-current')).fontSize;
      expect(Number.parseFloat(now)).to.be.above(0.055 * height);
      for (const item of [...all(wall, 'listitem'), get(wall, '.wall-current')])
        expect(item.getBoundingClientRect().bottom).to.be.at.most(
          get(wall, '.wall-controls').getBoundingClientRect().top,
        );
    });
});
