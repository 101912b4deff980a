// The states of a panel that learning adds, each brought about as a person would: prompts and what they ask, the desk,
// the editor. A part of the list in panel-states.ts.
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import type { Person } from '../../src/model/post.ts';
import { all, ana, get, mira, openPlace, panelFor, row, show, tom, until, type Place } from './panel.ts';
import { answer, arrange, promptOf } from './prompts.ts';

/** A place with a prompt of two stages that asks for something, one behind a gate, one that is closed, and answers. */
async function asking(): Promise<Place> {
  const place = openPlace();
  const stage = { name: 'open', instruction: '', gate: { type: 'open' }, from: null } as const;
  const later = { ...stage, name: 'conclude', instruction: 'What stays open?' } as const;
  const rest = { replyWords: 0, applyWords: 0, isAttested: false };
  const credit = { ...rest, answerWords: 5, colleagues: 2, readPercent: 50, comesBack: true };
  await arrange(
    place,
    promptOf({ type: 'post-first', words: 20, kind: null }, { id: 'gated', title: 'Answer this one first' }),
  );
  await arrange(place, promptOf({ type: 'open' }, { credit, stages: [stage, later] }));
  await arrange(place, promptOf({ type: 'open' }, { id: 'old', title: 'An older one, at rest', state: 'closed' }));
  const asked = await answer(place, tom, 'Has anybody tried this in a small team, and what came of it?');
  const reply = await place.say(ana, 'We did, with four colleagues.', asked);
  await place.act(mira, { type: 'endorse', id: reply, isEndorsed: true, reason: 'tested', note: 'Ours, too' });
  await place.act(ana, { type: 'edit', id: reply, revision: 1, body: 'We did, with five colleagues.' });
  return place;
}

/** A prompt at its live stage, with a question that is being answered, one that is open, and one that was answered. */
async function event(): Promise<Place> {
  const place = openPlace();
  const stage = { instruction: '', gate: { type: 'open' }, from: null } as const;
  await arrange(
    place,
    promptOf({ type: 'open' }, { title: 'An hour with Mira', stages: [{ ...stage, name: 'live' }] }),
  );
  for (const body of ['Who begins?', 'Who ends it?', 'And who tells the others?']) {
    const id = await answer(place, tom, body);
    await place.act(tom, { type: 'classify', id, as: 'question' });
    if (body.includes('begins')) await place.act(tom, { type: 'settle', id, isSettled: true });
    if (body.includes('ends')) await place.act(mira, { type: 'pin', id, isPinned: true, note: '' });
  }
  return place;
}

async function attended(me: Person): Promise<PeerDiscussion> {
  const panel = await show(panelFor(await event(), me));
  const questions = await until(() => get(panel, 'group', 'Questions for this event'));
  get(questions, 'summary', '1 answered').click();
  return panel;
}

async function desk(): Promise<PeerDiscussion> {
  const panel = await show(panelFor(await asking(), mira));
  (await until(() => get(panel, 'button', /^Desk/))).click();
  await until(() => get(panel, 'region', 'Facilitator’s desk'));
  return panel;
}

/** Each state by its name. */
export const learningStates = {
  async 'prompts, for a learner'() {
    const panel = await show(panelFor(await asking(), ana));
    await until(() => get(panel, 'details', 'What is asked of you'));
    await until(() => all(row(panel, 'five colleagues'), '[role=listitem]', 'Tested in practice')[0]);
    return panel;
  },
  async 'prompts, for a facilitator'() {
    const panel = await show(panelFor(await asking(), mira));
    await until(() => all(panel, 'button', 'Change prompt')[0]);
    await until(() => get(panel, 'button', /^Desk/));
    return panel;
  },
  'the desk': desk,
  async 'the desk, asked for a reason'() {
    const panel = await desk();
    all(panel, 'button', /^Endorse it$/)[0]?.click();
    await until(() => get(panel, 'textbox', 'In your own words'));
    return panel;
  },
  async 'the editor of prompts'() {
    const panel = await show(panelFor(await asking(), mira));
    (await until(() => get(panel, 'button', /^New prompt$/))).click();
    await until(() => get(panel, 'button', 'Save prompt'));
    return panel;
  },
  async 'an endorsement that is written'() {
    const panel = await show(panelFor(await asking(), mira));
    (await until(() => get(row(panel, 'small team'), 'button', /^Endorse:/))).click();
    await until(() => get(panel, '[role=radiogroup]', 'Why do you stand behind this'));
    return panel;
  },
  'an event, for a learner': () => attended(ana),
  'an event, for a facilitator': () => attended(mira),
  async 'the wall of an event'() {
    const panel = await attended(mira);
    get(panel, 'button', 'Show on a screen').click();
    const wall = await until(() => get(panel, 'dialog', 'An hour with Mira'));
    get(wall, 'checkbox', 'With names').click();
    await until(() => all(wall, 'bdi', 'Tom Okafor').length === 2);
    return panel;
  },
  async 'the versions of a post'() {
    const panel = await show(panelFor(await asking(), ana));
    await until(() => all(row(panel, 'five colleagues'), '[role=listitem]', 'Tested in practice')[0]);
    get(row(panel, 'five colleagues'), 'button', /^edited/).click();
    await until(() => get(panel, 'dialog', 'Versions of this post'));
    return panel;
  },
} satisfies Readonly<Record<string, () => Promise<PeerDiscussion>>>;
