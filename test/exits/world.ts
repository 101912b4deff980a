// A discussion with a secret of every kind in it, and those who look at it and may not see them. What each onlooker may
// see is written down here by hand, beside the secret: it is not asked of the product.
import { newOp } from '../../src/model/op.ts';
import type { Command, GuestEntry, Person, Role } from '../../src/model/post.ts';
import type { Gate, Prompt } from '../../src/model/prompt.ts';
import { admitGuest, signMember } from '../../src/server/auth.ts';
import { parseConfig, type Site } from '../../src/server/config.ts';
import { callPath, protocol, type Answer } from '../../src/wire.ts';
import { longText, needle } from './needles.ts';

/** The discussion that everybody looks at. */
export const discussion = '/lessons/exits';

const siteOf = (id: string, rest: object): object => ({
  ...{ id, origins: [`https://${id}.example.org`], key: `a-signing-key-for-tests-of-the-site-${id}` },
  ...rest,
});

/** A site whose guests wait for a facilitator, another one, and one for members only. */
export const config = parseConfig(
  {
    sites: [
      siteOf('here', { guestPosts: 'held', index: 'anyone', indexPage: { tokenUrl: '/token' } }),
      siteOf('other', {}),
      siteOf('closed', { readers: 'members' }),
    ],
  },
  'test',
);

/** Somebody who comes to a site, with a token or without. */
export interface Visitor {
  readonly site: Site;
  readonly origin: string;
  readonly person: Person | null;
  readonly getToken: () => Promise<string | null>;
}

function site(id: string): Site {
  const found = config.sites.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found;
}

/** Somebody new, with an id and a name that nobody else has. */
export async function visitor(role: Role | null, siteId = 'here'): Promise<Visitor> {
  const where = { site: site(siteId), origin: `https://${siteId}.example.org` };
  if (role === null) return { ...where, person: null, getToken: async () => null };
  if (role === 'guest') {
    const { person, token } = await admitGuest(where.site, needle());
    return { ...where, person, getToken: async () => token };
  }
  const person = { id: needle(), name: needle(), role };
  return { ...where, person, getToken: () => signMember(where.site, person) };
}

/** Everybody who looks, by what they are. */
export const onlookers = {
  late: 'a member who has not answered yet',
  short: 'a member whose answer was too short for the gate',
  guest: 'a guest who wrote nothing',
  nobody: 'somebody without a token',
  held: 'a guest whose post waits for a facilitator',
  peer: 'a member who has answered',
  expert: 'an expert',
  author: 'the author of a post with a history',
  stranger: 'a member of another site',
  outsider: 'somebody without a token, at a discussion for members',
} as const;
export type OnlookerName = keyof typeof onlookers;

/** Those to whom it makes no difference how many secrets there are; of the others some see more where there is more. */
export const outside: readonly OnlookerName[] = ['late', 'short', 'guest', 'nobody', 'held', 'stranger', 'outsider'];

/** Who sees what of a kind of post: all of it as it stands, or the marker that says that something was there. */
interface Sight {
  readonly whole: readonly OnlookerName[];
  readonly marker?: readonly OnlookerName[];
}

const here: readonly OnlookerName[] = ['late', 'short', 'guest', 'nobody', 'held', 'peer', 'expert', 'author'];
const inside: readonly OnlookerName[] = ['peer', 'expert', 'author'];

/** Every kind of post there is in the discussion. */
export const sights = {
  'a public post': { whole: here },
  'a facilitator’s first post behind the gate': { whole: here },
  'a post behind the gate': { whole: inside },
  'a reply behind the gate': { whole: inside },
  'a private reply to the author': { whole: ['author'] },
  'a private thank of the author': { whole: ['author'] },
  'a post behind the gate that was hidden': { whole: [], marker: inside },
  'a post behind the gate that was removed': { whole: [], marker: inside },
  'a public post that was hidden': { whole: [], marker: here },
  'a guest’s post that is held': { whole: ['held'] },
  'another guest’s reply that is held': { whole: [] },
  'another guest’s post to a prompt that is held': { whole: [] },
  'a post at a stage that a facilitator keeps shut': { whole: ['expert'] },
  'the short answer': { whole: ['short', ...inside] },
  'a colleague’s reply to the short answer': { whole: inside },
  'a facilitator’s reply to the short answer': { whole: ['short', ...inside] },
  'the answer of the peer': { whole: inside },
} as const satisfies Readonly<Record<string, Sight>>;
export type PostName = keyof typeof sights;

