// A pipe of calls by plain HTTP, for where no socket can be opened. It sends no changes by itself (`live` is absent), so
// the store asks from time to time; marks would come too late to another session, and are not offered.
import { checkDiscussionId } from '../model/check-entry.ts';
import { cursorOf, headOf, qualify } from '../model/cursor.ts';
import { asDiscussionError, DiscussionError, isRetryable } from '../model/errors.ts';
import type { Calls, Welcome } from '../wire.ts';
import type { Adapter, Session, Status } from './adapter.ts';
import { call, type ServerOptions } from './call.ts';

/** Milliseconds to the first try after the server was not reached; each further one takes up to twice as long. */
const againMs = 1_000;
/** The longest wait between two tries, in milliseconds. */
const longestMs = 30_000;

/** An adapter for one person over a server's calls. */
export function callsAdapter(options: ServerOptions): Adapter {
  const { onGuestToken = () => {} } = options;
  return {
    index: (query) => call(options, 'index', null, { query }),
    open(discussion, listener): Session {
      let welcome: Welcome | null = null;
      let isOpen = true;
      let guestToken: string | null = null;
      let failures = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settings: ServerOptions = {
        ...options,
        getToken: async () => (await options.getToken?.()) ?? guestToken,
      };

      const say = (status: Status): void => {
        if (isOpen) listener.status(status);
      };
      const close = (): void => {
        isOpen = false;
        welcome = null;
        clearTimeout(timer);
      };
      function wait(error: DiscussionError): void {
        if (!isOpen) return;
        welcome = null;
        say({ state: 'offline' });
        const mostMs = Math.min(longestMs, againMs * 2 ** Math.min(failures++, 10));
        timer = setTimeout(() => void arrive(), error.retryAfterMs ?? mostMs * (0.5 + Math.random() / 2));
      }
      /** Says who that is there; once more where their view is another than it was. */
      function meet(found: Welcome): void {
        welcome = found;
        say({ state: 'online', me: found.me, can: { ...found.can, live: false, marks: false, credit: false } });
      }
      /** Reaches the server, and says who that is there. */
      async function arrive(): Promise<void> {
        try {
          checkDiscussionId(discussion);
          const found = await call(settings, 'look', discussion, { window: { threads: 1, order: 'newest' } });
          if (!isOpen) return;
          failures = 0;
          meet(found.welcome);
        } catch (thrown) {
          const error = asDiscussionError(thrown);
          if (isRetryable(error.code)) return wait(error);
          if (isOpen && error.code === 'unauthenticated') onGuestToken(null);
          say({ state: 'closed', error });
          close();
        }
      }
      const viewNow = (): string => {
        if (welcome === null) throw new DiscussionError('offline', 'the session is not online');
        return welcome.view;
      };
      async function ask<Name extends keyof Calls>(
        name: Name,
        asked: Parameters<typeof call>[3],
      ): Promise<Calls[Name]> {
        const asking = welcome;
        try {
          return await call(settings, name, discussion, asked);
        } catch (thrown) {
          const error = asDiscussionError(thrown);
          if (error.code === 'offline' && asking !== null && asking === welcome) wait(error);
          throw error;
        }
      }

      timer = setTimeout(() => {
        say({ state: 'connecting' });
        void arrive();
      });
      return {
        async sync(cursor, window) {
          const view = viewNow();
          const held = { head: headOf(cursor, view), view };
          const { welcome: found, changes } = await ask('look', { ...held, ...(window && { window }) });
          if (found.view !== view && welcome !== null) setTimeout(() => meet(found)); // later than the answer
          return qualify(changes, found.view);
        },
        async submit(command) {
          const view = viewNow();
          if (command?.type === 'read' || command?.type === 'offer')
            throw new DiscussionError('unsupported', 'what is private to one person is not told here');
          return qualify(await ask('submit', { command }), view);
        },
        async older(more) {
          const view = viewNow();
          const page = await ask('older', { more, view });
          return { ...page, at: cursorOf(page.at, view) };
        },
        async identify(guest) {
          viewNow();
          const { token } = await ask('identify', { guest });
          guestToken = token;
          onGuestToken(token);
          await arrive();
        },
        async evidence(of) {
          viewNow();
          return ask('evidence', { of });
        },
        close,
      };
    },
  };
}
