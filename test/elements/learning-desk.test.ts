// The facilitator's desk, by role and name: who sees it, what stands in its lists, what each act does, that it can be
// taken back, by pointer and by key.
import { expect } from 'chai';
import { createMemoryBackend } from '../../src/adapters/memory.ts';
import type { PeerDiscussion } from '../../src/elements/peer-discussion.ts';
import { newOp } from '../../src/model/op.ts';
import type { Person, Post } from '../../src/model/post.ts';
import type { Prompt } from '../../src/model/prompt.ts';
import { isPost, plainLens } from '../../src/model/view.ts';
import {
  all,
  ana,
  clear,
  fill,
  focused,
  get,
  mira,
  openPlace,
  panelFor,
  paula,
  show,
  textOf,
  tom,
  until,
  flaws,
  type Place,
} from '../support/panel.ts';

/** A prompt that asks for nothing in particular. */
function prompt(id: string, title: string): Prompt {
  const stage = { name: 'open', instruction: '', gate: { type: 'open' }, from: null } as const;
  const rest = { text: 'Say something.', state: 'open', kinds: [], timeZone: 'UTC' } as const;
  return { id, version: 1, title, ...rest, stages: [stage], mixer: null, credit: null, summary: null };
}

/** A place with two prompts, a question nobody answered, and a guest's post that waits. */
async function furnish(): Promise<Place & { readonly post: (id: string) => Promise<Post> }> {
  const place = openPlace(createMemoryBackend({ guestPosts: 'held' }));
  const room = place.backend.room(place.discussion);
  for (const one of [prompt('first', 'The first case'), prompt('second', 'The second case')])
    await room.submit(plainLens(mira), { type: 'arrange', op: newOp(), prompt: one });
  const asks = { type: 'create', parentId: null, kind: 'question', promptId: 'first' } as const;
  await place.act(ana, { ...asks, body: 'Who has tried this in a small team?' });
  await place.act(paula, { type: 'create', parentId: null, body: 'May a guest ask?' });
  return {
    ...place,
    async post(text) {
      const { posts } = await room.sync(await room.lens(mira), null);
      const found = posts.filter(isPost).find(({ body }) => body.includes(text));
      if (found === undefined) throw new Error(`no post says ${text}`);
      return found;
    },
  };
}

/** The open desk of a facilitator. */
async function openDesk(place: Place): Promise<{ panel: PeerDiscussion; desk: HTMLElement }> {
  const panel = await show(panelFor(place, mira));
  (await until(() => get(panel, 'button', /^Desk/))).click();
  const desk = await until(() => get(panel, 'region', 'Facilitator’s desk'));
  return { panel, desk };
}

const entry = (desk: HTMLElement, list: RegExp, text: string): HTMLElement => {
  const found = all(get(desk, 'region', list), 'listitem').find((item) => textOf(item).includes(text));
  if (found === undefined) throw new Error(`${list} has no ${text}`);
  return found;
};
const has = (desk: HTMLElement, list: RegExp, text: string): boolean =>
  all(get(desk, 'region', list), 'listitem').some((item) => textOf(item).includes(text));
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
const press = (on: HTMLElement, key: string): boolean =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));