/** A post that was planted, and every text it ever had. */
export interface Planted {
  readonly id: string;
  readonly name: PostName;
  /** True while onlookers were there: they have seen all that it was before it went. */
  readonly isLive: boolean;
  readonly texts: string[];
}

/** The discussion, and those who look at it. */
export interface World {
  readonly url: string;
  readonly onlookers: Readonly<Record<OnlookerName, Visitor>>;
  readonly planted: readonly Planted[];
  /** Everything else that was said and is nobody's to see: notes, reasons, addresses. */
  readonly said: readonly string[];
  /** Somebody whom a facilitator attested, and whose evidence is nobody else's to see. */
  readonly attested: string;
  /** Ids of prompts that are drafts. */
  readonly drafts: readonly string[];
  /** Plants one secret of every kind, and so many more of those that nobody may know of. */
  plant(isLive: boolean, more: number): Promise<void>;
}

/** Asks a server by one call. */
export async function callAs(url: string, who: Visitor, name: string, asked: object): Promise<Response> {
  const token = await who.getToken();
  const hello = { protocol, discussion, ...(token !== null && { token }) };
  return fetch(`${url}${callPath}/${name}`, {
    method: 'POST',
    body: JSON.stringify({ hello, ...asked }),
    headers: { origin: who.origin, connection: 'close' },
  });
}

const credit = { answerWords: 20, colleagues: 1, replyWords: 3, readPercent: 40, comesBack: true } as const;

function promptOf(id: string, gate: Gate, rest: Partial<Prompt> = {}): Prompt {
  const stages = [{ name: 'open' as const, instruction: 'Write.', gate, from: null }];
  return {
    ...{ id, version: 1, title: 'What would you do?', text: 'Say it in your words.', state: 'open', kinds: [], stages },
    ...{ timeZone: 'Europe/Zurich', mixer: null, summary: null },
    credit: { ...credit, applyWords: 0, isAttested: true },
    ...rest,
  };
}

