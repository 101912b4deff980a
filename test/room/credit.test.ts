// Credit over a whole room: who reaches completion under the default rule, and that nothing is ever taken from anybody.
import { expect } from 'chai';
import { mixerCredit } from '../../src/model/mixer.ts';
import type { Person, Standing } from '../../src/model/post.ts';
import type { ClampProgress, CreditRule } from '../../src/model/credit.ts';
import { openLearningRoom, personOf, promptWith, type LearningRoom } from '../support/learning-room.ts';
import { createRandom, pick } from '../support/seeded.ts';

const fay = personOf('Fay', 'facilitator');
const rule = mixerCredit({ immediacy: 1, structure: 1, scale: 1, transparency: 1 });
const gate = { type: 'post-first', words: 30, kind: null } as const;

/** What colleagues answer, each from a ward of their own. */
const answers: readonly string[] = [
  'On the surgical ward we hand over at the bedside with the chart open, and the drains and pumps are read aloud. What gets lost is anything the anaesthetist promised verbally, because nobody writes it down before midnight, and in the morning the family asks about a painkiller that was never ordered by anybody at all.',
  'In our nursing home two carers look after forty residents at night. We hand over with a whiteboard that shows who fell, who refused supper and who is dying. What gets lost are hearing aids and glasses, and I would change that the day team leaves before we have walked the corridor together with them.',
  'Community nursing has no ward: my handover is a phone call from the car. Wound photographs are sent later, dressings are guessed, and the insulin scheme of a new client was lost twice this spring. I would change the call into a shared page that the evening colleague and I fill in together at seven.',
  'Paediatrics hands over with the parents awake beside us. They correct weights, allergies and feeding volumes, which embarrassed me at first and has prevented two dosing mistakes since. What gets lost is what the parents fear, and I would give that question a line of its own on the handover sheet we use.',
];

/** Replies that take something up, by the post that they answer. */
const taking: readonly string[] = [
  'The anaesthetist here dictates such promises into the chart before leaving theatre, so that the painkiller is ordered when the family asks for it in the morning.',
  'Our whiteboard has a column for hearing aids and glasses, and the day team signs it in the corridor; since then only two residents went without them.',
  'A shared page worked for us once the insulin scheme stood on top of it; photographs of dressings are now taken on the evening round and never later.',
];

/** Phrases that fit anywhere. */
const phrases: readonly string[] = [
  'Thank you so much for sharing this, it really made me think about my own experience in practice.',
  'I completely agree with what you say here, communication between colleagues is always the most important thing.',
  'This is a very interesting perspective and it shows how important teamwork and reflection are for good patient care.',
  'In my experience this happens everywhere, and I believe that training and support would make a big difference for everybody.',
  'Great point! Every situation is different, but I think that we should always listen to each other and learn together.',
  'What you describe is something that many of us know, and I would like to try something similar where I work.',
  'I had not looked at it in this way before; it is good to see how other professionals deal with challenges like these.',
  'Time pressure is a big problem for all of us, and sharing experiences like yours helps to find better solutions together.',
  'You explain this very clearly, and I will definitely take some of these ideas with me into my daily work.',
  'It is so valuable to learn from the experience of colleagues, and I hope that we can continue this discussion.',
];

const complete = async (at: LearningRoom, person: Person): Promise<boolean> =>
  typeof (await at.standing(person))?.credit?.completedAt === 'string';

/** A room in which four colleagues have answered. */
async function openRoom(credit: CreditRule = rule): Promise<{ at: LearningRoom; people: Person[]; roots: string[] }> {
  const at = openLearningRoom();
  await at.act(fay, { type: 'arrange', prompt: promptWith(gate, { credit }) });
  const people = answers.map((_, place) => personOf(`Colleague ${place}`));
  const roots: string[] = [];
  for (const [place, body] of answers.entries())
    roots.push(await at.write(people[place] ?? fay, body, { promptId: 'p' }));
  return { at, people, roots };
}

const ownAnswer =
  'Intensive care hands over twice: once at the monitor and once in the kitchen, where the honest things are said. What gets lost at night is doubt, because a number looks certain on a screen, and patients pay for it at four in the morning. I would change the order and begin with what worries us, then read the numbers, and let the night nurse repeat it aloud.';
