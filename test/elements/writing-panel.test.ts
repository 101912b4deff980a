// Writing with everything that helps: tools, preview, people, drafts, undo; in the panel, by mouse and by keyboard.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { memoryAdapter } from '../../src/adapters/memory.ts';
import { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Person } from '../../src/model/post.ts';
import { tap } from '../support/tapped-adapter.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  focused,
  get,
  leavePage,
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

const press = (key: string): Promise<void> => sendKeys({ press: key });

function fieldOf(panel: PeerDiscussion): HTMLTextAreaElement {
  const field = get(panel, 'textbox', /^Your post$/);
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('not a field');
  return field;
}

/** A panel whose tools are there. */
async function writing(place: Place, me: Person | null = ana): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, me));
  fieldOf(panel).focus();
  await until(() => get(panel, 'toolbar'));
  return panel;
}

function select(field: HTMLTextAreaElement, words: string): void {
  const start = field.value.indexOf(words);
  field.focus();
  field.setSelectionRange(start, start + words.length);
}

async function chord(key: string, ...held: string[]): Promise<void> {
  for (const down of held) await sendKeys({ down });
  await press(key);
  for (const up of held.toReversed()) await sendKeys({ up });
}

async function openReply(panel: PeerDiscussion, words: string): Promise<HTMLElement> {
  get(row(panel, words), 'button', 'Reply: ').click();
  const field = await until(() => get(row(panel, words), 'textbox', 'Your reply'));
  await until(() => focused(panel) === field);
  return field;
}

for (const scheme of ['light', 'dark'])
  describe(`writing aids, ${scheme}: axe finds nothing`, () => {
    beforeEach(() => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#000' : '#fff';
    });
    afterEach(clear);

    it('with tools, in a preview, with a flaw in it, with suggestions', async () => {
      const place = openPlace();
      await place.say(tom, 'Hello');
      const panel = await writing(place);
      expect((await flaws(panel)).join('\n')).to.equal('');
      fill(fieldOf(panel), '# Head\n\n**bold** and [a link](https://example.org)');
      get(panel, 'button', 'Preview').click();
      await until(() => get(panel, 'group', 'Preview'));
      expect((await flaws(panel)).join('\n')).to.equal('');
      get(panel, 'button', 'Preview').click();
      await until(() => focused(panel) === fieldOf(panel));
      fill(fieldOf(panel), '> '.repeat(60) + 'deep');
      get(panel, 'button', 'Preview').click();
      await until(() => textOf(get(panel, 'group', 'Preview')).includes('more nested'));
      expect((await flaws(panel)).join('\n')).to.equal('');
      get(panel, 'button', 'Preview').click();
      fill(fieldOf(panel), '@');
      await until(() => get(panel, 'option', 'Tom'));
      expect((await flaws(panel)).join()).to.equal('');
    });

    it('with a draft and a removal that can be undone', async () => {
      const place = openPlace();
      await place.say(tom, 'Theirs');
      await place.say(ana, 'Mine');
      const panel = await writing(place);
      fill(await openReply(panel, 'Theirs'), 'Begun');
      await openReply(panel, 'Mine');
      await until(() => textOf(row(panel, 'Theirs')).includes('Draft'));
      get(row(panel, 'Mine'), 'button', 'Cancel').click();
      (await until(() => get(row(panel, 'Mine'), 'button', 'Remove'))).click();
      await until(() => get(panel, 'button', 'Undo'));
      expect((await flaws(panel)).join('\n')).to.equal('');
    });
  });

