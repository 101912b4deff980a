// No word of the panel is hard-coded: with every text in ⟦⟧, and names and posts without letters, no letter stands
// outside the brackets, whatever is opened.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import { formatsOf } from '../../src/elements/formats.ts';
import { english as deskEnglish } from '../../src/elements/learning/desk/words/en.ts';
import { english as evidenceEnglish } from '../../src/elements/learning/evidence/words/en.ts';
import { english as moveEnglish } from '../../src/elements/learning/moves/words/en.ts';
import { english as editorEnglish } from '../../src/elements/learning/prompts/editor/words/en.ts';
import { english as promptEnglish } from '../../src/elements/learning/prompts/words/en.ts';
import { english } from '../../src/elements/locales/en.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { Strings } from '../../src/elements/strings.ts';
import { DiscussionError, type ErrorCode } from '../../src/model/errors.ts';
import type { Person } from '../../src/model/post.ts';
import { createScriptedAdapter } from '../support/scripted-adapter.ts';
import { all, clear, fill, get, openPlace, panelFor, settle, show, until, type Place } from '../support/panel.ts';
import { tap, type TappedAdapter } from '../support/tapped-adapter.ts';

const member: Person = { id: 'member', name: '11', role: 'member' };
const peer: Person = { id: 'peer', name: '22', role: 'member' };
const facilitator: Person = { id: 'facilitator', name: '33', role: 'facilitator' };
const guest: Person = { id: 'guest:44', name: '44', role: 'guest' };

/** A text, or texts below a name of theirs. */
type Text = Strings[keyof Strings] | { readonly [name: string]: Text };

function wrap(text: Text): Text {
  if (typeof text === 'string') return text === '' ? '' : `⟦${text}⟧`;
  if (typeof text === 'object') return wrapAll(text);
  const say = text as (...given: (string | number)[]) => string;
  return (...given: (string | number)[]) => `⟦${say(...given)}⟧`;
}

function wrapAll(texts: object): Readonly<Record<string, Text>> {
  const named = Object.entries(texts).filter(([name]) => name !== 'locale');
  return Object.fromEntries(named.map(([name, text]: [string, Text]) => [name, wrap(text)]));
}

/** The words of the panel, and of every part that is loaded later. */
const catalogues = [english, deskEnglish, evidenceEnglish, moveEnglish, promptEnglish, editorEnglish].map((words) =>
  words(formatsOf('en')),
);
/** English with every text in brackets. */
const bracketed: Partial<Strings> = Object.assign({}, ...catalogues.map(wrapAll));

const spoken = [
  'aria-label',
  'aria-valuetext',
  'aria-roledescription',
  'aria-description',
  'title',
  'placeholder',
  'alt',
];
/** Written by Intl, in the language of the panel: times; the letters on keys, and time zones, which no language changes. */
const notOurs = "time, kbd, option[value='UTC'], option[value*='/']";
/** A letter's key after those held with it. */
const letterKey = /\+[A-Z]\b/g;
const date = /^\w+day, \w+ \d+, \d{4} at \d+:\d{2}\s[AP]M$/;

/** Letters outside brackets, with what they stand in. */
function bareWords(panel: PeerDiscussion): string[] {
  const root = panel.shadowRoot ?? panel;
  const found: string[] = [];
  const look = (text: string, where: Element): void => {
    let rest = text.replace(letterKey, '');
    for (let last = ''; rest !== last;) {
      last = rest;
      rest = rest.replace(/⟦[^⟦⟧]*⟧/gu, '');
    }
    if (/\p{L}/u.test(rest) && !date.test(text)) found.push(`“${rest.trim()}” in ${where.outerHTML.slice(0, 120)}`);
  };
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (parent === null || parent.closest(notOurs) !== null) continue;
    // A sentence with code in it is one text, in several nodes.
    const sentence = parent.closest('code')?.parentElement ?? parent;
    const hasCode = sentence.querySelector(':scope > code') !== null;
    look((hasCode ? sentence.textContent : text.nodeValue) ?? '', sentence);
  }
  for (const name of spoken)
    for (const element of root.querySelectorAll(`[${name}]`)) look(element.getAttribute(name) ?? '', element);
  return found;
}

