// A third adapter, written as an outside author would: the reference server's calls by plain HTTP, no socket. It sends no
// changes by itself (`live` is absent), so the store asks from time to time. README.md beside it is the guide.
import { cursorOf, DiscussionError, fromWire, headOf, isRetryable, protocol, qualify } from 'peer-discussion/adapter';

/** Milliseconds to the next try after the server was not reached. */
const againMs = 2_000;

const offline = () => new DiscussionError('offline', 'the server was not reached');

/**
 * An adapter over HTTP.
 * @param {{ server: string, site?: string, getToken?: () => Promise<string | null>, headers?: Record<string, string> }}
 *   options `getToken` is asked before every call; `headers` are for use outside a browser
 * @returns {import('peer-discussion/adapter').Adapter}
 */
export function pollingAdapter({ server, site, getToken = async () => null, headers = {} }) {
  /** One call: its answer, or a DiscussionError. */
  async function call(name, discussion, token, asked) {
    const hello = { protocol, discussion, ...(site && { site }), ...(token && { token }) };
    let answer;
    try {
      const body = JSON.stringify({ hello, ...asked });
      const response = await fetch(new URL(`api/${name}`, server), { method: 'POST', body, headers });
      answer = await response.json();
    } catch {
      throw offline();
    }
    if (answer.error) throw fromWire(answer.error);
    return answer.ok;
  }

  return {
    open(discussion, listener) {
      let isOpen = true;
      let guestToken = null;
      /** Who we are and what we may see; null while not online. */
      let welcome = null;
      let timer;

      const say = (tell) => setTimeout(() => isOpen && tell());
      const close = () => {
        isOpen = false;
        welcome = null;
        clearTimeout(timer);
      };

      async function ask(name, asked) {
        try {
          return await call(name, discussion, guestToken ?? (await getToken()), asked);
        } catch (error) {
          if (error.code === 'offline' && welcome !== null) goOffline();
          throw error;
        }
      }

      function goOffline() {
        welcome = null;
        say(() => listener.status({ state: 'offline' }));
        timer = setTimeout(comeOnline, againMs);
      }

      async function comeOnline() {
        try {
          const found = await ask('look', { window: { threads: 1, order: 'newest' } });
          if (!isOpen) return;
          seeAnew(found.welcome);
        } catch (error) {
          if (!isOpen) return;
          if (isRetryable(error.code)) goOffline();
          else {
            listener.status({ state: 'closed', error });
            close();
          }
        }
      }

      /** Says who we are and what we can, once more where a gate has opened. */
      function seeAnew(found) {
        welcome = found;
        // Nothing is sent by itself here, and marks would come too late to another session.
        const can = { ...welcome.can, live: false, marks: false, credit: false, evidence: false };
        say(() => listener.status({ state: 'online', me: welcome.me, can }));
      }

      const viewNow = () => {
        if (welcome === null) throw offline();
        return welcome.view;
      };

      say(() => {
        listener.status({ state: 'connecting' });
        void comeOnline();
      });

      return {
        // A cursor is the server's head and the view it was taken under: under another view it means nothing.
        async sync(cursor, window) {
          const view = viewNow();
          const found = await ask('look', { head: headOf(cursor, view), view, window });
          if (found.welcome.view !== view) seeAnew(found.welcome);
          return qualify(found.changes, found.welcome.view);
        },
        async submit(command) {
          const view = viewNow();
          // What `can` does not name is refused, never done half.
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
          guestToken = (await ask('identify', { guest })).token;
          await comeOnline();
        },
        close,
      };
    },
  };
}
