// An adapter between a panel and the one it would have: a test may cut the line, refuse commands, or close the session.
import type { Adapter, Listener, Status } from '../../src/adapters/adapter.ts';
import { DiscussionError } from '../../src/model/errors.ts';
import type { Command } from '../../src/model/post.ts';

/** The hand on a tapped adapter. */
export interface TappedAdapter extends Adapter {
  /** Sessions open at this moment. */
  readonly alive: number;
  /** Sessions opened so far. */
  readonly opened: number;
  /** Commands that went through. */
  readonly passed: readonly Command[];
  /** The line is cut, until `heal`. */
  cut(): void;
  heal(): void;
  /** Says this of the connection. */
  say(status: Status): void;
  /** Refuses every command with this from now on; null lets them pass. */
  refuse(error: DiscussionError | null): void;
}

/** Taps an adapter. */
export function tap(inner: Adapter): TappedAdapter {
  let listener: Listener | null = null;
  let online: Status | null = null;
  let isCut = false;
  let refusal: DiscussionError | null = null;
  let open = 0;
  let opened = 0;
  const passed: Command[] = [];
  const say = (status: Status): void => listener?.status(status);

  return {
    passed,
    get alive() {
      return open;
    },
    get opened() {
      return opened;
    },
    open(discussion, outer) {
      open++;
      opened++;
      listener = outer;
      const session = inner.open(discussion, {
        ...outer,
        status(status) {
          if (status.state === 'online') online = status;
          if (!isCut) outer.status(status);
        },
        changes: (changes) => void (isCut || outer.changes(changes)),
        mine: (mine) => void (isCut || outer.mine(mine)),
      });
      const guard = (): void => {
        if (isCut) throw new DiscussionError('offline', 'the line is cut');
      };
      const { identify, older } = session;
      return {
        async sync(cursor, window) {
          guard();
          return session.sync(cursor, window);
        },
        ...(older !== undefined && {
          async older(more) {
            guard();
            return older(more);
          },
        }),
        async submit(command) {
          guard();
          if (refusal !== null) throw refusal;
          passed.push(command);
          return session.submit(command);
        },
        ...(identify !== undefined && {
          async identify(guest) {
            guard();
            if (refusal !== null) throw refusal;
            return identify(guest);
          },
        }),
        close() {
          open--;
          session.close();
        },
      };
    },
    cut() {
      isCut = true;
      say({ state: 'offline' });
    },
    heal() {
      isCut = false;
      if (online !== null) say(online);
    },
    say,
    refuse(error) {
      refusal = error;
    },
  };
}
