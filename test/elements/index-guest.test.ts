// The index for guests: what they wrote here as a guest is theirs in it, too, as far as the server says so.
import { expect } from 'chai';
import '../../src/index-element.ts';
import { replace } from '../support/replace.ts';
import { all, clear, get, textOf, until } from '../support/panel.ts';

const server = 'https://discussions.example.org';
const key = `peer-discussion:guest:${JSON.stringify([`${server}/`, ''])}`;
const none = { count: 0, first: null };
const gil = { id: 'guest:gil', name: 'Gil', role: 'guest' };
const entry = {
  ...{ discussion: '/lessons/1', title: 'Lesson one', url: null, latestAt: null, posts: 3, isMine: true },
  ...{ fresh: none, unanswered: none, replies: none },
};

/** A server that tells these people apart by their token; and what it was asked, by token. */
function answering(known: Readonly<Record<string, object | null>>): { tokens: (string | null)[]; undo: () => void } {
  const tokens: (string | null)[] = [];
  const undo = replace(window, 'fetch', async (_address: unknown, init?: RequestInit) => {
    const { hello } = JSON.parse(String(init?.body)) as { hello: { token?: string } };
    const token = hello.token ?? null;
    tokens.push(token);
    const me = known[String(token)];
    const counts = { all: 1, new: 0, unanswered: 0, mine: me === null ? 0 : 1 };
    const answer =
      me === undefined
        ? { error: { code: 'unauthenticated', message: 'no' } }
        : { ok: { me, entries: [entry], counts, more: null } };
    return new Response(JSON.stringify(answer));
  });
  return { tokens, undo };
}

async function show(token: string | null): Promise<HTMLElement> {
  const index = document.createElement('peer-discussion-index');
  index.dataset['test'] = '';
  index.server = server;
  index.getToken = async () => token;
  document.body.append(index);
  await until(() => get(index, 'region').getAttribute('aria-busy') === 'false');
  return index;
}

const choices = (index: HTMLElement): string[] => all(get(index, 'group'), 'button').map(textOf);

describe('the index of a guest', () => {
  let undo = (): void => {};
  afterEach(() => {
    undo();
    clear();
  });

  it('has what is new to them and their own, by the token that the panel kept', async () => {
    localStorage.setItem(key, 'gils');
    const asked = answering({ gils: gil, null: null });
    ({ undo } = asked);
    const index = await show(null);
    expect(choices(index)).to.deep.equal(['All (1)', 'New to me (0)', 'Unanswered (0)', 'My own (1)']);
    expect(asked.tokens).to.deep.equal(['gils']);
  });

  it('is anybody’s where the server does not know the guest any more, and the token stays', async () => {
    localStorage.setItem(key, 'gils');
    const asked = answering({ null: null });
    ({ undo } = asked);
    const index = await show(null);
    expect(choices(index)).to.deep.equal(['All (1)', 'Unanswered (0)']);
    expect(asked.tokens).to.deep.equal(['gils', null]);
    expect(localStorage.getItem(key)).to.equal('gils');
  });

  it('asks to sign in where it is for members', async () => {
    localStorage.setItem(key, 'gils');
    ({ undo } = answering({}));
    const index = await show(null);
    expect(textOf(index)).to.include('Sign in');
  });

  it('is the member’s where the page has one signed in, whose refused token is not left out', async () => {
    localStorage.setItem(key, 'gils');
    const asked = answering({ gils: gil, null: null });
    ({ undo } = asked);
    const index = await show('stale');
    expect(textOf(index)).to.include('Sign in');
    expect(asked.tokens).to.deep.equal(['stale']);
  });
});