describe('the toolbar', () => {
  afterEach(clear);

  it('is one stop of Tab, named, with arrows between its buttons, each named with its shortcut', async () => {
    const panel = await writing(openPlace());
    const bar = get(panel, 'toolbar', 'Formatting');
    const buttons = all(bar, 'button');
    expect(buttons.map(nameOf)).to.deep.equal(['Bold', 'Italic', 'Link', 'Quote', 'List', 'Code', 'Preview']);
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0).map(nameOf)).to.deep.equal(['Bold']);
    expect(get(bar, 'button', 'Bold').title).to.match(/^Bold \((Ctrl\+|⌘)B\)$/);
    expect(buttons.filter((button) => button.hasAttribute('aria-pressed')).map(nameOf)).to.deep.equal(['Preview']);
    await chord('Tab', 'Shift');
    expect(focused(panel) === get(bar, 'button', 'Bold')).to.equal(true);
    await press('ArrowRight');
    await press('ArrowRight');
    expect(focused(panel) === get(bar, 'button', 'Link')).to.equal(true);
    await press('End');
    expect(focused(panel) === get(bar, 'button', 'Preview')).to.equal(true);
    await press('ArrowRight');
    expect(focused(panel) === get(bar, 'button', 'Bold')).to.equal(true);
    await press('ArrowLeft');
    await press('Home');
    await press('Tab');
    expect(focused(panel) === fieldOf(panel)).to.equal(true);
  });

  it('in a page that runs from right to left, the arrows do too', async () => {
    document.documentElement.dir = 'rtl';
    const panel = await writing(openPlace());
    get(panel, 'button', 'Bold').focus();
    await press('ArrowLeft');
    expect(focused(panel) === get(panel, 'button', 'Italic')).to.equal(true);
  });

  it('marks what is selected, gives the focus back, and the browser takes it back', async () => {
    const panel = await writing(openPlace());
    const field = fieldOf(panel);
    await sendKeys({ type: 'some words' });
    select(field, 'words');
    get(panel, 'button', 'Bold').click();
    expect([field.value, focused(panel) === field]).to.deep.equal(['some **words**', true]);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal('words');
    await chord('z', 'Control');
    expect(field.value).to.equal('some words');
  });

  for (const [key, held, made] of [
    ['b', ['Control'], 'some **words**'],
    ['i', ['Control'], 'some *words*'],
    ['k', ['Control'], 'some [words](https://)'],
    ['e', ['Control'], 'some `words`'],
    ['.', ['Control', 'Shift'], '> some words'],
    ['8', ['Control', 'Shift'], '- some words'],
  ] as const)
    it(`${held.join('+')}+${key} makes ${made}`, async () => {
      const panel = await writing(openPlace());
      fill(fieldOf(panel), 'some words');
      select(fieldOf(panel), 'words');
      await chord(key === '.' ? 'Period' : key === '8' ? 'Digit8' : key, ...held);
      expect(fieldOf(panel).value).to.equal(made);
    });

  it('an address pasted over words makes them a link; anything else is pasted as it is', async () => {
    const panel = await writing(openPlace());
    const field = fieldOf(panel);
    const paste = (text: string): boolean => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { cancelable: true, bubbles: true });
      Object.defineProperty(event, 'clipboardData', { value: clipboardData }); // Firefox ignores it in the constructor
      return field.dispatchEvent(event);
    };
    fill(field, 'see this page');
    select(field, 'this page');
    expect(paste('plain words')).to.equal(true);
    expect(paste('https://example.org/a')).to.equal(false);
    expect(field.value).to.equal('see [this page](https://example.org/a)');
    field.setSelectionRange(0, 0);
    expect(paste('https://example.org/a')).to.equal(true);
  });

  it('its place is kept before it is there: nothing moves when it comes, and what is typed and focused stays', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    const field = fieldOf(panel);
    field.focus();
    await sendKeys({ type: 'early' });
    const bar = await until(() => get(panel, 'toolbar'));
    await settle(panel);
    const before = field.getBoundingClientRect().top;
    bar.style.display = 'none';
    expect(field.getBoundingClientRect().top).to.be.closeTo(before, 0.5);
    expect([field.value, focused(panel) === field]).to.deep.equal(['early', true]);
  });
});

