// Which language the panel speaks, and whose words win: its own `lang`, what is around it, the page; the host's texts.
import { expect } from 'chai';
import { catalogues, directionOf, match } from '../../src/elements/locale.ts';
import { english } from '../../src/elements/locales/en.ts';
import { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { panelStates } from '../support/panel-states.ts';
import { all, ana, clear, get, openPlace, panelFor, row, settle, show, textOf, until } from '../support/panel.ts';

const root = document.documentElement;

function headingOf(panel: PeerDiscussion): string {
  return textOf(all(panel, 'heading')[0] ?? panel);
}

async function says(panel: PeerDiscussion, title: string): Promise<void> {
  await until(() => headingOf(panel) === title, `the heading “${title}”`);
}

function inside(lang: string, child: Element): HTMLElement {
  const around = document.createElement('div');
  around.dataset['test'] = '';
  around.lang = lang;
  around.append(child);
  document.body.append(around);
  return around;
}

describe('the language of a tag', () => {
  const found: readonly (readonly [string, string | null])[] = [
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['pt_PT', 'pt'],
    ['DE', 'de'],
    ['de-AT-1996', 'de'],
    ['ar-EG', 'ar'],
    ['ar-u-nu-latn', 'ar'],
    ['ja-JP', 'ja'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans-HK', 'zh-Hans'],
    ['zh-TW', null],
    ['zh-Hant', null],
    ['ja-Latn', null],
    ['sv', null],
    ['', null],
    ['not a tag', null],
  ];
  for (const [tag, key] of found)
    it(`“${tag}” gets ${key ?? 'none, and so English'}`, () => {
      expect(match(tag, catalogues)?.key ?? null).to.equal(key);
    });

  it('keeps its region and extensions', () => {
    expect(match('AR-eg-u-nu-latn', catalogues)?.locale).to.equal('ar-EG-u-nu-latn');
  });

  it('has a direction', () => {
    expect(['ar', 'he', 'fa-IR', 'ur', 'az-Arab'].map(directionOf)).to.deep.equal(Array(5).fill('rtl'));
    expect(['en', 'ja', 'az', 'ar-Latn', 'not a tag'].map(directionOf)).to.deep.equal(Array(5).fill('ltr'));
  });
});

describe('the language of a panel', () => {
  const { catalogues: usual } = PeerDiscussion;
  const lateGerman = (late: Promise<void>) => async () => {
    await late;
    return (await import('../../src/elements/locales/de.ts')).german;
  };
  afterEach(() => {
    clear();
    root.removeAttribute('lang');
    PeerDiscussion.catalogues = usual;
  });

  it('is English where nothing is said', async () => {
    const panel = await show(panelFor(openPlace(), ana));
    expect(headingOf(panel)).to.equal('Discussion');
  });

  it('is the page’s, and follows it', async () => {
    root.lang = 'de';
    const panel = await show(panelFor(openPlace(), ana));
    await says(panel, 'Diskussion');
    root.lang = 'ja';
    await says(panel, 'ディスカッション');
    root.lang = 'en';
    await says(panel, 'Discussion');
  });

  it('is that of what is around it before the page’s, its own before both', async () => {
    root.lang = 'de';
    const panel = panelFor(openPlace(), ana);
    const around = inside('es-MX', panel);
    await says(panel, 'Conversación');
    panel.lang = 'pt-BR';
    await says(panel, 'Discussão');
    panel.removeAttribute('lang');
    await says(panel, 'Conversación');
    around.lang = '';
    await says(panel, 'Diskussion');
  });

  it('reaches into shadow roots', async () => {
    const panel = panelFor(openPlace(), ana);
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(panel);
    const around = inside('zh-CN', host);
    await says(panel, '讨论');
    around.lang = 'de';
    await says(panel, 'Diskussion');
  });

  it('follows the panel when it moves', async () => {
    const panel = panelFor(openPlace(), ana);
    inside('de', panel);
    await says(panel, 'Diskussion');
    inside('es', panel);
    await says(panel, 'Conversación');
  });

  it('is the one asked for last, whichever came first', async () => {
    let come = (): void => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    PeerDiscussion.catalogues = { ...usual, de: lateGerman(late) };
    root.lang = 'de';
    const panel = panelFor(openPlace(), ana);
    document.body.append(panel);
    await settle(panel);
    root.lang = 'es';
    await says(panel, 'Conversación');
    come();
    await settle(panel);
    expect(headingOf(panel)).to.equal('Conversación');
  });

  it('shows nothing in another one while its words are on the way', async () => {
    let come = (): void => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    PeerDiscussion.catalogues = { ...usual, de: lateGerman(late) };
    root.lang = 'de';
    const place = openPlace();
    await place.say(ana, '1 + 1');
    const panel = panelFor(place, ana);
    document.body.append(panel);
    await settle(panel);
    expect(panel.getBoundingClientRect().height).to.equal(0);
    come();
    await says(panel, 'Diskussion');
    row(panel, '1 + 1');
  });

  it('what stands inside the element is shown until its words are there', async () => {
    let come = (): void => {};
    const late = new Promise<void>((resolve) => (come = resolve));
    PeerDiscussion.catalogues = { ...usual, de: lateGerman(late) };
    root.lang = 'de';
    const panel = panelFor(openPlace(), ana);
    const inside = document.createElement('p');
    inside.textContent = 'Die Diskussion erscheint hier.';
    panel.append(inside);
    document.body.append(panel);
    await settle(panel);
    expect(inside.checkVisibility() && inside.getBoundingClientRect().height > 0).to.equal(true);
    come();
    await says(panel, 'Diskussion');
    expect(inside.getBoundingClientRect().height).to.equal(0);
  });

  it('is English where the words cannot be had, and the right one when they can', async () => {
    PeerDiscussion.catalogues = { ...usual, de: () => Promise.reject(new TypeError('Failed to fetch')) };
    const { error } = console;
    const told: unknown[] = [];
    console.error = (...words: unknown[]) => told.push(...words);
    try {
      root.lang = 'de';
      const panel = await show(panelFor(openPlace(), ana));
      expect(headingOf(panel)).to.equal('Discussion');
      expect(String(told)).to.include('“de”');
      root.lang = 'fr';
      await until(() => textOf(panel).includes('Votre message'));
      PeerDiscussion.catalogues = usual;
      root.lang = 'de';
      await says(panel, 'Diskussion');
    } finally {
      console.error = error;
    }
  });

  it('may be one the page brings', async () => {
    PeerDiscussion.catalogues = {
      ...usual,
      sv: async () => (formats) => ({ ...english(formats), title: 'Samtal' }),
    };
    root.lang = 'sv-SE';
    await says(await show(panelFor(openPlace(), ana)), 'Samtal');
  });
});

describe('the page’s own texts', () => {
  afterEach(() => {
    clear();
    root.removeAttribute('lang');
  });

  it('win over those of any language, one by one, and can be taken away', async () => {
    const place = openPlace();
    await place.say(ana, '1 + 1');
    const panel = panelFor(place, ana);
    panel.strings = { title: 'Forum', postBy: (author) => `${author}!` };
    await show(panel);
    expect(headingOf(panel)).to.equal('Forum');
    get(panel, 'article', 'Ana Silva!');
    get(panel, 'button', /^Post$/);
    root.lang = 'de';
    await until(() => get(panel, 'button', 'Veröffentlichen'));
    expect(headingOf(panel)).to.equal('Forum');
    panel.strings = null;
    await says(panel, 'Diskussion');
  });

  it('may be set before the element is known', async () => {
    const panel = panelFor(openPlace(), ana);
    Object.assign(panel, { strings: { title: 'Before' } });
    await says(await show(panel), 'Before');
  });
});

describe('right to left', () => {
  afterEach(() => {
    clear();
    root.removeAttribute('lang');
  });

  const directionIn = (element: Element): string => getComputedStyle(element).direction;

  it('is the panel’s where its language is, and the element itself keeps the page’s', async () => {
    const place = openPlace();
    await place.say(ana, 'Left to right');
    await place.say(ana, 'من اليمين');
    const panel = panelFor(place, ana);
    panel.lang = 'ar';
    await show(panel);
    await says(panel, 'النقاش');
    expect(directionIn(get(panel, 'list'))).to.equal('rtl');
    expect(directionIn(panel)).to.equal('ltr');
    expect(panel.hasAttribute('dir')).to.equal(false);
    const direction = (words: string): string => directionIn(row(panel, words).querySelector('[part~=body]') ?? panel);
    expect(direction('Left to right')).to.equal('ltr');
    expect(direction('من اليمين')).to.equal('rtl');
  });

  for (const [lang, words] of [
    ['en', 'سلام'],
    ['ar', 'Hello'],
  ] as const)
    it(`${words} begins below its author’s name in ${lang}, however wide the panel`, async () => {
      const place = openPlace();
      await place.say(ana, words);
      const panel = panelFor(place, ana);
      panel.style.width = '1200px';
      panel.lang = lang;
      await show(panel);
      const edge = (part: string): number => {
        const { left, right } =
          row(panel, words).querySelector(`[part=${part}]`)?.getBoundingClientRect() ?? new DOMRect();
        return lang === 'en' ? left : right;
      };
      const text = row(panel, words).querySelector('[part=body]');
      await until(() => (text?.getBoundingClientRect().width ?? 0) < 100);
      expect(edge('body')).to.be.closeTo(edge('author'), 12);
    });

  it('who asks stands above their question at an event, and not at the other side', async () => {
    const panel = await panelStates['an event, for a learner']();
    panel.lang = 'ar';
    const entry = await until(() => all(panel, 'listitem').find((one) => textOf(one).includes('And who tells')));
    const end = (element: Element | null): number => element?.getBoundingClientRect().right ?? 0;
    const [name, text] = [entry.querySelector('bdi'), entry.querySelector('p')];
    await until(() => end(name) > 0 && Math.abs(end(name) - end(text)) < 3);
  });

  it('ends at a panel of a language from the left', async () => {
    root.dir = 'rtl';
    root.lang = 'ar';
    const panel = panelFor(openPlace(), ana);
    panel.lang = 'de';
    await show(panel);
    await says(panel, 'Diskussion');
    expect(directionIn(all(panel, 'heading')[0] ?? panel)).to.equal('ltr');
    expect(directionIn(panel)).to.equal('rtl');
  });

  it('stays the page’s where its language is not spoken here', async () => {
    root.dir = 'rtl';
    root.lang = 'he';
    const panel = await show(panelFor(openPlace(), ana));
    expect(directionIn(all(panel, 'heading')[0] ?? panel)).to.equal('rtl');
    panel.strings = { locale: 'de' };
    await until(() => directionIn(all(panel, 'heading')[0] ?? panel) === 'ltr');
  });

  it('orders each phrase as its own language does, and stands it where the page’s words stand', async () => {
    root.dir = 'rtl';
    root.lang = 'he';
    const panel = await panelStates['prompts, for a learner']();
    const placeOf = (element: Element, from: number, to: number): DOMRect => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const range = document.createRange();
      range.setStart(text, from < 0 ? text.length + from : from);
      range.setEnd(text, to <= 0 ? text.length + to : to);
      return range.getBoundingClientRect();
    };
    const count = await until(() => all(panel, 'listitem').find((one) => textOf(one).includes('0 of 5')));
    const howFar = count.querySelector('.how-far') ?? panel;
    expect(placeOf(howFar, 0, 1).left).to.be.lessThan(placeOf(howFar, -1, 0).left);
    const note = [...(panel.shadowRoot?.querySelectorAll('p') ?? [])].find((one) =>
      textOf(one).includes('This list shows'),
    );
    expect(placeOf(note ?? panel, 0, 0).right).to.be.closeTo(note?.getBoundingClientRect().right ?? 0, 3);
    const unread = get(panel, 'button', '1 unread post');
    const dot = unread.querySelector('.dot') ?? panel;
    const words = document.createRange();
    words.selectNodeContents(unread);
    words.setStartAfter(dot);
    expect(dot.getBoundingClientRect().left - words.getBoundingClientRect().right).to.be.within(3, 12);
  });

  for (const language of ['ar', 'de', 'ja'])
    it(`fits 360 pixels in ${language}, with everything opened`, async () => {
      const place = openPlace();
      let parent: string | null = null;
      for (let depth = 0; depth < 7; depth++) parent = await place.say(ana, `${depth}: a few words`, parent);
      const panel = panelFor(place, ana);
      panel.style.width = '360px';
      panel.lang = language;
      await show(panel);
      for (const article of all(panel, 'article')) {
        article.querySelector<HTMLElement>('button')?.click();
        await settle(panel);
      }
      const edges = panel.getBoundingClientRect();
      const beyond = [...(panel.shadowRoot?.querySelectorAll('.frame *') ?? [])].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < edges.left - 1 || right > edges.right + 1);
      });
      expect(beyond.map((element) => element.outerHTML.slice(0, 80))).to.deep.equal([]);
      expect(panel.scrollWidth).to.be.at.most(360);
    });
});
