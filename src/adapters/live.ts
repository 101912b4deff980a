// A server by its socket and, where no socket can be opened but calls come through, by calls until one can. Two pipes,
// of which the session always is one: what they carry is theirs.
import { DiscussionError } from '../model/errors.ts';
import type { Adapter, Listener, Session, Status } from './adapter.ts';
import type { ServerOptions } from './call.ts';
import { socketAdapter } from './socket.ts';

/** Milliseconds without a socket, where there was one or it is not refused yet, after which calls are tried too. */
const patienceMs = 8_000;

/** An adapter over this server: sockets before calls. */
export function liveAdapter(options: ServerOptions): Adapter {
  return withStandIn(socketAdapter(options), async () => (await import('./calls.ts')).callsAdapter(options));
}

/**
 * An adapter whose sessions go over another one while its own is not online.
 * @param own tried all the while; the other way ends as soon as it is online
 * @param loadOther called when the other one is first needed
 */
export function withStandIn(own: Adapter, loadOther: () => Promise<Adapter>): Adapter {
  return {
    ...(own.index !== undefined && { index: own.index }),
    open(discussion: string, listener: Listener): Session {
      let isOpen = true;
      let first: Session | null = null;
      let second: Session | null = null;
      /** The one of both that is online. */
      let way: Session | null = null;
      let isStandingIn = false;
      let wasOnline = false;
      let said = '';
      let timer: ReturnType<typeof setTimeout> | undefined;

      const say = (status: Status): void => {
        if (!isOpen || (status.state !== 'online' && status.state === said)) return;
        said = status.state;
        listener.status(status);
      };
      const end = (): void => {
        isOpen = false;
        way = null;
        clearTimeout(timer);
        clearTimeout(hanging);
        first?.close();
        second?.close();
      };

      /** Goes the other way too, in a while, where neither is online by then. */
      function standIn(afterMs: number): void {
        if (isStandingIn || way !== null) return;
        isStandingIn = true;
        timer = setTimeout(() => {
          loadOther().then(
            (adapter) => {
              if (isOpen && isStandingIn)
                second = adapter.open(
                  discussion,
                  through(() => second),
                );
            },
            () => {
              isStandingIn = false;
              say({ state: 'offline' });
              if (isOpen) standIn(patienceMs);
            },
          );
        }, afterMs);
      }
      function dismiss(): void {
        clearTimeout(timer);
        isStandingIn = false;
        second?.close();
        second = null;
      }

      function through(which: () => Session | null): Listener {
        const isWay = (): boolean => way !== null && way === which();
        return {
          status(status) {
            const isFirst = which() === first;
            if (status.state === 'closed') {
              say(status);
              end();
            } else if (status.state === 'online') {
              way = which();
              wasOnline = true;
              if (isFirst) dismiss();
              say(status);
            } else if (isFirst && status.state === 'offline' && !wasOnline) {
              standIn(0); // which says how that went
            } else if (way === null || isWay()) {
              way = null;
              say(status);
              if (isFirst && status.state === 'offline') standIn(patienceMs);
            }
          },
          changes: (changes) => void (isWay() && listener.changes(changes)),
          mine: (mine) => void (isWay() && listener.mine(mine)),
        };
      }

      first = own.open(
        discussion,
        through(() => first),
      );
      // A handshake that hangs is refused only much later.
      const hanging = setTimeout(() => {
        if (isOpen) standIn(0);
      }, patienceMs);

      const over = (): Session => {
        if (way === null) throw new DiscussionError('offline', 'the session is not online');
        return way;
      };
      const unsupported = (): DiscussionError => new DiscussionError('unsupported', 'the server does not know this');
      return {
        sync: async (cursor, window) => over().sync(cursor, window),
        submit: async (command) => over().submit(command),
        older: async (more) => over().older?.(more) ?? Promise.reject(unsupported()),
        identify: async (guest) => over().identify?.(guest) ?? Promise.reject(unsupported()),
        evidence: async (of) => over().evidence?.(of) ?? Promise.reject(unsupported()),
        close: end,
      };
    },
  };
}