describe('a preview', () => {
  afterEach(clear);

  it('shows the text as it will be, keeps it, and goes back by the same button', async () => {
    const panel = await writing(openPlace());
    fill(fieldOf(panel), 'some **bold** words <b>no</b>');
    const button = get(panel, 'button', 'Preview');
    button.click();
    const preview = await until(() => get(panel, 'group', 'Preview'));
    await until(() => preview.querySelector('strong'));
    expect(textOf(preview)).to.equal('some bold words <b>no</b>');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(focused(panel) === button).to.equal(true);
    button.click();
    await until(() => focused(panel) === fieldOf(panel));
    expect(all(panel, 'group', 'Preview')).to.have.length(0);
    expect(valueOf(fieldOf(panel))).to.equal('some **bold** words <b>no</b>');
  });

  it('is sent from like the field, and refused in words with the field back', async () => {
    const panel = await writing(openPlace());
    fill(fieldOf(panel), '> '.repeat(60) + 'deep');
    get(panel, 'button', 'Preview').click();
    await until(() => get(panel, 'group', 'Preview'));
    get(panel, 'button', /^Post$/).click();
    await until(() => focused(panel) === fieldOf(panel));
    fill(fieldOf(panel), 'shallow');
    get(panel, 'button', 'Preview').click();
    await until(() => get(panel, 'group', 'Preview'));
    await chord('Enter', 'Control');
    await until(() => row(panel, 'shallow'));
    expect(all(panel, 'group', 'Preview')).to.have.length(0);
  });
});

describe('people to mention', () => {
  afterEach(clear);

  async function peopled(): Promise<PeerDiscussion> {
    const place = openPlace();
    await place.say(mira, 'First');
    await place.say(ana, 'Mine');
    await place.say(tom, 'Last');
    return writing(place);
  }

  it('are offered after @, whoever wrote last first, and chosen by arrows and Enter', async () => {
    const panel = await peopled();
    const field = fieldOf(panel);
    await sendKeys({ type: 'Hi @' });
    await until(() => all(panel, 'option').length === 2);
    expect(all(panel, 'option').map((option) => textOf(option).replace(/^\w\w /, ''))).to.deep.equal([
      'Tom Okafor',
      'Mira Lind',
    ]);
    const chosen = (): string => {
      const id = field.getAttribute('aria-activedescendant') ?? '';
      return textOf(panel.shadowRoot?.getElementById(id) ?? panel);
    };
    expect(chosen()).to.include('Tom');
    expect(field.getAttribute('aria-controls')).to.equal(get(panel, 'listbox', 'People').id);
    await press('ArrowDown');
    await until(() => chosen().includes('Mira'));
    await press('Enter');
    expect(field.value).to.equal('Hi @Mira Lind ');
    await until(() => all(panel, 'option').length === 0);
    expect(field.hasAttribute('aria-activedescendant')).to.equal(false);
    await press('Enter');
    expect(field.value).to.equal('Hi @Mira Lind \n');
    expect(focused(panel) === field).to.equal(true);
  });

  it('narrow down by what is typed; Tab takes one, and without a list moves on', async () => {
    const panel = await peopled();
    await sendKeys({ type: '@li' });
    await until(() => all(panel, 'option').length === 1);
    await press('Tab');
    expect([fieldOf(panel).value, focused(panel) === fieldOf(panel)]).to.deep.equal(['@Mira Lind ', true]);
    await until(() => all(panel, 'option').length === 0);
    await press('Tab');
    expect(focused(panel) === fieldOf(panel)).to.equal(false);
  });

  it('go away by Escape, which closes nothing else', async () => {
    const panel = await peopled();
    const field = await openReply(panel, 'First');
    await sendKeys({ type: '@' });
    await until(() => all(panel, 'option').length === 2);
    await press('Escape');
    await until(() => all(panel, 'option').length === 0);
    await settle(panel);
    expect([field.isConnected, focused(panel) === field, textOf(panel).includes('Throw away')]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('are taken by the mouse, without the field losing the focus', async () => {
    const panel = await peopled();
    await sendKeys({ type: '@' });
    const option = await until(() => get(panel, 'option', 'Mira'));
    expect(option.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }))).to.equal(false);
    option.click();
    expect([fieldOf(panel).value, focused(panel) === fieldOf(panel)]).to.deep.equal(['@Mira Lind ', true]);
  });
});