describe('the facilitator’s desk', () => {
  afterEach(clear);

  it('is nobody’s but a facilitator’s, and takes the focus when it opens', async () => {
    const place = await furnish();
    const member = await show(panelFor(place, tom));
    const { panel, desk } = await openDesk(place);
    await until(() => focused(panel) === get(desk, 'heading', 'Facilitator’s desk'));
    expect(all(member, 'button', /^Desk/)).to.have.length(0);
    expect(await flaws(panel)).to.deep.equal([]);
    get(desk, 'button', 'Close the desk').click();
    await until(() => focused(panel) === get(panel, 'button', /^Desk/));
  });

  it('lists what waits, and shows a guest’s post to all', async () => {
    const place = await furnish();
    const { desk } = await openDesk(place);
    expect(textOf(entry(desk, /^Unanswered/, 'small team'))).to.include('First post here');
    get(entry(desk, /^To moderate/, 'guest'), 'button', 'Show it').click();
    await until(() => !has(desk, /^To moderate/, 'guest'));
    await eventually(async () => (await place.post('guest')).state === 'shown');
  });

  it('asks a follow-up without leaving, and the post no longer waits', async () => {
    const place = await furnish();
    const { panel, desk } = await openDesk(place);
    get(entry(desk, /^Unanswered/, 'small team'), 'button', 'Ask a follow-up').click();
    const field = await until(() => get(desk, 'textbox', 'Your question'));
    await until(() => focused(panel) === field);
    get(desk, 'button', 'Done').click();
    await until(() => textOf(get(desk, 'alert')).includes('Please write something first.'));
    fill(field, 'How many are you?');
    get(desk, 'button', 'Done').click();
    await until(() => !has(desk, /^Unanswered/, 'small team'));
    await eventually(async () => (await place.post('How many')).state === 'shown');
    const reply = await place.post('How many');
    expect([reply.move, reply.isPrivate]).to.deep.equal(['ask', undefined]);
    expect(focused(panel) !== null && desk.contains(focused(panel))).to.equal(true);
  });

  it('a private reply is seen by its addressee and by no other member', async () => {
    const place = await furnish();
    const other = await show(panelFor(place, tom));
    const seenBy = async (who: Person): Promise<string> =>
      JSON.stringify(await place.backend.room(place.discussion).sync(plainLens(who), null));
    const { desk } = await openDesk(place);
    get(entry(desk, /^Unanswered/, 'small team'), 'button', 'Reply privately').click();
    fill(await until(() => get(desk, 'textbox', /^Only its author/)), 'Between us');
    get(desk, 'button', 'Done').click();
    await eventually(async () => (await seenBy(ana)).includes('Between us'));
    expect(await seenBy(tom)).not.to.include('Between us');
    expect(textOf(other)).not.to.include('Between us');
  });

  for (const [act, field, body] of [
    ['Ask a follow-up', 'Your question', 'How many are you?'],
    ['Reply privately', /^Only its author/, 'Between us'],
  ] as const)
    it(`${act}: what was said is taken back, and the post waits again`, async () => {
      const place = await furnish();
      const { desk } = await openDesk(place);
      get(entry(desk, /^Unanswered/, 'small team'), 'button', act).click();
      fill(await until(() => get(desk, 'textbox', field)), body);
      get(desk, 'button', 'Done').click();
      await eventually(async () => (await place.post(body)).body === body);
      (await until(() => get(desk, 'button', 'Take it back'))).click();
      await eventually(async () => (await place.post(body).catch(() => null)) === null);
      await until(() => has(desk, /^Unanswered/, 'small team'));
    });

  it('pins with a note, and takes that back', async () => {
    const place = await furnish();
    const { desk } = await openDesk(place);
    press(entry(desk, /^Unanswered/, 'small team'), 'p');
    fill(await until(() => get(desk, 'textbox', 'Why is it on top?')), 'Start here');
    get(desk, 'button', 'Done').click();
    await until(() => all(desk, 'button', 'Take it back').length === 1);
    await eventually(async () => (await place.post('small team')).pinned?.note === 'Start here');
    get(desk, 'button', 'Take it back').click();
    await eventually(async () => (await place.post('small team')).pinned === undefined);
    const { pinned, acts } = await place.post('small team');
    expect([pinned, acts?.map(({ type }) => type)]).to.deep.equal([undefined, ['pin', 'pin']]);
  });

  it('invites a colleague by name, and takes that back', async () => {
    const place = await furnish();
    await place.say(tom, 'I am here too');
    const { desk } = await openDesk(place);
    press(entry(desk, /^Unanswered/, 'small team'), 'i');
    const choice = await until(() => get(desk, 'combobox', 'Whom do you ask to look at it?'));
    expect(all(choice, 'option').map((option) => option.textContent)).to.deep.equal(['Tom Okafor']);
    get(desk, 'button', 'Done').click();
    await until(() => all(desk, 'button', 'Take it back').length === 1);
    await eventually(async () => (await place.post('small team')).nudges?.[0]?.personId === 'tom');
    get(desk, 'button', 'Take it back').click();
    await until(() => all(desk, 'button', 'Take it back').length === 0);
    await eventually(async () => (await place.post('small team')).nudges?.length === 0);
  });

  it('moves a thread to another prompt, endorses with a reason, and closes a prompt with a summary', async () => {
    const place = await furnish();
    const { panel, desk } = await openDesk(place);
    press(entry(desk, /^Unanswered/, 'small team'), 'e');
    const reason = await until(() => get(desk, 'radio', 'Tested in practice'));
    reason.click();
    get(desk, 'button', 'Done').click();
    await eventually(async () => (await place.post('small team')).endorsements?.[0]?.reason === 'tested');
    press(entry(desk, /^Unanswered/, 'small team'), 'm');
    await until(() => get(desk, 'combobox', 'To which prompt?'));
    get(desk, 'button', 'Done').click();
    await eventually(async () => (await place.post('small team')).prompt?.id === 'second');
    const item = await until(() => entry(desk, /^Unanswered/, 'small team'));
    press(item, 'c');
    fill(await until(() => get(desk, 'textbox', /^What has come of it/)), 'Small teams manage.');
    get(desk, 'button', 'Done').click();
    const room = place.backend.room(place.discussion);
    const second = async (): Promise<Prompt | undefined> =>
      (await room.sync(await room.lens(tom), null)).room?.prompts?.find(({ id }) => id === 'second');
    await eventually(async () => (await second())?.state === 'closed');
    expect((await second())?.summary).to.equal('Small teams manage.');
    expect(await flaws(panel)).to.deep.equal([]);
  });

  it('an endorsement, a move and a close are each taken back by one button, and all of it is written down', async () => {
    const place = await furnish();
    const room = place.backend.room(place.discussion);
    const promptNow = async (id: string): Promise<Prompt | undefined> =>
      (await room.sync(await room.lens(mira), null)).room?.prompts?.find((one) => one.id === id);
    const { desk } = await openDesk(place);
    const begin = async (key: string): Promise<void> => {
      press(await until(() => entry(desk, /^Unanswered/, 'small team')), key);
      await until(() => get(desk, 'button', 'Done'));
    };
    const takeBack = async (): Promise<void> => {
      get(desk, 'button', 'Done').click();
      (await until(() => get(desk, 'button', 'Take it back'))).click();
      await until(() => all(desk, 'button', 'Take it back').length === 0);
    };

    await begin('e');
    get(desk, 'radio', 'Tested in practice').click();
    await takeBack();
    await eventually(async () => (await place.post('small team')).acts?.length === 2);
    const { endorsements, acts } = await place.post('small team');
    expect(endorsements?.filter(({ revokedAt }) => revokedAt === undefined)).to.deep.equal([]);
    expect(acts?.map(({ type, by }) => `${type} ${by.id}`)).to.deep.equal(['endorse mira', 'endorse mira']);

    await begin('m');
    get(desk, 'button', 'Done').click();
    await eventually(async () => (await place.post('small team')).prompt?.id === 'second');
    (await until(() => get(desk, 'button', 'Take it back'))).click();
    await eventually(async () => (await place.post('small team')).prompt?.id === 'first');

    await begin('c');
    fill(get(desk, 'textbox', /^What has come of it/), 'Small teams manage.');
    get(desk, 'button', 'Done').click();
    await eventually(async () => (await promptNow('first'))?.state === 'closed');
    (await until(() => get(desk, 'button', 'Take it back'))).click();
    await eventually(async () => (await promptNow('first'))?.state === 'open');
    const { version, summary } = (await promptNow('first')) ?? {};
    expect([version, summary]).to.deep.equal([3, null]);

    const log = (scope: Element): string[] =>
      [...scope.querySelectorAll('details')].slice(-1).flatMap((one) => all(one, 'listitem').map(textOf));
    const written = 'The first case: Prompt written or changed by Mira Lind , now';
    const moved = 'Moved to another prompt by Mira Lind , now';
    const endorsed = 'Endorsed, or that taken back by Mira Lind , now';
    await until(() => log(desk).length === 8);
    expect(log(desk)).to.have.members([
      ...[written, written, written, written.replace('first', 'second')],
      ...[`Ana Silva: ${moved}`, `Ana Silva: ${moved}`, `Ana Silva: ${endorsed}`, `Ana Silva: ${endorsed}`],
    ]);
    expect(log(entry(desk, /^Unanswered/, 'small team'))).to.deep.equal([endorsed, endorsed, moved, moved]);
  });

  it('its keys do nothing in a field, and Escape leaves it', async () => {
    const place = await furnish();
    const { panel, desk } = await openDesk(place);
    const item = entry(desk, /^Unanswered/, 'small team');
    press(item, 'f');
    const field = await until(() => get(desk, 'textbox', 'Your question'));
    press(field, 'p');
    expect(all(desk, 'textbox')).to.have.length(1);
    press(field, 'Escape');
    await until(() => all(desk, 'textbox').length === 0);
    expect(focused(panel) === entry(desk, /^Unanswered/, 'small team')).to.equal(true);
  });
});
