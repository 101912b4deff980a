// Quotations: of a whole post, of what is selected in it, by the button at the selection, by key; and what the selected
// text is in Markdown.
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createMemoryBackend } from '../../src/adapters/memory.ts';
import { markdownOf } from '../../src/elements/markdown-of.ts';
import { renderMarkdown } from '../../src/elements/markdown.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { quotationOf } from '../../src/elements/quoting.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  focused,
  get,
  nameOf,
  openPlace,
  panelFor,
  row,
  settle,
  show,
  tom,
  until,
  valueOf,
} from '../support/panel.ts';

/** The text node of a panel that holds these words. */
function textWith(panel: PeerDiscussion, words: string): Text {
  const root = panel.shadowRoot;
  if (root === null) throw new Error('no root');
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.data.includes(words)) return node;
  throw new Error(`no text “${words}”`);
}

/** Waits until the words of a post stand as they stay: their source, which stands there first, goes with what is selected in it. */
const formatted = (panel: PeerDiscussion, words: string): Promise<unknown> =>
  until(() => textWith(panel, words).parentElement?.closest('p'));

/** Selects from the beginning of some words to the end of others. */
function select(panel: PeerDiscussion, from: string, to = from): void {
  const [first, last] = [textWith(panel, from), textWith(panel, to)];
  const start = first.data.indexOf(from);
  document.getSelection()?.setBaseAndExtent(first, start, last, last.data.indexOf(to) + to.length);
}

const buttons = (panel: PeerDiscussion): HTMLElement[] => all(panel, '[popover=manual]', 'Quote: post by');

