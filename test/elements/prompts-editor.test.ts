// What a facilitator does with prompts: writes and changes them, mixes, opens a gate, goes on to the next stage.
import { expect } from 'chai';
import { stageAt, type Prompt } from '../../src/model/prompt.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { all, ana, clear, descriptionOf, fill, flaws, get, mira, nameOf, openPlace } from '../support/panel.ts';
import { panelFor, settle, show, textOf, tom, until, valueOf, type Place } from '../support/panel.ts';
import { answer, arrange, promptOf } from '../support/prompts.ts';

async function asked({ backend, discussion }: Place): Promise<readonly Prompt[]> {
  const room = backend.room(discussion);
  return (await room.sync(await room.lens(mira), null)).room?.prompts ?? [];
}

function choose(panel: PeerDiscussion, label: string, value: string): void {
  const select = get(panel, 'select', label) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function slide(panel: PeerDiscussion, label: string, value: string): HTMLInputElement {
  const slider = get(panel, '[type=range]', label) as HTMLInputElement;
  slider.value = value;
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  return slider;
}

const form = (panel: PeerDiscussion): HTMLElement => get(panel, 'form.prompt-editor');
const save = (panel: PeerDiscussion): void => get(panel, 'button', 'Save prompt').click();

async function begun(place: Place): Promise<PeerDiscussion> {
  const panel = await show(panelFor(place, mira));
  (await until(() => get(panel, 'button', /^New prompt$/))).click();
  await until(() => form(panel));
  return panel;
}

describe('a facilitator’s prompts', () => {
  afterEach(clear);

  it('begin with a template, whose stages are filled in, and are asked', async () => {
    const place = openPlace();
    const panel = await begun(place);
    await until(() => nameOf(panel.shadowRoot?.activeElement ?? panel) === 'Title');
    choose(panel, 'Begin with', 'dilemma');
    await until(() => valueOf(get(panel, 'textbox', /^Title$/)) === 'What would you do?');
    save(panel);
    const learner = await show(panelFor(place, ana));
    await until(() => get(learner, 'group', 'What would you do?'));
    await until(() => all(panel, 'form.prompt-editor').length === 0);
    expect((await asked(place)).map(({ id, stages }) => [id, stages.map(({ name }) => name)])).to.deep.equal([
      ['what-would-you-do', ['open', 'compare', 'conclude', 'apply']],
    ]);
    expect(all(learner, 'button', 'New prompt')).to.have.length(0);
  });

  it('have seven templates, each of which is asked as it stands, in one of the shapes that stages have', async () => {
    const [place, found] = [openPlace(), new Map<string, string>()];
    const panel = await begun(place);
    const offered = (): string[] =>
      [...(get(panel, 'select', 'Begin with') as HTMLSelectElement).options].map(({ value }) => value).filter(Boolean);
    const names = offered();
    for (const name of names) {
      if (found.size > 0) (await until(() => get(panel, 'button', /^New prompt$/))).click();
      await until(() => offered().length > 0);
      choose(panel, 'Begin with', name);
      const title = await until(() => valueOf(get(panel, 'textbox', /^Title$/)) || null);
      save(panel);
      await until(() => all(panel, 'form.prompt-editor').length === 0);
      const prompt = (await asked(place)).find((one) => one.title === title);
      expect(prompt, name).to.have.property('text').that.matches(/\w/);
      found.set(name, prompt?.stages.map((stage) => stage.name).join(' ') ?? '');
    }
    const [slow, live] = ['open compare conclude apply', 'open live conclude apply'];
    const expected = { case: slow, dilemma: slow, myth: slow, swap: slow, event: live, journal: slow, expert: live };
    expect(Object.fromEntries(found)).to.deep.equal(expected);
  });

  it('go live: a template for an event has that stage, a facilitator goes on to it, and learners ask', async () => {
    const place = openPlace();
    const panel = await begun(place);
    choose(panel, 'Begin with', 'event');
    await until(() => valueOf(get(panel, 'textbox', /^Title$/)) === 'What should we talk about?');
    save(panel);
    (await until(() => get(panel, 'button', 'Go on to “Live” now'))).click();
    const learner = await show(panelFor(place, ana));
    await until(() => get(learner, 'textbox', 'Ask a question'));
    await until(() => all(panel, 'textbox', 'Ask a question')[0]);
    const [prompt] = await asked(place);
    expect(prompt && stageAt(prompt, Date.now())?.name).to.equal('live');
  });

  it('take questions as soon as they have a live stage, whatever kinds they ask for', async () => {
    const place = openPlace();
    const panel = await begun(place);
    fill(get(panel, 'textbox', /^Title$/), 'Limited');
    const tick = async (name: string | RegExp): Promise<void> => {
      get(get(panel, 'form.prompt-editor'), '.tick', name).querySelector('input')?.click();
      await panel.updateComplete;
    };
    await tick(/^Experience$/);
    await tick(/^Compare$/);
    await tick(/^Live$/);
    save(panel);
    await until(() => all(panel, 'form.prompt-editor').length === 0);
    const [prompt] = await asked(place);
    expect(prompt?.kinds).to.deep.equal(['question', 'experience']);
    expect(prompt?.stages.map(({ name }) => name)).to.deep.equal(['open', 'live', 'conclude', 'apply']);
  });

  it('are mixed by sliders that say in words what they set', async () => {
    const place = openPlace();
    const panel = await begun(place);
    fill(get(panel, 'textbox', /^Title$/), 'Mixed');
    const immediacy = slide(panel, 'Immediacy', '2');
    await until(() => immediacy.getAttribute('aria-valuetext') === 'Answer, Live, Conclude, Apply');
    slide(panel, 'Transparency', '0');
    slide(panel, 'Structure', '2');
    get(panel, '.tick', 'Show everybody a list').click();
    const scale = slide(panel, 'Scale', '2');
    await until(() => scale.getAttribute('aria-valuetext')?.startsWith('Reply to 3 different colleagues'));
    save(panel);
    await until(() => all(panel, 'form.prompt-editor').length === 0);
    const [prompt] = await asked(place);
    expect(prompt?.stages.map(({ name, gate }) => [name, gate.type])).to.deep.equal([
      ['open', 'manual'],
      ['live', 'open'],
      ['conclude', 'open'],
      ['apply', 'open'],
    ]);
    expect(prompt?.kinds).to.have.length(6);
    expect(prompt?.credit?.colleagues).to.equal(3);
    expect(prompt?.mixer).to.deep.equal({ immediacy: 2, structure: 2, scale: 2, transparency: 0 });
  });

  it('begin their stages by the clock of the facilitator’s time zone', async () => {
    const place = openPlace();
    const panel = await begun(place);
    fill(get(panel, 'textbox', /^Title$/), 'In New York');
    choose(panel, 'Your time zone', 'America/New_York');
    const from = all(panel, 'textbox', 'Begins')[1] as HTMLInputElement;
    fill(from, '2099-07-01T09:00');
    save(panel);
    await until(() => all(panel, 'form.prompt-editor').length === 0);
    const [prompt] = await asked(place);
    expect(prompt?.stages[1]?.from).to.equal('2099-07-01T13:00:00.000Z');
    expect(prompt?.timeZone).to.equal('America/New_York');
  });

  it('say at the field what is wrong, and nothing is lost', async () => {
    const panel = await begun(openPlace());
    fill(get(panel, 'textbox', 'What you ask'), 'Something worth it');
    save(panel);
    const title = get(panel, 'textbox', /^Title$/);
    await until(() => title.getAttribute('aria-invalid') === 'true');
    expect(descriptionOf(title)).to.equal('Please fill this in.');
    await until(() => panel.shadowRoot?.activeElement === title);
    expect(valueOf(get(panel, 'textbox', 'What you ask'))).to.equal('Something worth it');
  });

  it('that the room refuses stay open with what was typed, and say why', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    await answer(place, tom, 'Everybody has seen this');
    const panel = await show(panelFor(place, mira));
    (await until(() => get(panel, 'button', 'Change prompt: A case'))).click();
    await until(() => form(panel));
    expect(textOf(form(panel))).to.include('still counts for them');
    choose(panel, 'Who sees what colleagues wrote', 'post-first');
    save(panel);
    await until(() => textOf(form(panel)).includes('has to stay visible'));
    expect((get(panel, 'select', 'Who sees what colleagues wrote') as HTMLSelectElement).value).to.equal('post-first');
    await settle(panel);
    expect(all(panel, '[part=notice]', 'not').map(textOf)).to.deep.equal([]);
    expect((await asked(place))[0]?.version).to.equal(1);
  });

  it('are closed with a summary, as a new version', async () => {
    const place = openPlace();
    await arrange(place, promptOf({ type: 'open' }));
    const panel = await show(panelFor(place, mira));
    (await until(() => get(panel, 'button', 'Change prompt: A case'))).click();
    await until(() => form(panel));
    choose(panel, 'Who can see and answer it', 'closed');
    fill(await until(() => get(panel, 'textbox', 'Summary')), 'We agreed to *try* it.');
    save(panel);
    await until(() => all(panel, 'form.prompt-editor').length === 0);
    await until(() => get(panel, 'summary', /^A case from your practice\s+Closed/));
    expect((await asked(place)).map(({ version, state, summary }) => [version, state, summary])).to.deep.equal([
      [2, 'closed', 'We agreed to *try* it.'],
    ]);
  });

  it('open a gate by one button, and go on to the next stage by another', async () => {
    const place = openPlace();
    const stages = [
      { name: 'open', instruction: '', gate: { type: 'manual', isOpen: false }, from: null },
      { name: 'conclude', instruction: '', gate: { type: 'open' }, from: null },
    ] as const;
    await arrange(place, promptOf({ type: 'open' }, { stages }));
    await answer(place, tom, 'Behind the gate');
    const learner = await show(panelFor(place, ana));
    const panel = await show(panelFor(place, mira));
    expect(textOf(learner)).not.to.include('Behind the gate');
    (await until(() => get(panel, 'button', 'Show everybody’s answers now'))).click();
    await until(() => textOf(learner).includes('Behind the gate') || get(learner, 'button', 'new post'));
    (await until(() => get(panel, 'button', 'Go on to “Conclude” now'))).click();
    await until(() => textOf(get(learner, '[role=list]', 'Stages')).includes('Conclude now'));
    const [prompt] = await asked(place);
    expect(prompt && stageAt(prompt, Date.now())?.name).to.equal('conclude');
  });

  it('ask before what was typed is thrown away, and lead back', async () => {
    const panel = await begun(openPlace());
    fill(get(panel, 'textbox', /^Title$/), 'Half');
    get(form(panel), 'button', 'Cancel').click();
    (await until(() => get(panel, 'button', 'Keep writing'))).click();
    expect(valueOf(get(panel, 'textbox', /^Title$/))).to.equal('Half');
    // To where they were; the button that led away is gone with its question.
    await until(() => panel.shadowRoot?.activeElement === get(panel, 'textbox', /^Title$/));
    const asks = get(panel, 'textbox', 'What you ask');
    asks.focus();
    asks.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    (await until(() => get(panel, 'button', 'Keep writing'))).click();
    await until(() => panel.shadowRoot?.activeElement === asks);
    form(panel).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    (await until(() => get(panel, 'button', 'Throw away'))).click();
    await until(() => panel.shadowRoot?.activeElement === get(panel, 'button', /^New prompt$/));
  });

  for (const scheme of ['light', 'dark'])
    it(`have a form that axe finds nothing in, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.documentElement.style.background = scheme === 'dark' ? '#000' : '#fff';
      document.documentElement.lang = 'en';
      document.title = 'Test';
      const panel = await begun(openPlace());
      expect((await flaws(panel)).join('\n')).to.equal('');
    });
});