const applied =
  'From Monday I will begin my night handover with the insulin scheme and one worry, on the shared page you describe, and ask the evening colleague after two weeks whether photographs came in time.';

describe('credit under the default rule', () => {
  it('is reached by somebody who takes part', async () => {
    const { at, people, roots } = await openRoom();
    const ada = personOf('Ada');
    const own = await at.write(ada, ownAnswer, { promptId: 'p' });
    await at.act(ada, { type: 'read', ids: roots.slice(0, 3) });
    for (const [place, body] of taking.slice(0, 2).entries())
      await at.write(ada, body, { parentId: roots[place] ?? '' });
    const reply = await at.write(people[0] ?? fay, 'Which number looked certain and was not?', { parentId: own });
    expect(await complete(at, ada)).to.equal(false);
    await at.act(ada, { type: 'read', ids: [reply] });
    await at.write(ada, applied, { parentId: roots[2] ?? '', move: 'apply' });
    expect(await complete(at, ada)).to.equal(true);
  });

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8])
    it(`is not reached by a bot that posts paced filler and marks everything read (${seed})`, async () => {
      const { at, people, roots } = await openRoom();
      const random = createRandom(seed);
      const bot = personOf('Bot');
      const filler = (count: number): string =>
        phrases
          .map((phrase) => ({ phrase, by: random() }))
          .sort((a, b) => a.by - b.by)
          .slice(0, count)
          .map(({ phrase }) => phrase)
          .join(' ');
      const own = await at.write(bot, filler(5), { promptId: 'p' });
      await at.write(people[0] ?? fay, 'What do you mean by that?', { parentId: own });
      for (let round = 0; round < 30; round++) {
        at.wait(60 * random() + 5);
        const seen = [...(await at.sees(bot)).values()].filter(({ author }) => author.id !== bot.id);
        await at.act(bot, { type: 'read', ids: seen.map(({ id }) => id) });
        const parentId = pick(random, roots) ?? '';
        await at.write(bot, filler(2 + (round % 2)), {
          parentId,
          move: pick(random, ['apply', 'build-on'] as const) ?? 'ask',
        });
      }
      const { credit } = (await at.standing(bot)) ?? {};
      expect(credit?.completedAt).to.equal(null);
      expect(credit?.clamps.find(({ clamp }) => clamp === 'replies')?.metAt).to.equal(null);
    });
});

