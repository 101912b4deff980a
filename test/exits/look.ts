// Everything that one onlooker can get, by every exit there is: what they ask for, what they are told, what they are
// refused with. Takes it down by exit, and judges nothing.
import type { Socket } from 'socket.io-client';
import { socketAdapter } from '../../src/adapters/socket.ts';
import { callsAdapter } from '../../src/adapters/calls.ts';
import { liveAdapter } from '../../src/adapters/live.ts';
import { serverAdapter } from '../../src/adapters/server.ts';
import type { Adapter, Listener, Session } from '../../src/adapters/adapter.ts';
import { indexLists } from '../../src/model/discussion-index.ts';
import { newOp } from '../../src/model/op.ts';
import { protocol } from '../../src/wire.ts';
import { attempt } from '../support/client.ts';
import { callAs, discussion, type Planted, type Visitor, type World } from './world.ts';

/** What came out, by exit. */
export type Collected = Map<string, string[]>;

/** Somebody who looks. */
export interface Look {
  readonly collected: Collected;
  /** Enters by every way, asks for everything, and stays. */
  enter(): Promise<void>;
  /** Resolves once all that was told before has arrived. */
  settle(): Promise<void>;
  /** Asks for everything again, and tries every command on every post there is. */
  ask(): Promise<void>;
  leave(): void;
}

const windows = [
  { threads: 1, order: 'newest' },
  { threads: 1, order: 'oldest' },
  { threads: 100, order: 'newest' },
] as const;
const everythingOlder = ['newest 100 9999999999999999', 'oldest 100 0'];

/** Commands aimed at a post, none of which may be carried out, whoever gives it. */
function commandsAt({ id }: Planted, draft: string): readonly Record<string, unknown>[] {
  const op = newOp();
  return [
    { type: 'create', op, parentId: id, body: '' },
    { type: 'create', op, parentId: null, promptId: draft, body: 'to a draft' },
    { type: 'edit', op, id, body: 'mine', revision: 99 },
    { type: 'classify', op, id, as: 'thank' },
    { type: 'moderate', op, id, state: 'hidden', reason: '' },
    { type: 'endorse', op, id, isEndorsed: true, reason: null, note: '' },
    { type: 'pin', op, id, isPinned: true, note: 'x'.repeat(501) },
    { type: 'invite', op, id, personId: '', isInvited: true },
    { type: 'void', op, id, isVoid: true, reason: '' },
    { type: 'transfer', op, id, promptId: draft },
    { type: 'attest', op, promptId: draft, personId: 'somebody', isAttested: true, note: '' },
    { type: 'arrange', op, prompt: { id: draft } },
  ];
}
/** Commands that may be carried out where somebody sees the post: only those who do not may try them. */
function boldCommandsAt({ id }: Planted): readonly Record<string, unknown>[] {
  return [
    { type: 'create', op: id, parentId: null, body: 'the same op' },
    { type: 'remove', op: newOp(), id },
    { type: 'help', op: newOp(), id, hasHelped: true },
    { type: 'settle', op: newOp(), id, isSettled: true },
  ];
}

