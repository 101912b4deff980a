// Rules A38–A46: posts that wait for a facilitator, and posts that one has hidden.
import { demand, demandSame, inWords } from '../../model/demand.ts';
import { limits } from '../../model/allow.ts';
import { demandRefusal } from './demand-refusal.ts';
import { ada, adapterRule, bo, carryOut, create, edit, fay, fence, gil, hide, remove, show, write } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Witness } from './witness.ts';

/** A member who writes freely, the others who read, a guest whose posts wait, and a facilitator. */
async function assemble({ join }: Scene) {
  const [guest, facilitator, member] = [await join(gil), await join(fay), await join(ada)];
  const others = [member, await join(bo), await join({ ...gil, name: 'Gus' }), await join(null)];
  return { guest, facilitator, member, others };
}

/** Demands that nothing that reached these people holds any of these texts. */
function demandSilence(people: readonly Witness[], texts: readonly string[]): void {
  for (const { me, record } of people)
    for (const text of texts)
      demand(!record().includes(text), `nothing of ${JSON.stringify(text)} to reach ${me?.name}, found ${record()}`);
}

/** Demands that each of these people has been told this of a post, and finds it again in a snapshot. */
async function demandSeen(people: readonly Witness[], id: string, expected: object): Promise<void> {
  const isSeen = (entry: object | undefined): boolean =>
    entry !== undefined && inWords({ ...entry, ...expected }) === inWords(entry);
  for (const person of people) {
    const whom = person.me?.name ?? 'nobody';
    await person.reach(`${whom} to hear ${inWords(expected)} of the post`, ({ posts }) => isSeen(posts.get(id)));
    const entry = (await person.snapshot()).posts.get(id);
    demand(isSeen(entry), `${whom} to find ${inWords(expected)}, found ${inWords(entry)}`);
  }
}