describe('credit counts', () => {
  const only = (part: Partial<CreditRule>): CreditRule => ({
    ...{
      answerWords: 0,
      colleagues: 0,
      replyWords: 5,
      readPercent: 0,
      comesBack: false,
      applyWords: 0,
      isAttested: false,
    },
    ...part,
  });
  type Play = (world: Awaited<ReturnType<typeof openRoom>> & { ada: Person }) => Promise<unknown>;
  /** What is done, under which rule, and how far that must be; worked out by hand from the sentences of the rule. */
  const table: readonly (readonly [what: string, rule: Partial<CreditRule>, play: Play, have: number])[] = [
    ['no answer for none', { answerWords: 60 }, async () => {}, 0],
    ['the words of an answer', { answerWords: 60 }, ({ at, ada }) => at.write(ada, ownAnswer, { promptId: 'p' }), 68],
    [
      'the longest of several answers',
      { answerWords: 60 },
      async ({ at, ada }) => {
        await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.write(ada, 'At night patients get a second handover.', { promptId: 'p' });
      },
      68,
    ],
    [
      'no answer that was pasted',
      { answerWords: 60 },
      ({ at, ada }) => at.write(ada, answers[0] ?? '', { promptId: 'p' }),
      0,
    ],
    [
      'of quotations nothing',
      { answerWords: 60 },
      ({ at, ada }) => at.write(ada, `> ${ownAnswer}\n\nnight`, { promptId: 'p' }),
      1,
    ],
    [
      'each colleague once',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        await at.write(ada, taking[0] ?? '', { parentId: roots[0] ?? '' });
        await at.write(ada, 'Does the anaesthetist also promise drains and pumps verbally?', {
          parentId: roots[0] ?? '',
        });
      },
      1,
    ],
    [
      'no reply to oneself',
      { colleagues: 2 },
      async ({ at, ada }) => {
        const own = await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.write(ada, 'Doubt at the monitor is said in the kitchen, too.', { parentId: own });
      },
      0,
    ],
    [
      'no reply to a facilitator',
      { colleagues: 2 },
      async ({ at, ada }) => {
        const root = await at.write(fay, 'Which whiteboard columns help residents with hearing aids?', {
          promptId: 'p',
        });
        await at.write(ada, 'Whiteboard columns for hearing aids helped our residents most.', { parentId: root });
      },
      0,
    ],
    [
      'no thank',
      { colleagues: 2 },
      ({ at, ada, roots }) => at.write(ada, taking[0] ?? '', { parentId: roots[0] ?? '', move: 'thank' }),
      0,
    ],
    [
      'the same reply to two colleagues once',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[0] ?? '' });
        await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[1] ?? '' });
      },
      1,
    ],
    [
      'a reply that was edited away and pasted elsewhere once',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        const id = await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[0] ?? '' });
        await at.act(ada, { type: 'edit', id, body: 'Something short.', revision: 1 });
        await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[1] ?? '' });
      },
      1,
    ],
    [
      'a reply that was removed and pasted elsewhere once',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        const id = await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[0] ?? '' });
        await at.act(ada, { type: 'remove', id });
        await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[1] ?? '' });
      },
      1,
    ],
    [
      'a reply that was edited away, removed and pasted elsewhere once',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        const id = await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[0] ?? '' });
        await at.act(ada, { type: 'edit', id, body: 'Something short.', revision: 1 });
        await at.act(ada, { type: 'remove', id });
        await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[1] ?? '' });
      },
      1,
    ],
    [
      'a reply that was removed, and another in other words, both',
      { colleagues: 2 },
      async ({ at, ada, roots }) => {
        const id = await at.write(ada, `${taking[0]} ${taking[1]}`, { parentId: roots[0] ?? '' });
        await at.act(ada, { type: 'remove', id });
        await at.write(ada, 'Which residents of yours lose their glasses at night, and who walks the corridor?', {
          parentId: roots[1] ?? '',
        });
      },
      2,
    ],
    [
      'an answer that was first written beside the prompt and removed there, since it counted nowhere',
      { answerWords: 60 },
      async ({ at, ada }) => {
        const id = await at.write(ada, ownAnswer);
        await at.act(ada, { type: 'remove', id });
        await at.write(ada, ownAnswer, { promptId: 'p' });
      },
      68,
    ],
    [
      'what was read of colleagues in percent',
      { readPercent: 50 },
      async ({ at, ada, roots }) => {
        await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.act(ada, { type: 'read', ids: roots.slice(0, 1) });
      },
      25,
    ],
    [
      'a post that was read, also once it is gone, and asks for none that was gone unread',
      { readPercent: 50 },
      async ({ at, ada, people, roots }) => {
        await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.act(ada, { type: 'read', ids: roots.slice(0, 1) });
        for (const place of [0, 3]) await at.act(people[place] ?? fay, { type: 'remove', id: roots[place] ?? '' });
        await at.act(ada, { type: 'read', ids: roots.slice(1, 2) });
      },
      66,
    ],
    [
      'nothing read before the gate is open, so that no number tells of others',
      { readPercent: 50 },
      async ({ at, ada }) => {
        const root = await at.write(fay, 'Welcome to the night.', { promptId: 'p' });
        await at.act(ada, { type: 'read', ids: [root] });
      },
      0,
    ],
    [
      'no return before there is a reply',
      { comesBack: true },
      async ({ at, ada }) => {
        await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.write(ada, 'At night patients get a second handover.', { promptId: 'p' });
      },
      0,
    ],
    [
      'a return to a reply',
      { comesBack: true },
      async ({ at, ada, people }) => {
        const own = await at.write(ada, ownAnswer, { promptId: 'p' });
        const reply = await at.write(people[1] ?? fay, 'Why in the kitchen?', { parentId: own });
        await at.act(ada, { type: 'read', ids: [reply] });
      },
      1,
    ],
    [
      'a reply that applies, also once it is something else',
      { applyWords: 20 },
      async ({ at, ada, roots }) => {
        const id = await at.write(ada, applied, { parentId: roots[2] ?? '', move: 'apply' });
        await at.act(ada, { type: 'classify', id, as: 'build-on' });
      },
      34,
    ],
    [
      'nothing of a post that was voided',
      { answerWords: 60 },
      async ({ at, ada }) => {
        const id = await at.write(ada, ownAnswer, { promptId: 'p' });
        await at.act(fay, { type: 'void', id, isVoid: true, reason: 'copied from a book' });
      },
      0,
    ],
    [
      'an attestation',
      { isAttested: true },
      ({ at, ada }) => at.act(fay, { type: 'attest', promptId: 'p', personId: ada.id, isAttested: true, note: 'seen' }),
      1,
    ],
    [
      'an attestation that was taken back not',
      { isAttested: true },
      async ({ at, ada }) => {
        for (const isAttested of [true, false])
          await at.act(fay, { type: 'attest', promptId: 'p', personId: ada.id, isAttested, note: 'why' });
      },
      0,
    ],
  ];
  for (const [what, part, play, have] of table)
    it(what, async () => {
      const world = await openRoom(only(part));
      const ada = personOf('Ada');
      if (part.colleagues !== undefined || part.applyWords !== undefined)
        await world.at.write(
          ada,
          'At night the patients on our ward are handed over by a list on paper, and what gets lost is everything that was not on the list when somebody printed it at eight.',
          { promptId: 'p' },
        );
      await play({ ...world, ada });
      const [first] = (await world.at.standing(ada))?.credit?.clamps ?? [];
      expect(first?.have).to.equal(have);
      const { want = 0, metAt = null } = first ?? {};
      expect(metAt !== null, 'whether it is met').to.equal(have >= want);
    });
});

