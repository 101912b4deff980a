// How things stand beside each other in narrow panels and in every language: what broke once, and what a reader would
// notice before any rule does.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createMemoryBackend } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { learningStates } from '../support/learning-states.ts';
import { panelStates } from '../support/panel-states.ts';
import {
  all,
  ana,
  clear,
  get,
  mira,
  nameOf,
  openPlace,
  panelFor,
  row,
  settle,
  show,
  textOf,
} from '../support/panel.ts';
import { tom, until } from '../support/panel.ts';

const box = (element: Element): DOMRect => element.getBoundingClientRect();
/** Lines that a text takes. */
const linesOf = (element: Element): number => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
};
const isBeside = (one: Element, other: Element): boolean =>
  box(one).top < box(other).bottom && box(other).top < box(one).bottom;

/** Rings of the focus that something around them cuts off, by what has the focus. */
function cutRings(panel: PeerDiscussion): string[] {
  const around = (element: Element): Element[] => {
    const parents: Element[] = [];
    for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) parents.push(parent);
    return parents.filter((parent) => {
      const { contentVisibility, contain, overflowX } = getComputedStyle(parent);
      return contentVisibility === 'auto' || contain.includes('paint') || /clip|hidden/.test(overflowX);
    });
  };
  const targets = [
    ...(panel.shadowRoot?.querySelectorAll<HTMLElement>('button, summary, a, select, input, [tabindex]') ?? []),
  ];
  return targets.flatMap((target) => {
    if (!target.checkVisibility() || target.closest('.unseen') !== null) return [];
    target.focus();
    const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(target);
    const beyond = outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
    const isCut = around(target).some(
      (parent) =>
        box(target).left - beyond < box(parent).left - 0.5 || box(target).right + beyond > box(parent).right + 0.5,
    );
    return isCut ? [`${target.localName} “${nameOf(target).slice(0, 40)}”`] : [];
  });
}

async function narrow(panel: PeerDiscussion, px: number): Promise<void> {
  panel.style.inlineSize = `${px}px`;
  await settle(panel);
}