/** Posts that wait for a facilitator, and posts that one has hidden. */
export const moderationRules = [
  adapterRule(
    'A38',
    "A guest's post is held: its author and facilitators see it whole, with the state `held`.",
    ['moderate'],
    async (scene) => {
      const { guest, facilitator } = await assemble(scene);
      demandSame(guest.holding.room?.guestPosts, 'held', 'guestPosts of a bench that can moderate');
      demandSame([guest.me?.role, facilitator.me?.role], ['guest', 'facilitator'], 'roles');
      demandSame(facilitator.can.moderate, true, 'can.moderate');
      const id = await write(guest, 'waiting words');
      await demandSeen([guest, facilitator], id, { state: 'held', body: 'waiting words', author: guest.me });
    },
  ),
  adapterRule(
    'A39',
    'Of a post that is held nobody else learns anything: no text, no marker, not even its id; nor when it is hidden, changed or taken back before anybody could read it.',
    ['moderate'],
    async (scene) => {
      const { guest, facilitator, member, others } = await assemble(scene);
      const told = [];
      for (const _ of ['held', 'hidden', 'taken back']) told.push(await write(guest, 'waiting words'));
      const [, hidden = '', gone = ''] = told;
      await carryOut(facilitator, hide(hidden, 'a private reason'));
      if (guest.can.edit === true) {
        await carryOut(guest, edit(gone, 'waiting words, changed'));
        await carryOut(guest, remove(gone));
        const left = (await facilitator.snapshot()).posts.get(gone);
        demandSame(left, { id: gone, parentId: null, removed: true }, 'what is left for a facilitator');
      }
      await fence(member, ...others);
      for (const person of others) await person.snapshot();
      demandSilence(others, [...told, 'waiting words', 'a private reason']);
    },
  ),
  adapterRule('A40', 'A held post that a facilitator shows is there for all.', ['moderate'], async (scene) => {
    const { guest, facilitator, others } = await assemble(scene);
    const id = await write(guest, 'waiting words');
    await carryOut(facilitator, show(id));
    await demandSeen([guest, facilitator, ...others], id, { state: 'shown', body: 'waiting words', revision: 1 });
    await write(others[0] ?? guest, 'a reply', id);
  }),
  adapterRule(
    'A41',
    'A post that a facilitator hides becomes `{id, parentId, removed: true}` for all but its author and facilitators, who see it whole with the state `hidden` and the reason.',
    ['moderate'],
    async (scene) => {
      const { facilitator, member, others } = await assemble(scene);
      const parentId = await write(facilitator, 'a parent');
      const id = await write(member, 'words to hide', parentId);
      await carryOut(facilitator, hide(id, 'a reason'));
      const whole = { state: 'hidden', reason: 'a reason', body: 'words to hide', revision: 1 };
      await demandSeen([member, facilitator], id, whole);
      for (const person of others.filter((other) => other !== member)) {
        await demandSeen([person], id, { id, parentId, removed: true });
        demandSame((await person.snapshot()).posts.get(id), { id, parentId, removed: true }, 'what is left');
      }
    },
  ),
  adapterRule(
    'A42',
    'From then on neither the hidden words nor the reason reach anybody else, from whatever cursor.',
    ['moderate'],
    async (scene) => {
      const { facilitator, member, others } = await assemble(scene);
      const strangers = [await scene.join(null), await scene.join(bo)];
      const starts = strangers.map(({ holding }) => holding.cursor);
      const id = await write(member, 'words to hide');
      await carryOut(facilitator, hide(id, 'a private reason'));
      await fence(member, ...others, ...strangers);
      demandSilence([...others.filter((other) => other !== member), ...strangers], ['a private reason']);
      for (const [place, person] of strangers.entries())
        for (const cursor of [null, starts[place] ?? null]) {
          const answer = JSON.stringify(await person.sync(cursor));
          for (const said of ['words to hide', 'a private reason'])
            demand(!answer.includes(said), `nothing of ${said}, found ${answer}`);
        }
    },
  ),
  adapterRule(
    'A43',
    'A hidden post that a facilitator shows again is back for all, as it was, without the reason; what was done with it is for facilitators.',
    ['moderate'],
    async (scene) => {
      const { facilitator, member, others } = await assemble(scene);
      const id = await write(member, 'words to hide');
      const before = await member.post(id);
      await carryOut(facilitator, hide(id, 'a reason'));
      await carryOut(facilitator, show(id));
      for (const person of [facilitator, ...others]) {
        await demandSeen([person], id, { state: 'shown' });
        const { acts, ...after } = await person.post(id);
        demand(person === facilitator || acts === undefined, `no acts, found ${inWords(acts)}`);
        demandSame(after, before, 'the post');
      }
    },
  ),
  adapterRule(
    'A44',
    "Only a facilitator moderates: others are refused with `forbidden`, for their own posts too. A reason of visible text, within its limit, is needed to hide: otherwise `invalid` of the field `reason`. A facilitator changes or takes back nobody else's words: `forbidden`.",
    ['moderate'],
    async (scene) => {
      const { guest, facilitator, member } = await assemble(scene);
      const ids = [await write(member, 'one'), await write(facilitator, 'another')];
      for (const person of [guest, member])
        for (const command of ids.flatMap((id) => [hide(id, 'a reason'), show(id)]))
          await demandRefusal(person.submit(command), 'forbidden', `${person.me?.role} to moderate`);
      const waiting = await write(guest, 'waiting words');
      await demandRefusal(guest.submit(show(waiting)), 'forbidden', "a guest to show one's own held post");
      for (const reason of ['', '  ', '\u200b', 'x'.repeat(limits.reasonLength + 1), 'a\u0000b'])
        await demandRefusal(
          facilitator.submit(hide(ids[0] ?? '', reason)),
          'invalid',
          'a hide without reason',
          'reason',
        );
      if (facilitator.can.edit === true)
        for (const command of [edit(ids[0] ?? '', 'other words'), remove(ids[0] ?? '')])
          await demandRefusal(facilitator.submit(command), 'forbidden', `${command.type} by a facilitator`);
      for (const id of ids) demandSame((await member.post(id)).state, 'shown', 'the state');
    },
  ),
  adapterRule(
    'A45',
    'A post that is held or hidden cannot be answered: those who see it are refused with `forbidden`, the others with `not-found`, as if it were not there.',
    ['moderate'],
    async (scene) => {
      const { guest, facilitator, member, others } = await assemble(scene);
      const held = await write(guest, 'waiting words');
      const hidden = await write(guest, 'words to hide');
      await carryOut(facilitator, show(hidden));
      await carryOut(facilitator, hide(hidden, 'a reason'));
      for (const id of [held, hidden]) {
        for (const person of [guest, facilitator])
          await demandRefusal(person.submit(create('a reply', id)), 'forbidden', 'a reply to what one alone sees');
        for (const person of others.filter(({ me }) => me !== null))
          await demandRefusal(person.submit(create('a reply', id)), 'not-found', 'a reply to what one does not see');
      }
      await fence(member, ...others);
    },
  ),
  adapterRule(
    'A46',
    "An edit of a guest's post that was approved is held again: it becomes a marker for the others until it is shown again. An edit does not bring a hidden post back.",
    ['moderate', 'edit'],
    async (scene) => {
      const { guest, facilitator, member, others } = await assemble(scene);
      const id = await write(guest, 'approved words');
      await carryOut(facilitator, show(id));
      await carryOut(guest, edit(id, 'smuggled words'));
      await demandSeen([guest, facilitator], id, { state: 'held', body: 'smuggled words', revision: 2 });
      await demandSeen(others, id, { id, parentId: null, removed: true });
      const hidden = await write(member, 'words to hide');
      await carryOut(facilitator, hide(hidden, 'a reason'));
      await carryOut(member, edit(hidden, 'smuggled words'));
      await demandSeen([member, facilitator], hidden, { state: 'hidden', reason: 'a reason', body: 'smuggled words' });
      await fence(facilitator, ...others);
      demandSilence(others.slice(1), ['smuggled words']);
      await carryOut(facilitator, show(id));
      await demandSeen(others, id, { state: 'shown', body: 'smuggled words' });
    },
  ),
];
