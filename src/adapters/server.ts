// The adapter of a server as the element uses it: a first look by one call at once, while the code of the session still
// loads. What a session then goes over is left to live.ts.
import { checkDiscussionId } from '../model/check-entry.ts';
import { DiscussionError } from '../model/errors.ts';
import type { Adapter, Listener, Session } from './adapter.ts';
import { call, lookBy, type ServerOptions } from './call.ts';

/** Milliseconds after which code that could not be loaded is asked for again. */
const againMs = 5_000;

/** An adapter for one person over a server, whose code is loaded when a discussion is opened. */
export function serverAdapter(
  options: ServerOptions,
  load = async (): Promise<Adapter> => (await import('./live.ts')).liveAdapter(options),
): Adapter {
  return {
    async look(discussion, window) {
      checkDiscussionId(discussion);
      return lookBy(options, discussion, window);
    },
    index: (query) => call(options, 'index', null, { query }),
    open(discussion, listener) {
      let inner: Session | null = null;
      let isOpen = true;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const session = (): Session => {
        if (inner === null || !isOpen) throw new DiscussionError('offline', 'the session is not online');
        return inner;
      };
      const unsupported = (): DiscussionError => new DiscussionError('unsupported', 'the server does not know this');
      let isFirst = true;
      const said: Listener['status'] = (status) => {
        if (!isFirst || status.state !== 'connecting') listener.status(status); // said already
        isFirst = false;
      };
      const start = (): void =>
        void load().then(
          (adapter) => {
            if (isOpen) inner = adapter.open(discussion, { ...listener, status: said });
          },
          () => {
            if (!isOpen) return;
            listener.status({ state: 'offline' });
            timer = setTimeout(start, againMs);
          },
        );

      timer = setTimeout(() => {
        listener.status({ state: 'connecting' });
        start();
      });
      return {
        sync: async (cursor, window) => session().sync(cursor, window),
        submit: async (command) => session().submit(command),
        older: async (more) => session().older?.(more) ?? Promise.reject(unsupported()),
        identify: async (guest) => session().identify?.(guest) ?? Promise.reject(unsupported()),
        evidence: async (of) => session().evidence?.(of) ?? Promise.reject(unsupported()),
        close() {
          isOpen = false;
          clearTimeout(timer);
          inner?.close();
        },
      };
    },
  };
}