describe('how it looks', () => {
  afterEach(async () => {
    clear();
    document.documentElement.removeAttribute('lang');
    await setViewport({ width: 800, height: 600 });
  });

  it('deep in a thread the time stands beside the name, however little room there is', async () => {
    const panel = await panelStates['a thread that goes deeper']();
    for (const px of [320, 360, 420, 700]) {
      await narrow(panel, px);
      const post = row(panel, 'Level 3.');
      expect(isBeside(get(post, 'time'), get(post, 'heading', 'Tom Okafor')), `${px}`).to.equal(true);
      const [answered] = [...post.querySelectorAll('bdi')].filter((one) => textOf(one) === 'to Tom Okafor');
      expect(answered === undefined ? 0 : linesOf(answered), `${px}`).to.equal(1);
    }
  });

  for (const [lang, place] of [
    ['en', 'calc(100% - 9px)'],
    ['ar', '9px'],
  ] as const)
    it(`the sign of a list to choose from stands off the edge, and nothing is written over it: ${lang}`, async () => {
      const panel = await panelStates['the editor of prompts']();
      panel.lang = lang;
      await until(() => get(panel, '.frame').lang === lang);
      const lists = all(panel, 'combobox');
      expect(lists.length).to.be.greaterThan(1);
      for (const list of lists) {
        const { appearance, backgroundPositionX, paddingInlineEnd } = getComputedStyle(list);
        expect([appearance, backgroundPositionX, paddingInlineEnd]).to.deep.equal(['none', place, '24px']);
      }
    });

  it('a long name stands beside its sign, in two lines at most', async () => {
    const place = openPlace();
    const name = 'Maximiliane-Friederike von Hohenstein-Wiesenthal zu Oberdachstetten';
    const first = await place.say({ ...tom, name }, 'First.');
    await place.say(tom, 'Third.', await place.say({ ...tom, id: 'other', name: 'x'.repeat(90) }, 'Second.', first));
    const panel = await show(panelFor(place, ana));
    for (const px of [320, 360, 700]) {
      await narrow(panel, px);
      for (const words of ['First.', 'Second.', 'Third.']) {
        const author = get(row(panel, words), 'heading');
        expect(isBeside(author, get(row(panel, words), '[part=avatar]')), `${words} at ${px}`).to.equal(true);
        expect(box(author).height, `${words} at ${px}`).to.be.below(3 * parseFloat(getComputedStyle(author).fontSize));
      }
    }
  });

  for (const lang of ['en', 'es', 'fr', 'de', 'pt', 'ar', 'ja', 'zh-Hans'])
    it(`the tag is not broken, nor turned round, in what a page without a server is told: ${lang}`, async () => {
      document.documentElement.lang = lang;
      await setViewport({ width: 360, height: 740 });
      const panel = document.createElement('peer-discussion');
      document.body.append(panel);
      const tag = await until(() => get(panel, 'code', '<peer-discussion>'));
      await until(() => tag.checkVisibility() && linesOf(tag) > 0);
      expect(linesOf(tag)).to.equal(1);
      expect(getComputedStyle(tag).direction).to.equal('ltr');
    });

  for (const [words, tags] of [
    ['Ask Ana.', 0],
    ['Give <peer-discussion> a server: <peer-discussion server=…>.', 1],
    ['A <peer-discussion> is a <peer-discussion>, for now.', 2],
  ] as const)
    it(`the words of a page’s own are shown as they are, whether or not they name the tag: ${tags}`, async () => {
      const panel = document.createElement('peer-discussion');
      panel.strings = { unconfiguredHint: words };
      document.body.append(panel);
      await until(() => textOf(panel).includes(words));
      expect(all(panel, 'code')).to.have.length(tags);
    });

  it('order, filter and search keep their words in one line, and room to type, at every width', async () => {
    await setViewport({ width: 1280, height: 800 });
    const panel = await panelStates['further threads to load']();
    const search = await until(() => get(panel, 'textbox', /^Search$/));
    for (let px = 320; px <= 1000; px += 40) {
      await narrow(panel, px);
      for (const label of panel.shadowRoot?.querySelectorAll('[role=search] label') ?? [])
        expect(linesOf(label), `${nameOf(label)} at ${px}`).to.equal(1);
      expect(box(search).width, `at ${px}`).to.be.at.least(120);
    }
  });

  it('what a facilitator begins with stands side by side where nothing is asked yet', async () => {
    const panel = await show(panelFor(openPlace(createMemoryBackend()), mira));
    const begin = await until(() => get(panel, 'button', /^New prompt$/));
    const desk = await until(() => get(panel, 'button', /^Desk/));
    await until(() => isBeside(begin, desk));
    expect(box(get(panel, 'textbox', 'Your post')).top).to.be.above(box(desk).bottom + 12);
  });

  it('how far one is stands in one column, beside what is asked', async () => {
    await setViewport({ width: 360, height: 740 });
    const panel = await learningStates['prompts, for a learner']();
    const parts = all(get(panel, 'details', 'What is asked of you'), 'listitem').map((item) => [...item.children]);
    expect(parts).to.have.length(4);
    for (const [asked, howFar] of parts)
      expect(asked !== undefined && howFar !== undefined && isBeside(asked, howFar), nameOf(asked ?? panel)).to.equal(
        true,
      );
    expect(new Set(parts.map(([, howFar]) => Math.round(box(howFar ?? panel).right))).size).to.equal(1);
  });

  it('from right to left what stands alone begins at the right: buttons, and who wrote at the desk', async () => {
    // A language that the panel does not have: its own words stay, in the page's direction.
    document.documentElement.lang = 'he';
    document.documentElement.dir = 'rtl';
    const expectAtStart = (panel: PeerDiscussion, one: Element): void => {
      expect(box(one).right, nameOf(one)).to.be.closeTo(box(get(panel, 'textbox', 'Your post')).right, 1);
    };
    const begun = await panelStates['furnished, for a facilitator: held, hidden, removed']();
    expectAtStart(begun, await until(() => get(begun, 'button', /^New prompt$/)));
    const thread = await panelStates['a thread read on by itself']();
    expectAtStart(thread, get(thread, 'button', 'Back to the whole discussion'));
    const facilitated = await learningStates['prompts, for a facilitator']();
    expectAtStart(facilitated, get(facilitated, 'button', /^Desk/));
    const desk = await learningStates['the desk']();
    const [entry] = all(get(desk, 'region', 'Unheard'), 'listitem');
    const author = entry?.querySelector('bdi');
    expect(box(author ?? desk).right).to.be.above(box(entry ?? desk).right - 20);
  });

  it('nothing empty stands between what a post is and the field', async () => {
    const panel = await panelStates['writing, with tools']();
    const pill = await until(() => get(panel, 'radio', 'Resource'));
    expect(box(get(panel, 'toolbar')).top - box(pill).bottom).to.be.below(20);
    get(panel, 'radio', 'Question').click();
    await until(() => get(panel, 'button', 'Begin with'));
  });

  it('the reasons at the desk are signs beside their words', async () => {
    const panel = await learningStates['the desk, asked for a reason']();
    const reasons = all(get(panel, 'region', 'Facilitator’s desk'), 'radio');
    expect(reasons).to.have.length(4);
    for (const reason of reasons) expect(box(reason).width).to.equal(box(reason).height);
  });

  it('what may be done with a post stays where it is when more of it is opened', async () => {
    const place = openPlace();
    await place.say(tom, 'A post');
    const panel = await show(panelFor(place, ana));
    const reply = get(row(panel, 'A post'), 'button', 'Reply');
    const before = box(reply).top;
    get(row(panel, 'A post'), 'summary', 'More').click();
    await until(() => get(row(panel, 'A post'), 'button', 'Copy link').checkVisibility());
    expect(box(reply).top).to.equal(before);
  });

  for (const name of ['furnished, for a facilitator: held, hidden, removed', 'prompts, for a learner'] as const)
    it(`no ring of the focus is cut off: ${name}`, async () => {
      const open = name === 'prompts, for a learner' ? learningStates[name] : panelStates[name];
      const panel = await open();
      for (const direction of ['ltr', 'rtl']) {
        document.documentElement.dir = direction;
        for (const px of [340, 700]) {
          await narrow(panel, px);
          expect(cutRings(panel).join(), `${direction}, ${px}`).to.equal('');
        }
      }
    });

  it('a test that can fail: a ring that is cut off is found', async () => {
    const panel = await panelStates['furnished, for a member']();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.actions { margin-inline-start: -14px }');
    panel.shadowRoot?.adoptedStyleSheets.push(sheet);
    await narrow(panel, 340);
    expect(cutRings(panel).join()).to.include('Reply');
  });
});
