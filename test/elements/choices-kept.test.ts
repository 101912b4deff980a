// What somebody chose with a text (kind, move, prompt, privacy) stays with it: refused, put away, or after a reload.
import { expect } from 'chai';
import { createMemoryBackend, memoryAdapter } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { CreateCommand, Person } from '../../src/model/post.ts';
import { answer, arrange, promptOf } from '../support/prompts.ts';
import {
  all,
  ana,
  clear,
  fill,
  flaws,
  get,
  mira,
  openPlace,
  panelFor,
  row,
  settle,
  show,
  textOf,
  tom,
  until,
  valueOf,
  type Place,
} from '../support/panel.ts';
import { tap, type TappedAdapter } from '../support/tapped-adapter.ts';

const radio = 'input[type=radio]';
const chosen = (scope: Element): string[] =>
  all(scope, radio).flatMap((one) =>
    (one as HTMLInputElement).checked ? [one.nextElementSibling?.textContent ?? ''] : [],
  );
const promptAt = (scope: Element): HTMLSelectElement => get(scope, '.answering select') as HTMLSelectElement;
const pick = (select: HTMLSelectElement, value: string): void => {
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};
const created = ({ passed }: TappedAdapter): CreateCommand | undefined =>
  passed.findLast((command): command is CreateCommand => command.type === 'create');

/** A panel with learning, over a line that a test may cut. */
async function open(place: Place, me: Person): Promise<{ panel: PeerDiscussion; line: TappedAdapter }> {
  const line = tap(memoryAdapter({ me, backend: place.backend }));
  const panel = panelFor(place, me);
  panel.adapter = line;
  await show(panel);
  await until(() => all(panel, radio).length > 0);
  await settle(panel);
  return { panel, line };
}

async function twoPrompts(): Promise<Place> {
  const place = openPlace();
  await arrange(place, promptOf({ type: 'open' }, { id: 'early', title: 'Early', kinds: ['question', 'insight'] }));
  await arrange(place, promptOf({ type: 'open' }, { id: 'late', title: 'Late' }));
  return place;
}

const returned = (panel: PeerDiscussion): Promise<HTMLElement> =>
  until(() => get(panel, 'textbox', 'not published').closest('form'));

