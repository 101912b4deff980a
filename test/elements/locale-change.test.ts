// Another language while somebody is at work, in every state of the panel: nothing that is open closes, nothing that is
// written or chosen goes, the focus stays, and back in the first language every word is as it was.
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { panelStates } from '../support/panel-states.ts';
import { all, ana, clear, focused, get, mira, nameOf, openPlace, panelFor, row, settle } from '../support/panel.ts';
import { show, textOf, tom, until } from '../support/panel.ts';

const inside = (panel: PeerDiscussion, selector: string): Element[] => [
  ...(panel.shadowRoot?.querySelectorAll(selector) ?? []),
];

/** What can be open in a panel; rows may still be drawn further meanwhile. */
const opened = ['desk', 'live', 'wall', 'composer', 'prompt-editor', 'question'].map((name) => `[part=${name}]`).join();

/** What somebody has written, ticked and opened: each thing itself, and how it stands. */
function openThings(panel: PeerDiscussion): Map<Element, unknown> {
  const things = new Map<Element, unknown>();
  for (const field of inside(panel, 'textarea, input') as (HTMLTextAreaElement | HTMLInputElement)[]) {
    const isTicked = field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type);
    if (isTicked ? field.checked : field.value !== '') things.set(field, field.value);
  }
  for (const one of inside(panel, opened)) things.set(one, true);
  for (const one of inside(panel, 'dialog[open]')) things.set(one, true);
  for (const one of inside(panel, ':popover-open')) things.set(one, true);
  return things;
}

/** Writes something wherever one can write and nothing stands; a search would change what is shown. */
function writeEverywhere(panel: PeerDiscussion): void {
  for (const field of inside(
    panel,
    'textarea, input[dir=auto]:not([type=search]), input[type=text], input[type=email]',
  ))
    if ((field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value === '') {
      field.value = 'Begun';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
}

async function says(panel: PeerDiscussion, title: string): Promise<void> {
  await until(() => textOf(all(panel, '[part=heading]')[0] ?? panel) === title, title);
  await settle(panel);
}

describe('another language, in every state', () => {
  afterEach(async () => {
    clear();
    await setViewport({ width: 800, height: 600 });
  });

  for (const [name, open] of Object.entries(panelStates))
    it(name, async () => {
      const panel = await open();
      writeEverywhere(panel);
      await settle(panel);
      const [things, focus] = [openThings(panel), focused(panel)];
      panel.lang = 'de';
      await says(panel, 'Diskussion');
      const lost = [...things].filter(([thing]) => !thing.isConnected);
      expect(lost.map(([thing]) => thing.outerHTML)).to.deep.equal([]);
      panel.lang = 'en';
      await says(panel, 'Discussion');
      const now = openThings(panel);
      const changed = [...things].filter(([thing, was]) => now.get(thing) !== was);
      expect(
        changed.map(([thing, was]) => `${thing.outerHTML}: ${String(was)}, ${String(now.get(thing))}`).join(),
      ).to.equal('');
      expect(focused(panel)).to.equal(focus);
      expect(get(panel, '.frame').lang).to.equal('en');
    });
});

describe('another language, once it is there', () => {
  afterEach(clear);

  it('is that of the open desk, too, and of what is being done at it', async () => {
    const panel = await panelStates['the desk, asked for a reason']();
    const desk = get(panel, 'region', 'Facilitator’s desk');
    panel.lang = 'de';
    await until(() => get(desk, 'button', 'Arbeitstisch schließen'));
    await until(() => get(desk, 'button', 'Abbrechen'));
  });

  it('is that of the open editor of prompts', async () => {
    const panel = await panelStates['the editor of prompts']();
    panel.lang = 'de';
    await until(() => get(panel, 'button', 'Aufgabe speichern'));
  });

  for (const [name, title] of [
    ['the list of keys', 'اختصارات لوحة المفاتيح'],
    ['the versions of a post', 'نسخ هذه المشاركة'],
  ] as const)
    it(`is that of ${name}, too, and so is the direction`, async () => {
      const panel = await panelStates[name]();
      const dialog = get(panel, 'dialog[open]');
      panel.lang = 'ar';
      await until(() => nameOf(dialog) === title && textOf(dialog).includes('إغلاق'));
      expect([dialog.isConnected, dialog.checkVisibility(), getComputedStyle(dialog).direction]).to.deep.equal([
        ...[true, true, 'rtl'],
      ]);
    });

  it('is that of what is wrong with a reason', async () => {
    const panel = await panelStates['hiding, without a reason']();
    const wrong = get(get(panel, 'group', /^Hide this post/), 'alert');
    panel.lang = 'de';
    await until(() => textOf(wrong).startsWith('Schreiben Sie einen Grund'));
  });

  it('is that of what is wrong with an endorsement', async () => {
    const panel = await panelStates['an endorsement that is written']();
    const form = get(panel, 'group', /^Endorse$/);
    get(form, 'button', 'Endorse').click();
    const wrong = get(form, 'alert');
    await until(() => textOf(wrong) !== '');
    const before = textOf(wrong);
    panel.lang = 'de';
    await until(() => textOf(wrong) !== before && textOf(wrong) !== '');
  });

  it('what is above a thread still follows what is done in it', async () => {
    const place = openPlace();
    const asked = await place.say(tom, 'Has anybody tried this?');
    const reply = await place.say(ana, 'We did.', asked);
    const panel = await show(panelFor(place, ana));
    await until(() => panel.shadowRoot?.querySelector('peer-discussion-vouched'));
    panel.lang = 'de';
    await until(() => get(row(panel, 'We did'), 'button', 'Art ändern'));
    await settle(panel);
    await place.act(mira, { type: 'endorse', id: reply, isEndorsed: true, reason: 'tested', note: '' });
    await until(() => all(row(panel, 'tried this'), 'button', 'Mira Lind')[0]);
  });
});