describe('whatever is done besides', () => {
  type World = Awaited<ReturnType<typeof openRoom>> & { readonly ada: Person; own: string; reply: string };
  /** All that Ada does to complete, and what a colleague does for it, one after the other. */
  const course: readonly ((world: World) => Promise<unknown>)[] = [
    async (world) => (world.own = await world.at.write(world.ada, ownAnswer, { promptId: 'p' })),
    ({ at, ada, roots }) => at.act(ada, { type: 'read', ids: roots.slice(0, 3) }),
    ({ at, ada, roots }) => at.write(ada, taking[0] ?? '', { parentId: roots[0] ?? '' }),
    ({ at, ada, roots }) => at.write(ada, taking[1] ?? '', { parentId: roots[1] ?? '' }),
    async (world) => {
      const { at, people, own } = world;
      world.reply = await at.write(people[0] ?? fay, 'Which number looked certain and was not?', { parentId: own });
    },
    ({ at, ada, reply }) => at.act(ada, { type: 'read', ids: [reply] }),
    ({ at, ada, roots }) => at.write(ada, applied, { parentId: roots[2] ?? '', move: 'apply' }),
  ];
  const besides: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
    'everybody else removes all of their posts': async ({ at, people }) => {
      for (const person of people)
        for (const { id, author } of (await at.sees(person)).values())
          if (author.id === person.id) await at.act(person, { type: 'remove', id });
    },
    'a facilitator hides all posts of others': async ({ at, ada }) => {
      for (const { id, author } of (await at.sees(fay)).values())
        if (author.id !== ada.id) await at.act(fay, { type: 'moderate', id, state: 'hidden', reason: 'r' });
    },
    'others write a great deal more': async ({ at }) => {
      for (let place = 0; place < 12; place++)
        await at.write(personOf(`New ${place}`), `${phrases.join(' ')} ${place}`, { promptId: 'p' });
    },
    'she removes all that she wrote': async ({ at, ada }) => {
      for (const { id, author } of (await at.sees(ada)).values())
        if (author.id === ada.id) await at.act(ada, { type: 'remove', id });
    },
    'she writes filler, thanks, and the same again': async ({ at, ada, roots }) => {
      await at.write(ada, ownAnswer, { promptId: 'p' });
      await at.write(ada, phrases[0] ?? '', { promptId: 'p' });
      await at.write(ada, taking[0] ?? '', { parentId: roots[2] ?? '', move: 'thank' }).catch(() => {});
    },
    'the rule asks for more': ({ at }) =>
      at.act(fay, {
        type: 'arrange',
        prompt: promptWith(gate, { credit: { ...rule, answerWords: 900, colleagues: 9 } }),
      }),
  };
  for (const [what, happens] of Object.entries(besides))
    it(`nothing that Ada has falls, and no completion goes, however far she is: ${what}`, async () => {
      for (let steps = 1; steps <= course.length; steps++) {
        const world = { ...(await openRoom()), ada: personOf('Ada'), own: '', reply: '' };
        for (const step of course.slice(0, steps)) await step(world);
        const before = (await world.at.standing(world.ada))?.credit;
        await happens(world);
        const after = (await world.at.standing(world.ada))?.credit;
        expect(typeof before?.completedAt, 'completed').to.equal(steps === course.length ? 'string' : 'object');
        if (before?.completedAt) expect(after?.completedAt).to.equal(before.completedAt);
        for (const { clamp, have, metAt } of before?.clamps ?? []) {
          const now = after?.clamps.find((one) => one.clamp === clamp);
          expect(now?.have, `${clamp} after ${steps}`).to.be.at.least(have);
          if (metAt !== null) expect(now?.metAt, `${clamp} after ${steps}`).to.equal(metAt);
        }
      }
    });
});

