// What the workshop's discussion begins with: prompts, answers, replies, an endorsement, each said by one of the demo's
// people over the server's own calls, once, where nothing was asked yet. What is older comes from an import (server.mjs).
import { randomUUID } from 'node:crypto';
import { signMember } from '../dist/server/index.js';

const discussion = '/lessons/workshop';
/** The number of the protocol spoken (src/wire.ts). */
const protocol = 1;

/** Colleagues nobody can be in the demo: they have been here before. */
const colleagues = {
  mei: { id: 'member-mei', name: 'Mei Tanaka' },
  samuel: { id: 'member-samuel', name: 'Samuel Osei' },
  ingrid: { id: 'member-ingrid', name: 'Ingrid Holm' },
};

const open = { name: 'open', instruction: '', gate: { type: 'open' }, from: null };
const plain = {
  version: 1,
  state: 'open',
  kinds: [],
  timeZone: 'Europe/Berlin',
  mixer: null,
  credit: null,
  summary: null,
};

const prompts = {
  silence: {
    ...plain,
    id: 'silent-chapter',
    title: 'Case: the chapter that went silent',
    text: 'A regional chapter opened its online room in March. Forty members joined, three wrote, and since May nobody has. The chapter lead asks you to “get it going again”. **What do you do in the first week, and what do you leave alone?**',
    stages: [
      { ...open, gate: { type: 'post-first', words: 20, kind: null } },
      {
        ...open,
        name: 'conclude',
        instruction: 'What would you tell the chapter lead now that you have read the others?',
      },
    ],
    credit: {
      answerWords: 30,
      colleagues: 1,
      replyWords: 10,
      readPercent: 50,
      comesBack: true,
      applyWords: 0,
      isAttested: false,
    },
  },
  guess: {
    ...plain,
    id: 'first-guess',
    title: 'A guess before the figures',
    text: 'Of ten people who joined your last online event, how many said something? Write your guess and how you arrived at it. Everybody’s guesses are shown together once the facilitator opens them.',
    stages: [{ ...open, gate: { type: 'manual', isOpen: false } }],
  },
  welcome: {
    ...plain,
    id: 'welcome-message',
    title: 'What belongs in a welcome message?',
    text: 'Send one sentence that made you feel expected somewhere.',
    stages: [open],
  },
};

/** Says it all, through `ask(who, command)`, which gives the id of what was made; `page` is where it stands. */
async function tell(ask, page) {
  const write = (who, body, more = {}) => ask(who, { type: 'create', parentId: null, body, ...more });
  const reply = (who, parentId, body, more = {}) => ask(who, { type: 'create', parentId, body, ...more });

  await ask('rosa', { type: 'arrange', prompt: prompts.welcome, page });
  const first = await write('samuel', '“Your seat is next to Ingrid, she asked the same question last year.”', {
    promptId: 'welcome-message',
  });
  await reply('ingrid', first, 'The name is what does it: somebody expects me, not a system.', { move: 'build-on' });
  await ask('rosa', {
    type: 'arrange',
    prompt: {
      ...prompts.welcome,
      state: 'closed',
      summary:
        'Three things came up in nearly every answer:\n\n- a **name** of somebody who is already there,\n- one **small thing to do** today,\n- and **when** an answer can be expected.',
    },
  });

  await ask('rosa', { type: 'arrange', prompt: prompts.silence });
  const answered = { promptId: 'silent-chapter' };
  await write(
    'samuel',
    'I ask the lead what the room was opened for. If nobody can say it in one sentence, I close it with thanks and a date, and open another one for a question that three people already have.',
    answered,
  );
  const jonas = await write(
    'jonas',
    'I would ring the three who wrote and ask what they had hoped to get back. Then I would put one of their questions, with their leave, before the whole chapter, and invite two members by name who know the subject.',
    answered,
  );
  const mei = await write(
    'mei',
    'First I read everything twice. In our chapter the silence began the week after a long announcement from the board: people took the room for a notice board. I would move announcements elsewhere and reopen the oldest question nobody answered.',
    answered,
  );
  await write(
    'ingrid',
    'I leave the thirty-seven readers alone. Reading is taking part. I write to the lead that a room of forty needs one question a month and somebody who answers within a day, and offer to be that person until summer.',
    answered,
  );
  await reply(
    'mei',
    jonas,
    'Ringing the three who wrote is what I had not thought of. We hear so much from those who are silent that we forget to ask those who hoped for something.',
    { move: 'build-on' },
  );
  await reply(
    'samuel',
    mei,
    'I see the board’s announcement differently: in our chapter it was the only post that everybody read. I would keep announcements and answer below them.',
    { move: 'contrast' },
  );

  await ask('rosa', { type: 'arrange', prompt: prompts.guess });
  await write(
    'samuel',
    'Two of ten. I counted names in the chat of our last webinar, and half of what I found was “good morning”.',
    { promptId: 'first-guess' },
  );

  const question = await write(
    'jonas',
    'How long do you wait before you answer a question yourself? If I answer at once nobody else does, and if I wait the person sits there alone.',
    { kind: 'question' },
  );
  const tested = await reply(
    'ingrid',
    question,
    'Four working hours, and I say so in the welcome message. Until then I write privately to one colleague who knows the subject. Since we do this, two of three questions are answered by a member first.',
  );
  const helped = await reply(
    'mei',
    question,
    'I answer at once, with a question: “What have you tried?” The person is not alone, and the others have something to build on.',
    { move: 'build-on' },
  );
  await ask('rosa', {
    type: 'endorse',
    id: tested,
    isEndorsed: true,
    reason: 'tested',
    note: 'Our Lisbon chapter has worked like this for a year.',
  });
  await ask('jonas', { type: 'help', id: helped, hasHelped: true });
}

/**
 * Tells the stories, where the discussion has no prompt yet.
 * @param url the server's address
 * @param site the demo's site, whose key signs for its people
 * @param people the people of the demo, by name
 */
export async function tellStories(url, site, people) {
  const known = { ...people, ...colleagues };
  async function call(name, who, asked) {
    const hello = { protocol, discussion, site: site.id, token: await signMember(site, known[who]) };
    const response = await fetch(`${url}/api/${name}`, {
      method: 'POST',
      headers: { origin: site.origins[0] },
      body: JSON.stringify({ hello, ...asked }),
    });
    const answer = await response.json();
    if (answer.error !== undefined) throw new Error(`${name} by ${who}: ${answer.error.message}`);
    return answer.ok;
  }
  const { changes } = await call('look', 'rosa', {});
  if ((changes.room?.prompts ?? []).length > 0) return;
  const page = { url: new URL('/workshop.html', site.origins[0]).href, title: 'Workshop: The first week of a room' };
  await tell(
    async (who, command) => {
      const op = randomUUID();
      await call('submit', who, { command: { op, ...command } });
      return op;
    },
    site.index === 'off' ? undefined : page,
  );
}