/** Begins to look. `sees` says of which posts something may be shown, so that none of them is changed. */
export function createLook(world: World, who: Visitor, sees: (post: Planted) => boolean): Look {
  const collected: Collected = new Map();
  const note = (exit: string, what: unknown): void => {
    const text = typeof what === 'string' ? what : JSON.stringify(what ?? null);
    collected.set(exit, [...(collected.get(exit) ?? []), text]);
  };
  const undo: (() => void)[] = [];
  let socket: Socket | null = null;
  const sessions: { readonly name: string; readonly session: Session }[] = [];

  async function call(name: string, asked: object, exit = `call ${name}`): Promise<string> {
    const response = await callAs(world.url, who, name, asked);
    const text = await response.text();
    note(exit, text);
    note(`route POST /api/:call`, [
      String(response.status),
      [...response.headers].filter(([key]) => key !== 'date' && key !== 'content-length'),
    ]);
    return text;
  }

  async function request(event: string, ...words: readonly unknown[]): Promise<void> {
    if (socket !== null) note(`request ${event}`, await socket.timeout(10_000).emitWithAck(event, ...words));
  }

  /** The pages that one may name, and the one that comes after what one sees. */
  async function page(text: string): Promise<void> {
    const more = /"more":"([^"]+)"/.exec(text)?.[1];
    for (const name of more === undefined ? everythingOlder : [more, ...everythingOlder])
      await Promise.all([call('older', { more: name }), request('older', name)]);
  }

  async function read(): Promise<void> {
    await call('look', {});
    const secret = world.planted.filter((post) => !sees(post));
    for (const window of windows) await page(await call('look', { window }));
    for (const { id } of secret.slice(0, 8)) await call('look', { window: { ...windows[0], with: id } });
    await request('sync', null, null);
    await request('sync', null, windows[0]);
    for (const of of [null, world.onlookers.author.person?.id ?? '', world.attested, 'nobody'])
      await call('evidence', { of });
    for (const list of indexLists) await call('index', { query: { list, under: '', after: null } });
    await call('index', { query: { list: 'all', under: discussion, after: '9999999999999999 a' } });
    await call('no-such-call', {}, 'refusal');
    for (const path of ['/healthz', '/readyz', '/', '/embed.js', '/api/look', '/metrics', '/socket/'])
      await fetch(world.url + path, { headers: { origin: who.origin } }).then(async (response) => {
        if (path === '/healthz' || path === '/readyz') note(`route GET ${path}`, await response.text());
        else note('route ALL /*', response.status === 200 ? 'a file' : await response.text());
      });
    for (const id of ['here', 'other', 'nowhere'])
      await fetch(`${world.url}/discussions/${id}`).then(async (response) =>
        note('route GET /discussions/:site', await response.text()),
      );
    const token = await who.getToken();
    for (const wrong of [{ token: 'no token' }, { site: 'elsewhere' }, { protocol: 99 }]) {
      const hello = { protocol, discussion, ...(token !== null && { token }), ...wrong };
      const tried = await attempt(world.url, hello, { origin: who.origin });
      note('refusal', 'refused' in tried ? String(tried.refused) : 'let in');
      if ('socket' in tried) tried.socket.disconnect();
    }
  }

  async function command(): Promise<void> {
    const draft = world.drafts[0] ?? '';
    const aims = [...new Map(world.planted.map((post) => [post.name, post])).values()];
    // At another site it is a room of their own, where the same op is another thing.
    const isThere = who.site.id === 'here';
    const isDaring = isThere && who.person !== null;
    const tries = (isDaring ? aims : aims.slice(-3)).flatMap((post) => [
      ...commandsAt(post, draft),
      ...(sees(post) || !isThere ? [] : boldCommandsAt(post)),
    ]);
    await Promise.all(
      tries.map(async (asked) => {
        const answer = await call('submit', { command: asked }, `command ${String(asked['type'])}`);
        if (answer.startsWith('{"ok"') && !answer.includes('"posts":[]'))
          throw new Error(`a command that was to be refused changed something: ${answer}`);
      }),
    );
    await request('submit', { type: 'read', op: newOp(), ids: world.planted.map(({ id }) => id) });
    await call('submit', { command: { type: 'read', op: newOp(), ids: [] } }, 'command read');
    await call('submit', { command: { type: 'offer', op: newOp() } }, 'command offer');
    await call('submit', {});
    if (who.person !== null) await call('identify', { guest: { name: 'Another', email: 'a@example.org' } });
    await request('identify', { name: 'x', email: 'no address' });
  }

  /** A session through an adapter of the product, as a page has one. */
  async function through(name: string, adapter: Adapter): Promise<void> {
    const online = new Promise<void>((resolve) => {
      const listener: Listener = {
        status(status) {
          note('to a listener status', status);
          if (status.state !== 'online') return status.state === 'closed' ? resolve() : undefined;
          for (const can of Object.keys(status.can)) note(`capability ${can}`, status.can);
          resolve();
        },
        changes: (changes) => note('to a listener changes', changes),
        mine: (mine) => note('to a listener mine', mine),
      };
      const session = adapter.open(discussion, listener);
      note('of an adapter open', 'a session');
      sessions.push({ name, session });
      undo.push(() => session.close());
    });
    if (adapter.look !== undefined)
      note('of an adapter look', await adapter.look(discussion).catch((error: unknown) => String(error)));
    if (adapter.index !== undefined)
      note(
        'of an adapter index',
        await adapter.index({ list: 'all', under: '', after: null }).catch((error: unknown) => String(error)),
      );
    await online;
    note(`adapter ${name}`, 'open');
    await askSessions(name);
  }

  async function askSessions(only?: string): Promise<void> {
    for (const { name, session } of sessions) {
      if (only !== undefined && name !== only) continue;
      const taken = async (exit: string, work: Promise<unknown> | undefined): Promise<void> =>
        note(
          `of a session ${exit}`,
          await work?.catch((error: unknown) => `${String(error)} ${JSON.stringify(error)}`),
        );
      await taken('sync', session.sync(null));
      await taken('older', session.older?.(everythingOlder[0] ?? ''));
      await taken('submit', session.submit({ type: 'remove', op: newOp(), id: newOp() }));
      await taken('identify', session.identify?.({ name: '', email: '' }));
      await taken('evidence', session.evidence?.(null));
      await taken('evidence', session.evidence?.(world.attested));
    }
  }

  return {
    collected,
    async enter() {
      const token = await who.getToken();
      const hello = { protocol, discussion, ...(token !== null && { token }) };
      const tried = await attempt(world.url, hello, { origin: who.origin }, (event, told) =>
        note(`event ${event}`, told),
      );
      if ('socket' in tried) {
        const { socket: own } = tried;
        socket = own;
        undo.push(() => own.disconnect());
      } else note('refusal', String(tried.refused));
      await read();
      const options = { server: world.url, getToken: who.getToken, headers: { origin: who.origin } };
      await through('socketAdapter', socketAdapter(options));
      await through('callsAdapter', callsAdapter(options));
      await through('liveAdapter', liveAdapter(options));
      await through('serverAdapter', serverAdapter(options));
    },
    async settle() {
      await request('sync', null, null);
    },
    async ask() {
      await command();
      await read();
      await askSessions();
    },
    leave() {
      for (const one of undo) one();
      note('of a session close', 'silent');
    },
  };
}
