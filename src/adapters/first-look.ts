// A first look by one HTTP call, so that a reader has something to read while the live adapter still loads and connects.
// Everything else is left to that adapter, and so is every trouble.
import { checkDiscussionId } from '../model/allow.ts';
import { qualify } from '../model/cursor.ts';
import { DiscussionError } from '../model/errors.ts';
import type { Changes, Window } from '../model/post.ts';
import { callPath, protocol, type Answer, type Call, type Look } from '../wire.ts';
import type { Adapter, Listener, Session } from './adapter.ts';

/** Where to look, and who does. */
export interface FirstLookOptions {
  /** The server's address, absolute. */
  readonly server: string;
  readonly site?: string | null;
  readonly getToken: () => Promise<string | null>;
  /** What to see of a long discussion; the same that the store will ask for. */
  readonly window: Window;
}

async function look(discussion: string, { server, site, getToken, window }: FirstLookOptions): Promise<Changes> {
  checkDiscussionId(discussion);
  const token = await getToken();
  const hello = { protocol, discussion, ...(site && { site }), ...(token !== null && { token }) };
  const call: Call = { hello, window };
  // Plain text, so that the browser need not ask for leave in a request of its own.
  const response = await fetch(`${server.replace(/\/$/, '')}${callPath}/look`, {
    method: 'POST',
    body: JSON.stringify(call),
    credentials: 'omit',
    referrerPolicy: 'strict-origin',
  });
  const answer = (await response.json()) as Answer<Look>;
  if ('error' in answer) throw new DiscussionError(answer.error.code, answer.error.message);
  return qualify(answer.ok.changes, answer.ok.welcome.view);
}

/** An adapter that looks first, and meanwhile loads the one that does the work. */
export function withFirstLook(load: () => Promise<Adapter>, options: FirstLookOptions): Adapter {
  return {
    open(discussion: string, listener: Listener): Session {
      let inner: Session | null = null;
      let isOpen = true;
      let isOnline = false;
      const session = (): Session => {
        if (inner === null || !isOpen) throw new DiscussionError('offline', 'the session is not online');
        return inner;
      };

      setTimeout(() => {
        if (!isOpen) return;
        listener.status({ state: 'connecting' });
        const seen = (changes: Changes): void => {
          if (isOpen && !isOnline) listener.changes(changes);
        };
        const failed = (): void => {
          if (isOpen) listener.status({ state: 'offline' });
        };
        look(discussion, options).then(seen, () => {}); // the live adapter will say what is wrong
        load().then((adapter) => {
          if (!isOpen) return;
          inner = adapter.open(discussion, {
            ...listener,
            status(status) {
              isOnline ||= status.state === 'online';
              if (isOnline || status.state !== 'connecting') listener.status(status); // said already
            },
          });
        }, failed);
      });

      return {
        sync: async (cursor, window) => session().sync(cursor, window),
        submit: async (command) => session().submit(command),
        async older(more) {
          const { older } = session();
          if (older === undefined) throw new DiscussionError('unsupported', 'there are no pages');
          return older(more);
        },
        async identify(guest) {
          const { identify } = session();
          if (identify === undefined) throw new DiscussionError('unsupported', 'there are no guests');
          return identify(guest);
        },
        close() {
          isOpen = false;
          inner?.close();
        },
      };
    },
  };
}