describe('drafts in the panel', () => {
  afterEach(clear);

  async function reload(panel: PeerDiscussion, place: Place, me: Person | null = ana): Promise<PeerDiscussion> {
    panel.remove();
    await settle(panel);
    return show(panelFor(place, me));
  }

  it('of a post, a reply and a change are there again after a reload, each in its place', async () => {
    const place = openPlace();
    await place.say(tom, 'Theirs');
    await place.say(ana, 'Mine');
    let panel = await writing(place);
    fill(fieldOf(panel), 'A post begun');
    fill(await openReply(panel, 'Theirs'), 'A reply begun');
    get(row(panel, 'Mine'), 'button', 'Edit').click();
    fill(await until(() => get(panel, 'textbox', 'Change your post')), 'A change begun');
    panel = await reload(panel, place);
    expect(valueOf(fieldOf(panel))).to.equal('A post begun');
    expect(textOf(row(panel, 'Theirs'))).to.match(/Reply Draft/);
    expect(textOf(row(panel, 'Mine'))).to.match(/Edit Draft/);
    expect(valueOf(await openReply(panel, 'Theirs'))).to.equal('A reply begun');
    get(row(panel, 'Mine'), 'button', 'Edit').click();
    expect(valueOf(await until(() => get(panel, 'textbox', 'Change your post')))).to.equal('A change begun');
  });

  it('are gone once they are sent, or thrown away after a question', async () => {
    const place = openPlace();
    await place.say(tom, 'Theirs');
    let panel = await writing(place);
    fill(fieldOf(panel), 'Sent');
    get(panel, 'button', /^Post$/).click();
    await until(() => row(panel, 'Sent'));
    fill(await openReply(panel, 'Theirs'), 'Given up');
    get(panel, 'button', 'Cancel').click();
    (await until(() => get(panel, 'button', 'Throw away'))).click();
    await until(() => all(panel, 'textbox', 'Your reply').length === 0);
    panel = await reload(panel, place);
    expect(valueOf(fieldOf(panel))).to.equal('');
    expect(textOf(row(panel, 'Theirs'))).not.to.include('Draft');
  });

  it('of a guest stay through a sign-in; of a member they go when another member comes, also from the field', async () => {
    const place = openPlace();
    let panel = await writing(place, null);
    fill(fieldOf(panel), 'Begun as a guest');
    panel = await reload(panel, place, ana);
    expect(valueOf(fieldOf(panel))).to.equal('Begun as a guest');
    panel = await reload(panel, place, tom);
    expect(valueOf(fieldOf(panel))).to.equal('');

    fill(fieldOf(panel), 'Begun by Tom');
    panel.adapter = null;
    const people = [tom, mira];
    PeerDiscussion.connect = () => memoryAdapter({ me: people.shift() ?? null, backend: place.backend });
    panel.server = 'https://discussions.example';
    await settle(panel);
    await until(() => fieldOf(panel));
    fill(fieldOf(panel), 'Begun by Tom');
    panel.getToken = async () => 'another';
    await until(() => valueOf(fieldOf(panel)) === '');
    PeerDiscussion.connect = null;
  });

  it('where the browser refuses to keep anything, writing goes on', async () => {
    const { setItem, getItem } = Storage.prototype;
    const refuse = (): never => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    Storage.prototype.setItem = Storage.prototype.getItem = refuse;
    try {
      const place = openPlace();
      await place.say(tom, 'Theirs');
      const panel = await writing(place);
      fill(await openReply(panel, 'Theirs'), 'Begun');
      fill(fieldOf(panel), 'A post');
      get(panel, 'button', /^Post$/).click();
      await until(() => row(panel, 'A post'));
    } finally {
      Object.assign(Storage.prototype, { setItem, getItem });
    }
  });

  it('one composer is open: it moves along, and what was begun stays as a draft', async () => {
    const place = openPlace();
    await place.say(tom, 'One');
    await place.say(mira, 'Two');
    const panel = await writing(place);
    fill(await openReply(panel, 'One'), 'Begun here');
    const second = await openReply(panel, 'Two');
    expect(all(panel, 'textbox', 'Your reply')).to.have.length(1);
    expect(focused(panel) === second).to.equal(true);
    expect(textOf(row(panel, 'One'))).to.match(/Reply Draft/);
    expect(valueOf(await openReply(panel, 'One'))).to.equal('Begun here');
    expect(textOf(row(panel, 'Two'))).not.to.include('Draft');
  });
});