/** Makes the discussion on a server that is up. */
export async function createWorld(url: string): Promise<World> {
  const who: Record<OnlookerName, Visitor> = {
    late: await visitor('member'),
    short: await visitor('member'),
    guest: await visitor('guest'),
    nobody: await visitor(null),
    held: await visitor('guest'),
    peer: await visitor('member'),
    expert: await visitor('expert'),
    author: await visitor('member'),
    stranger: await visitor('member', 'other'),
    outsider: await visitor(null, 'closed'),
  };
  const planted: Planted[] = [];
  const said: string[] = [];
  const drafts: string[] = [];
  const facilitator = await visitor('facilitator');
  const attested = needle();
  said.push(attested);

  /** What nobody is meant to see, in words that stand nowhere else. */
  const secret = (): string => {
    const text = needle();
    said.push(text);
    return text;
  };
  async function submit(by: Visitor, command: Record<string, unknown>): Promise<string> {
    const op = newOp();
    const answer = (await (await callAs(url, by, 'submit', { command: { op, ...command } })).json()) as Answer<unknown>;
    if ('error' in answer) throw new Error(`${String(command['type'])}: ${JSON.stringify(answer.error)}`);
    return op;
  }
  const openPrompt = (id: string, gate: Gate, rest?: Partial<Prompt>): Promise<string> =>
    submit(facilitator, { type: 'arrange', prompt: promptOf(id, gate, rest) });
  const postFirst: Gate = { type: 'post-first', words: 5, kind: null };
  await openPrompt('first', postFirst);
  await openPrompt('shut', { type: 'manual', isOpen: false });
  await openPrompt('empty', postFirst);
  await submit(facilitator, {
    ...{ type: 'attest', promptId: 'first', personId: attested, isAttested: true },
    note: secret(),
  });

  async function plant(isLive: boolean, more: number): Promise<void> {
    const post = async (
      name: PostName,
      by: Visitor,
      rest: Partial<Extract<Command, { type: 'create' }>> = {},
      text = longText(),
    ): Promise<Planted> => {
      const id = await submit(by, { type: 'create', parentId: null, body: text, ...rest });
      const one = { id, name, isLive, texts: [text] };
      planted.push(one);
      return one;
    };
    const member = (): Promise<Visitor> => visitor('member');
    const other = await visitor('facilitator');
    const behind = { promptId: 'first' };
    /** A member who has answered, and so may reply. */
    const colleague = async (): Promise<Visitor> => {
      const who = await member();
      await post('a post behind the gate', who, behind);
      return who;
    };
    const under = ({ id }: Planted): { parentId: string } => ({ parentId: id });

    await colleague();
    const open = await post('a public post', await member());
    await post('a facilitator’s first post behind the gate', facilitator, behind);

    const a = await post('a post behind the gate', who.author, behind);
    a.texts.push(longText());
    await submit(who.author, { type: 'edit', id: a.id, revision: 1, body: a.texts[1] });
    await submit(who.expert, { type: 'endorse', id: a.id, isEndorsed: true, reason: 'tested', note: needle() });
    const fickle = await visitor('expert');
    const note = { id: a.id, reason: 'complete', note: needle() };
    await submit(fickle, { type: 'endorse', isEndorsed: true, ...note });
    await submit(fickle, { type: 'endorse', isEndorsed: false, ...note });
    await submit(facilitator, { type: 'pin', id: a.id, isPinned: true, note: needle() });
    await submit(other, { type: 'invite', id: a.id, personId: secret(), isInvited: true });
    await submit(other, { type: 'void', id: a.id, isVoid: true, reason: needle() });
    await submit(other, {
      ...{ type: 'attest', promptId: 'first', personId: secret(), isAttested: true },
      note: secret(),
    });

    const reply = await post('a reply behind the gate', await colleague(), { ...under(a), move: 'build-on' });
    await submit(who.author, { type: 'help', id: reply.id, hasHelped: true });
    await post('a private reply to the author', facilitator, { ...under(a), isPrivate: true });
    await post('a private thank of the author', who.author, { ...under(reply), move: 'thank' });
    const hide = (id: string): Promise<string> =>
      submit(other, { type: 'moderate', id, state: 'hidden', reason: secret() });
    await hide((await post('a post behind the gate that was hidden', await member(), behind)).id);
    const gone = await member();
    const removed = await post('a post behind the gate that was removed', gone, behind);
    await submit(gone, { type: 'remove', id: removed.id });
    await hide((await post('a public post that was hidden', await member())).id);
    await post('a guest’s post that is held', who.held);
    await post('a post at a stage that a facilitator keeps shut', await member(), { promptId: 'shut' });
    const short = await post('the short answer', who.short, behind, `${needle()} ${needle()}`);
    await post('a colleague’s reply to the short answer', await colleague(), under(short));
    await post('a facilitator’s reply to the short answer', facilitator, under(short));
    await submit(who.short, { type: 'edit', id: short.id, revision: 1, body: `${short.texts[0]} too` });
    await post('the answer of the peer', who.peer, behind);
    for (let times = 0; times <= more; times++) {
      const email = `${secret()}@example.org`;
      const guest: GuestEntry = { name: secret(), email };
      await callAs(url, who.nobody, 'identify', { guest });
      if (times > 0) {
        await post('another guest’s reply that is held', await visitor('guest'), under(open));
        await post('another guest’s post to a prompt that is held', await visitor('guest'), { promptId: 'empty' });
        await post('a post behind the gate', await member(), behind);
        await post('a colleague’s reply to the short answer', await colleague(), under(short));
      }
      const draft = needle();
      drafts.push(draft);
      await openPrompt(draft, postFirst, { state: 'draft', title: secret(), text: secret() });
      await submit(facilitator, { type: 'read', ids: [open.id] });
    }
    await openPrompt(
      isLive ? 'summed-up-later' : 'summed-up',
      { type: 'until-date', at: '2099-01-01T00:00:00.000Z' },
      { summary: secret() },
    );
  }
  return { url, onlookers: who, planted, said, attested, drafts, plant };
}