describe('over random histories', () => {
  const clampsOf = (standing: Standing | undefined): readonly ClampProgress[] => standing?.credit?.clamps ?? [];
  for (const seed of [11, 12, 13, 14])
    it(`progress never falls, whatever else is done, and a cold room says the same to the byte (${seed})`, async () => {
      const { at, people, roots } = await openRoom({ ...rule, answerWords: 40, replyWords: 8, applyWords: 10 });
      const random = createRandom(seed);
      const everybody = [...people, personOf('Ada')];
      const ids = [...roots];
      const most = new Map<string, Standing | undefined>();
      const texts = [...answers, ...taking, ...phrases, ownAnswer, applied];
      for (let step = 0; step < 60; step++) {
        const who = pick(random, everybody) ?? fay;
        const id = pick(random, ids) ?? '';
        const body = `${pick(random, texts)} ${pick(random, texts)}`;
        const roll = random();
        if (roll < 0.35) {
          const create = { type: 'create', body, parentId: id } as const;
          await at.act(who, { ...create, ...(random() < 0.3 && { move: 'apply' }) }).then(
            (op) => ids.push(op),
            () => {},
          );
        } else if (roll < 0.5)
          await at.write(who, body, { promptId: 'p' }).then(
            (op) => ids.push(op),
            () => {},
          );
        else if (roll < 0.65) await at.act(who, { type: 'read', ids: ids.filter(() => random() < 0.5) });
        else if (roll < 0.75) await at.refusal(who, { type: 'remove', id });
        else if (roll < 0.85)
          await at.refusal(fay, { type: 'moderate', id, state: random() < 0.5 ? 'hidden' : 'shown', reason: 'r' });
        else if (roll < 0.92) await at.refusal(who, { type: 'edit', id, body, revision: 1 });
        else {
          const credit = { ...rule, answerWords: Math.floor(random() * 90), colleagues: Math.floor(random() * 4) };
          await at.act(fay, { type: 'arrange', prompt: promptWith(gate, { credit }) });
        }
        const cold = at.cold();
        for (const person of everybody) {
          const found = await at.standing(person);
          expect(JSON.stringify(await cold.mine(person)), 'cold').to.equal(JSON.stringify(await at.room.mine(person)));
          const before = most.get(person.id);
          const met = new Map(clampsOf(found).map((one) => [one.clamp, one]));
          for (const { clamp, have, metAt } of clampsOf(before)) {
            const now = met.get(clamp);
            if (now === undefined) continue; // not asked for any more
            expect(now.have, `${person.name} ${clamp}`).to.be.at.least(have);
            if (metAt !== null) expect(now.metAt, `${person.name} ${clamp}`).to.equal(metAt);
          }
          if (before?.credit?.completedAt) expect(found?.credit?.completedAt).to.equal(before.credit.completedAt);
          most.set(person.id, found);
        }
      }
    });
});
