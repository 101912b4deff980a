// Opens a session that can be left: whatever an adapter still says then is not heard.
import type { Adapter, Listener, Session } from '../adapters/adapter.ts';

/** A session, and the way out of it. */
export interface Attendance {
  readonly session: Session;
  leave(): void;
}

/** Opens a session for this listener, until it is left. */
export function attend(adapter: Adapter, discussion: string, listener: Listener): Attendance {
  let isThere = true;
  const heard =
    <T>(tell: (told: T) => void) =>
    (told: T): void => {
      if (isThere) tell(told);
    };
  const session = adapter.open(discussion, {
    status: heard((status) => listener.status(status)),
    changes: heard((changes) => listener.changes(changes)),
    mine: heard((mine) => listener.mine(mine)),
  });
  return {
    session,
    leave() {
      isThere = false;
      session.close();
    },
  };
}
