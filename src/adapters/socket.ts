// A pipe over Socket.IO to a server: its own buffering and retries of messages are off, the connection alone heals.
import { checkDiscussionId } from '../model/check-entry.ts';
import { cursorOf, headOf, qualify } from '../model/cursor.ts';
import { asDiscussionError, DiscussionError, fromWire, isRetryable } from '../model/errors.ts';
import type { Changes, Page } from '../model/post.ts';
import { protocol, socketPath, type Admission, type Answer, type ClientEvents, type Hello } from '../wire.ts';
import type { ServerEvents, Welcome } from '../wire.ts';
import { io, type Socket } from 'socket.io-client';
import type { Adapter, Listener, Session } from './adapter.ts';
import { call, type ServerOptions } from './call.ts';

/** Where the server is, and who speaks to it. */
export type SocketAdapterOptions = ServerOptions;

/** Milliseconds to the next try where the page had no token to give, or the server could not judge it. */
const againMs = 5_000;
/** Milliseconds without an answer after which a request counts as not answered. */
const answerTimeoutMs = 10_000;

type PeerSocket = Socket<ServerEvents, ClientEvents>;

const notOnline = (): DiscussionError => new DiscussionError('offline', 'the session is not online');

/** An adapter for one person over a server. */
export function socketAdapter(options: SocketAdapterOptions): Adapter {
  const { getToken = async () => null, onGuestToken = () => {} } = options;

  async function hello(discussion: string): Promise<Hello> {
    const token = await getToken();
    return { protocol, discussion, ...(options.site && { site: options.site }), ...(token !== null && { token }) };
  }

  function connect(discussion: string, onNoToken: () => void): PeerSocket {
    const base = typeof document === 'undefined' ? undefined : document.baseURI;
    const { origin, pathname } = new URL(options.server, base);
    return io(origin, {
      path: pathname.replace(/\/$/, '') + socketPath,
      transports: ['websocket'],
      forceNew: true,
      autoConnect: false,
      reconnectionDelayMax: 30_000,
      randomizationFactor: 1,
      auth: (send) => void hello(discussion).then(send, onNoToken),
      ...(options.headers && { extraHeaders: options.headers }),
    });
  }

  return {
    index: (query) => call(options, 'index', null, { query }),
    open(discussion: string, listener: Listener): Session {
      let welcomed: Welcome | null = null;
      let isOpen = true;
      let socket: PeerSocket | null = null;

      const say = (tell: () => void): void => {
        if (isOpen) tell();
      };
      /** Where the server said when to come back; otherwise Socket.IO tries by itself. */
      let returnMs: number | null = null;
      let again: ReturnType<typeof setTimeout> | undefined;

      const finish = (error: DiscussionError): void => {
        welcomed = null;
        if (error.code === 'unauthenticated') onGuestToken(null);
        say(() => listener.status({ state: 'closed', error }));
        end();
      };
      const wait = (): void => {
        welcomed = null;
        say(() => listener.status({ state: 'offline' }));
      };
      const comeBack = (afterMs = againMs): void => {
        wait();
        again = setTimeout(() => socket?.disconnect().connect(), afterMs);
      };
      const end = (): void => {
        isOpen = false;
        clearTimeout(again);
        socket?.removeAllListeners();
        socket?.disconnect();
      };
      const onChanges = (changes: Changes): void => {
        const { view } = welcomed ?? {};
        if (view !== undefined) say(() => listener.changes(qualify(changes, view)));
      };

      function start(): void {
        listener.status({ state: 'connecting' });
        checkDiscussionId(discussion);
        const opened = connect(discussion, () => say(comeBack));
        socket = opened;
        opened.on('welcome', (welcome) => {
          returnMs = null;
          welcomed = welcome;
          say(() => listener.status({ state: 'online', me: welcome.me, can: welcome.can }));
        });
        opened.on('changes', onChanges);
        opened.on('beacon', (head) => onChanges({ from: head, to: head, posts: [] }));
        opened.on('mine', (mine) => say(() => listener.mine(mine)));
        opened.on('farewell', (error) => finish(fromWire(error)));
        opened.on('goodbye', (afterMs) => {
          returnMs = afterMs;
        });
        opened.on('disconnect', (reason) => {
          // After a goodbye of the server's, Socket.IO would not come back by itself.
          if (returnMs !== null || reason === 'io server disconnect') comeBack(returnMs ?? againMs);
          else wait();
        });
        opened.on('connect_error', (thrown: Error & { data?: unknown }) => {
          if (thrown.data === undefined) return wait(); // not reached: Socket.IO tries again
          const error = fromWire(thrown.data);
          if (isRetryable(error.code)) comeBack();
          else finish(error);
        });
        opened.connect();
      }

      setTimeout(() => {
        try {
          say(start);
        } catch (thrown) {
          finish(asDiscussionError(thrown));
        }
      });

      async function request<T>(send: (over: PeerSocket) => Promise<Answer<T>>): Promise<T> {
        const over = socket;
        if (over === null || !isOpen || welcomed === null) throw notOnline();
        let gone = (): void => {};
        const cut = new Promise<never>((_, reject) => {
          gone = () => reject(notOnline());
          over.once('disconnect', gone);
        });
        const answer = await Promise.race([send(over), cut])
          .catch(() => {
            throw new DiscussionError('offline', 'no answer in time');
          })
          .finally(() => over.off('disconnect', gone));
        if ('error' in answer) throw fromWire(answer.error);
        return answer.ok;
      }
      const timed = (over: PeerSocket) => over.timeout(answerTimeoutMs);
      const viewNow = (): string => welcomed?.view ?? '';

      return {
        async sync(cursor, window) {
          const view = viewNow();
          const head = headOf(cursor, view);
          return qualify(await request<Changes>((over) => timed(over).emitWithAck('sync', head, window ?? null)), view);
        },
        async older(more) {
          const view = viewNow();
          const page = await request<Page>((over) => timed(over).emitWithAck('older', more));
          return { ...page, at: cursorOf(page.at, view) };
        },
        async submit(command) {
          const view = viewNow();
          return qualify(await request<Changes>((over) => timed(over).emitWithAck('submit', command)), view);
        },
        async identify(guest) {
          const { token } = await request<Admission>((over) => timed(over).emitWithAck('identify', guest));
          onGuestToken(token);
        },
        async evidence(of) {
          if (!isOpen || welcomed === null) throw notOnline();
          return call(options, 'evidence', discussion, { of });
        },
        close: end,
      };
    },
  };
}