function expectNoBareWord(panel: PeerDiscussion): void {
  expect(bareWords(panel).join('\n')).to.equal('');
}

function bracketedPanel(place: Place, me: Person | null): PeerDiscussion {
  const panel = panelFor(place, me);
  panel.strings = bracketed;
  return panel;
}

async function furnished(): Promise<Place> {
  const place = openPlace();
  const first = await place.say(facilitator, '1 + 1 = ?\n\n> 1\n\n- 2\n\n`3`');
  const answer = await place.say(member, '2', first);
  await place.say(peer, '2?', answer);
  const edited = await place.say(member, '3', first);
  await place.act(member, { type: 'edit', id: edited, body: '4', revision: 1 });
  const gone = await place.say(peer, '5', first);
  await place.say(member, '6', gone);
  await place.act(peer, { type: 'remove', id: gone });
  const hidden = await place.say(member, '7', first);
  await place.act(facilitator, { type: 'moderate', id: hidden, state: 'hidden', reason: '99 %' });
  await place.say(guest, '8?');
  const question = await place.say(peer, '9?');
  await place.act(peer, { type: 'classify', id: question, as: 'question' });
  await place.act(peer, { type: 'settle', id: question, isSettled: true });
  const helpful = await place.say(member, '10', question);
  await place.act(member, { type: 'classify', id: helpful, as: 'contrast' });
  await place.act(peer, { type: 'help', id: helpful, hasHelped: true });
  const given = { type: 'endorse', id: helpful, isEndorsed: true } as const;
  await place.act(facilitator, { ...given, reason: 'tested', note: '11 %' });
  await place.act(facilitator, { ...given, reason: null, note: '12 %' });
  return place;
}

/** Presses every button there is, and those that come of it, each once; looks after each. */
async function pressEverything(panel: PeerDiscussion): Promise<number> {
  const pressed = new Set<string>();
  const nameOf = (button: HTMLElement): string =>
    `${button.getAttribute('aria-label') ?? ''} ${button.textContent.trim()} ${button.className}`;
  for (let turn = 0; turn < 120; turn++) {
    const next = all(panel, 'button').find((button) => button.checkVisibility() && !pressed.has(nameOf(button)));
    if (next === undefined) break;
    pressed.add(nameOf(next));
    next.click();
    await settle(panel);
    expectNoBareWord(panel);
  }
  return pressed.size;
}

interface Line {
  readonly place: Place;
  readonly line: TappedAdapter;
  readonly panel: PeerDiscussion;
}

async function lined(me: Person): Promise<Line> {
  const place = await furnished();
  const line = tap(memoryAdapter({ me, backend: place.backend }));
  const panel = bracketedPanel(place, me);
  panel.adapter = line;
  await show(panel);
  return { place, line, panel };
}

function write(panel: PeerDiscussion, text: string): void {
  fill(get(panel, 'textbox', /^⟦Your post⟧$/), text);
  get(panel, 'button', /^⟦Post⟧$/).click();
}