describe('a removal', () => {
  afterEach(clear);

  async function removing(): Promise<{ place: Place; panel: PeerDiscussion; line: ReturnType<typeof tap> }> {
    const place = openPlace();
    await place.say(tom, 'Before');
    await place.say(ana, 'Mine');
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    get(row(panel, 'Mine'), 'button', 'Remove').click();
    await until(() => get(panel, 'button', 'Undo'));
    return { place, panel, line };
  }

  const isRemove = ({ type }: { type: string }): boolean => type === 'remove';

  it('is shown and said at once, and asked for only later; undone, nothing happened', async () => {
    const { panel, line } = await removing();
    expect(textOf(panel)).not.to.include('Mine');
    await until(() => textOf(get(panel, 'status')).includes('you can undo this'));
    expect(focused(panel)).to.equal(all(panel, 'article').find((one) => textOf(one).includes('You removed')));
    await press('Tab');
    expect(focused(panel) === get(panel, 'button', 'Undo')).to.equal(true);
    await press('Enter');
    await until(() => focused(panel) === get(row(panel, 'Mine'), 'button', 'Remove'));
    leavePage();
    await settle(panel);
    expect(line.passed.filter(isRemove)).to.have.length(0);
  });

  it('is asked for when the page is left, and when the panel is taken away', async () => {
    const { panel, line } = await removing();
    leavePage();
    await until(() => line.passed.filter(isRemove).length === 1);
    await until(() => rows(panel).length === 1);
    panel.remove();
    const second = await removing();
    second.panel.remove();
    await until(() => second.line.passed.filter(isRemove).length === 1);
  });

  it('survives a move of the panel in the page', async () => {
    const { panel, line } = await removing();
    const elsewhere = document.createElement('div');
    elsewhere.dataset['test'] = '';
    document.body.append(elsewhere);
    elsewhere.append(panel);
    await settle(panel);
    expect(line.passed.filter(isRemove)).to.have.length(0);
    get(panel, 'button', 'Undo').click();
    await until(() => row(panel, 'Mine'));
  });
});

describe('a text that came back', () => {
  afterEach(clear);

  it('can be copied, and what is changed in it is kept as a draft', async () => {
    const place = openPlace();
    const line = tap(memoryAdapter({ me: ana, backend: place.backend }));
    const panel = panelFor(place, ana);
    panel.adapter = line;
    await show(panel);
    line.refuse(new DiscussionError('forbidden', ''));
    fill(fieldOf(panel), 'My words');
    get(panel, 'button', /^Post$/).click();
    const field = await until(() => get(panel, 'textbox', 'not published'));
    get(panel, 'button', 'Send again');
    get(panel, 'button', 'Copy text').click();
    await until(() => /Your text was copied|did not allow/.test(textOf(get(panel, 'status'))));
    fill(field, 'My better words');
    panel.remove();
    await settle(panel);
    document.body.append(panel);
    await until(() => valueOf(get(panel, 'textbox', 'not published')) === 'My better words');
  });
});