describe('quoting', () => {
  afterEach(async () => {
    document.getSelection()?.removeAllRanges();
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  it('a whole post: with its author’s name, without what it quoted itself', async () => {
    const place = openPlace();
    await place.say(tom, '> older\n\nFirst line\n\nSecond line');
    const panel = await show(panelFor(place, ana));
    get(panel, 'button', 'Quote: post by Tom').click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    await until(() => valueOf(field) === '> **Tom Okafor**\n>\n> First line\n>\n> Second line\n\n');
    await until(() => focused(panel) === field);
    expect(nameOf(field)).to.equal('Your reply to Tom Okafor');
  });

  it('what is selected: a button comes at it, quotes it, and goes', async () => {
    document.documentElement.lang = 'en';
    const place = openPlace();
    await place.say(tom, 'Not this. **Rather this** and that.\n\nAnd the next. Not that.');
    const panel = await show(panelFor(place, ana));
    expect(buttons(panel)).to.have.length(0);
    await formatted(panel, 'Rather this');
    select(panel, 'Rather this', 'And the next.');
    const button = await until(() => buttons(panel)[0]);
    expect(nameOf(button)).to.equal('Quote: post by Tom Okafor');
    expect(await flaws(panel)).to.deep.equal([]);
    const box = button.getBoundingClientRect();
    const text = row(panel, 'Rather this').getBoundingClientRect();
    expect(box.left).to.be.at.least(0);
    expect(box.right).to.be.at.most(innerWidth);
    expect(box.top).to.be.within(text.top, text.bottom + 60);
    button.click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    await until(() => valueOf(field) === '> **Tom Okafor**\n>\n> **Rather this** and that.\n>\n> And the next.\n\n');
    await until(() => focused(panel) === field);
    await until(() => buttons(panel).length === 0);
  });

  it('by the key q: what is selected, or the post one is at; into the reply that is being written', async () => {
    const place = openPlace();
    const id = await place.say(tom, 'One thing. Another thing.');
    await place.say(ana, 'Below', id);
    const panel = await show(panelFor(place, ana));
    row(panel, 'One thing.').focus();
    await sendKeys({ press: 'q' });
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    await until(() => valueOf(field) === '> **Tom Okafor**\n>\n> One thing. Another thing.\n\n');
    fill(field, 'Yes:');
    await formatted(panel, 'Another thing.');
    select(panel, 'Another thing.');
    row(panel, 'One thing.').focus();
    await sendKeys({ press: 'q' });
    await until(() => valueOf(field) === 'Yes:\n\n> **Tom Okafor**\n>\n> Another thing.\n\n');
    expect(focused(panel)).to.equal(field);
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(1);
  });

  it('a selection that reaches into another post quotes the one it begins in', async () => {
    const place = openPlace();
    await place.say(tom, 'Below');
    await place.say(tom, 'The end of this. Indeed.');
    const panel = await show(panelFor(place, ana));
    await formatted(panel, 'Indeed.');
    await formatted(panel, 'Below');
    select(panel, 'Indeed.', 'Below');
    (await until(() => buttons(panel)[0])).click();
    const field = await until(() => get(panel, 'textbox', 'Your reply'));
    await until(() => valueOf(field) === '> **Tom Okafor**\n>\n> Indeed.\n\n');
  });

  it('no button for those who may not answer, for a name, for what one types, and after the selection is gone', async () => {
    const place = openPlace(createMemoryBackend({ guestPosts: 'none' }));
    await place.say(tom, 'To be read');
    const reader = await show(panelFor(place, null));
    await formatted(reader, 'To be read');
    select(reader, 'To be read');
    await settle(reader);
    expect(buttons(reader)).to.have.length(0);
    reader.remove();
    const panel = await show(panelFor(place, ana));
    select(panel, 'Tom Okafor');
    await settle(panel);
    expect(buttons(panel)).to.have.length(0);
    const field = get(panel, 'textbox', 'Your post');
    fill(field, 'To be read');
    if (field instanceof HTMLTextAreaElement) field.select();
    await settle(panel);
    expect(buttons(panel)).to.have.length(0);
    await formatted(panel, 'To be read');
    select(panel, 'To be read');
    await until(() => buttons(panel).length === 1);
    document.getSelection()?.removeAllRanges();
    await until(() => buttons(panel).length === 0);
  });

  for (const direction of ['ltr', 'rtl'])
    it(`the button stays in a window of 360 pixels, ${direction}`, async () => {
      await setViewport({ width: 360, height: 640 });
      document.documentElement.dir = direction;
      const place = openPlace();
      await place.say(tom, 'Short');
      const panel = await show(panelFor(place, ana));
      await formatted(panel, 'Short');
      select(panel, 'Short');
      const { left, right, top, bottom } = (await until(() => buttons(panel)[0])).getBoundingClientRect();
      expect(Math.min(left, top)).to.be.at.least(8);
      expect(right).to.be.at.most(352);
      expect(bottom).to.be.at.most(640);
    });
});

describe('the Markdown of a selection', () => {
  const same = [
    'Plain words.',
    '**bold**, *italic*, ~~gone~~ and `code`',
    'First\nsecond line\n\nNext paragraph',
    '- one\n- two\n  - deeper\n- three',
    '3. three\n4. four',
    '```\nlet a = `b`;\n\n# not a heading\n```',
    '[a link](<https://example.org/a_b>) in a text',
    'Not \\*bold\\*, not \\_italic\\_, not \\`code\\`, \\[no\\] \\<tag\\>',
    '\\# not a heading\n\n1\\. not a list\n\n\\- nor this',
    '`` a`b ``',
  ];
  for (const text of same)
    it(`is what it was rendered from: ${JSON.stringify(text)}`, () => {
      const fragment = document.createDocumentFragment();
      fragment.append(renderMarkdown(text));
      expect(markdownOf(fragment)).to.equal(text);
    });

  it('leaves out quotes and lines, and makes plain text of tables and headings', () => {
    const fragment = document.createDocumentFragment();
    fragment.append(renderMarkdown('# Title\n\n> quote\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |'));
    expect(markdownOf(fragment)).to.equal('**Title**\n\na · b\n1 · 2');
  });

  it('a name is no markup', () => {
    expect(quotationOf('*Tom*\n# x', 'Yes')).to.equal('> **\\*Tom\\* # x**\n>\n> Yes\n\n');
    expect(quotationOf('Tom', '> only a quote')).to.equal('');
  });
});