describe('no word is hard-coded', () => {
  it('no two catalogues have a word of the same name, so that a page can lay its own over each', () => {
    const names = catalogues.flatMap((words) => Object.keys(words));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).to.deep.equal([]);
  });

  const { href } = location;
  afterEach(() => {
    clear();
    history.replaceState(null, '', href);
  });

  for (const [who, me] of Object.entries({ member, facilitator, guest: null }))
    it(`in a furnished discussion for a ${who}, whatever is pressed`, async () => {
      const panel = await show(bracketedPanel(await furnished(), me));
      await settle(panel);
      expectNoBareWord(panel);
      expect(await pressEverything(panel)).to.be.at.least(me === null ? 3 : 8);
    });

  it('where nobody wrote yet, and where one only reads', async () => {
    const empty = await show(bracketedPanel(openPlace(), member));
    expectNoBareWord(empty);
    await pressEverything(empty);
    const reading = await show(bracketedPanel(openPlace(createMemoryBackend({ guestPosts: 'none' })), null));
    expectNoBareWord(reading);
  });

  it('in a guest’s mistakes', async () => {
    const panel = await show(bracketedPanel(openPlace(), null));
    for (const [name, email] of [
      ['', ''],
      ['1'.repeat(81), '1'],
      ['1', '1'],
      ['\u0007', '1'],
    ] as const) {
      fill(get(panel, 'textbox', 'Name'), name);
      fill(get(panel, 'textbox', 'E-mail'), email);
      write(panel, '1');
      await settle(panel);
      expectNoBareWord(panel);
    }
  });

  it('near and over the limit, and in a text that is too nested', async () => {
    const panel = await show(bracketedPanel(openPlace(), member));
    for (const text of ['1'.repeat(9_900), '1'.repeat(10_001), '>'.repeat(500) + '1', '1\u0007', ' ']) {
      write(panel, text);
      await settle(panel);
      expectNoBareWord(panel);
      fill(get(panel, 'textbox', /^⟦Your post⟧$/), '');
    }
  });

  it('in posts that arrive, and are said', async () => {
    const place = await furnished();
    const panel = await show(bracketedPanel(place, member));
    await place.say(peer, '9');
    await until(() => all(panel, 'button', '1 new post').length > 0);
    expectNoBareWord(panel);
    await pressEverything(panel);
  });

  it('before it is connected, while it loads, offline, and on its way', async () => {
    const bare = document.createElement('peer-discussion');
    bare.strings = bracketed;
    document.body.append(bare);
    await settle(bare);
    expectNoBareWord(bare);
    const waiting = bracketedPanel(openPlace(), member);
    waiting.adapter = createScriptedAdapter();
    document.body.append(waiting);
    await settle(waiting);
    expectNoBareWord(waiting);
    const { line, panel } = await lined(member);
    line.cut();
    write(panel, '10');
    await settle(panel);
    expectNoBareWord(panel);
    line.heal();
    await settle(panel);
    expectNoBareWord(panel);
  });

  const codes: readonly ErrorCode[] = [
    'unauthenticated',
    'forbidden',
    'not-found',
    'invalid',
    'unsupported',
    'internal',
  ];
  for (const code of codes)
    it(`where it is closed or refused: ${code}`, async () => {
      const { line, panel } = await lined(member);
      // A stale token is no refusal: the store asks the page for another.
      if (code !== 'unauthenticated') line.refuse(new DiscussionError(code, 'for developers'));
      write(panel, '12');
      await settle(panel);
      expectNoBareWord(panel);
      line.say({ state: 'closed', error: new DiscussionError(code, 'for developers') });
      await settle(panel);
      expectNoBareWord(panel);
    });

  it('in what comes back of other things than posts', async () => {
    const { place, line, panel } = await lined(facilitator);
    for (const code of ['conflict', 'forbidden', 'rate-limited'] as const) {
      line.refuse(new DiscussionError(code, 'for developers'));
      await place.say(guest, '13');
      all(panel, 'button', 'Approve')[0]?.click();
      await settle(panel);
      expectNoBareWord(panel);
    }
  });

  for (const placement of ['side', 'drawer'])
    it(`at its ${placement}`, async () => {
      const panel = bracketedPanel(await furnished(), member);
      panel.placement = placement;
      document.body.append(panel);
      await settle(panel);
      await settle(panel);
      expectNoBareWord(panel);
      await pressEverything(panel);
    });

  it('and a word that is would be found', async () => {
    const panel = await show(bracketedPanel(openPlace(), member));
    const heading = all(panel, 'heading')[0];
    heading?.append('Hello');
    heading?.setAttribute('title', '⟦Good⟧ morning');
    expect(bareWords(panel)).to.have.length(2);
  });
});