describe('what was chosen with a text', () => {
  afterEach(clear);

  it('comes back with it where it was refused, and can be changed', async () => {
    const { panel, line } = await open(await twoPrompts(), ana);
    pick(promptAt(panel), 'early');
    await until(() => all(panel, radio, /^Insight$/).length === 1 && all(panel, radio, /^Resource$/).length === 0);
    get(panel, radio, /^Insight$/).click();
    fill(get(panel, 'textbox', /^Your post$/), 'Mine');
    line.refuse(new DiscussionError('invalid', '', { field: 'kind' }));
    get(panel, 'button', /^Post$/).click();
    const form = await returned(panel);
    await until(() => promptAt(form).value === 'early' && chosen(form).join() === 'Insight');
    line.refuse(null);
    get(form, radio, /^Question$/).click();
    await until(() => chosen(form).join() === 'Question');
    get(form, 'button', 'Send again').click();
    await until(() => all(panel, 'textbox', 'not published').length === 0);
    await until(() => textOf(row(panel, 'Mine')).includes('Question'));
    expect(created(line)).to.include({ kind: 'question', promptId: 'early', body: 'Mine' });
  });

  it('does not become an answer to a prompt that it was not, because its own has closed', async () => {
    const place = await twoPrompts();
    const { panel, line } = await open(place, ana);
    pick(promptAt(panel), 'early');
    await until(() => all(panel, radio, /^Insight$/).length === 1 && all(panel, radio, /^Resource$/).length === 0);
    get(panel, radio, /^Insight$/).click();
    fill(get(panel, 'textbox', /^Your post$/), 'Mine');
    line.cut();
    get(panel, 'button', /^Post$/).click();
    await arrange(place, promptOf({ type: 'open' }, { id: 'early', title: 'Early', state: 'closed' }));
    line.heal();
    const form = await returned(panel);
    await until(() => promptAt(form).value === '');
    expect(textOf(form)).to.include('This prompt was closed in the meantime. You can send this as a post of its own.');
    pick(promptAt(form), 'late');
    get(form, 'button', 'Send again').click();
    await until(() => all(panel, 'textbox', 'not published').length === 0);
    expect(created(line)).to.include({ promptId: 'late', kind: 'insight' });
  });

  it('is a post of its own where it answered below a prompt that has closed, and that is said', async () => {
    const place = await twoPrompts();
    const there = await answer(place, tom, 'A worry of mine', 'late');
    const { panel, line } = await open(place, ana);
    get(await until(() => row(panel, 'A worry of mine')), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'Mine, too');
    line.cut();
    get(panel, 'textbox', 'Your reply').closest('form')?.requestSubmit();
    await arrange(place, promptOf({ type: 'open' }, { id: 'late', title: 'Late', state: 'closed' }));
    line.heal();
    const form = await returned(panel);
    expect(textOf(form)).to.include('This prompt was closed in the meantime. You can send this as a post of its own.');
    expect(created(line)).to.include({ parentId: there });
    expect(await flaws(panel)).to.deep.equal([]);
    get(form, 'button', 'Send again').click();
    await until(() => all(panel, 'textbox', 'not published').length === 0);
    expect(created(line)).to.include({ parentId: null, body: 'Mine, too' });
  });

  it('stays for one person where its prompt has closed, and no place for all is offered', async () => {
    const place = await twoPrompts();
    const there = await answer(place, ana, 'A worry of mine', 'late');
    await place.act(mira, { type: 'create', parentId: there, body: 'Between us', isPrivate: true });
    const { panel, line } = await open(place, ana);
    get(await until(() => row(panel, 'Between us')), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'For you alone');
    line.cut();
    get(panel, 'textbox', 'Your reply').closest('form')?.requestSubmit();
    await arrange(place, promptOf({ type: 'open' }, { id: 'late', title: 'Late', state: 'closed' }));
    line.heal();
    const back = await returned(panel);
    expect(textOf(back)).to.include('This prompt was closed in the meantime.').and.not.include('of its own');
    get(back, 'button', 'Send again').click();
    const sent = (): CreateCommand[] => line.passed.filter((command) => command.type === 'create');
    await until(() => sent().length === 2);
    expect(sent().map(({ parentId }) => parentId)).not.to.include(null);
  });

  it('stays none where none was chosen', async () => {
    const { panel, line } = await open(await twoPrompts(), ana);
    pick(promptAt(panel), '');
    fill(get(panel, 'textbox', /^Your post$/), 'Beside them');
    line.refuse(new DiscussionError('forbidden', ''));
    get(panel, 'button', /^Post$/).click();
    const form = await returned(panel);
    await settle(panel);
    expect(promptAt(form).value).to.equal('');
    line.refuse(null);
    get(form, 'button', 'Send again').click();
    await until(() => all(panel, 'textbox', 'not published').length === 0);
    expect(created(line)).not.to.have.property('promptId');
  });

  it('is there with a draft after a reload: prompt and kind of a post, privacy and move of a reply', async () => {
    const place = await twoPrompts();
    await place.say(tom, 'A worry');
    const { panel } = await open(place, mira);
    pick(promptAt(panel), 'early');
    await until(() => all(panel, radio, /^Resource$/).length === 0);
    get(panel, radio, /^Insight$/).click();
    fill(get(panel, 'textbox', /^Your post$/), 'A post begun');
    get(row(panel, 'A worry'), 'button', 'Reply').click();
    fill(await until(() => get(panel, 'textbox', 'Your reply')), 'A reply begun');
    await settle(panel);
    get(row(panel, 'A worry'), radio, /^Asks back$/).click();
    get(panel, 'input[type=checkbox]', 'Reply privately').click();
    await settle(panel);
    panel.remove();
    await settle(panel);
    // What is told of the page goes with the post, and is not kept in the browser with what was only begun.
    expect(JSON.stringify({ ...localStorage }))
      .to.include('A post begun')
      .and.not.to.include(location.origin);

    const again = (await open(place, mira)).panel;
    expect(valueOf(get(again, 'textbox', /^Your post$/))).to.equal('A post begun');
    expect(promptAt(again).value).to.equal('early');
    expect(chosen(again)).to.deep.equal(['Insight']);
    get(row(again, 'A worry'), 'button', 'Reply').click();
    expect(valueOf(await until(() => get(again, 'textbox', 'Your reply')))).to.equal('A reply begun');
    await until(() => chosen(row(again, 'A worry')).join() === 'Asks back');
    expect((get(again, 'input[type=checkbox]', 'Reply privately') as HTMLInputElement).checked).to.equal(true);
    get(row(again, 'A worry'), 'button', /^Reply$/).click();
    await until(() => textOf(row(again, 'A reply begun')).includes('Private:'));
  });

  it('is not taken over from somebody who wrote here before', async () => {
    const place = openPlace(createMemoryBackend());
    await arrange(place, promptOf({ type: 'open' }));
    const first = await open(place, ana);
    get(first.panel, radio, /^Insight$/).click();
    fill(get(first.panel, 'textbox', /^Your post$/), 'Of Ana');
    await settle(first.panel);
    first.panel.remove();
    await settle(first.panel);
    const { panel } = await open(place, tom);
    expect(valueOf(get(panel, 'textbox', /^Your post$/))).to.equal('');
    expect(all(panel, radio, /^Insight$/).map((one) => (one as HTMLInputElement).checked)).to.deep.equal([false]);
  });
});
