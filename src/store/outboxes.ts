// Whose outbox it is: finds each person's, and forgets what people leave who are gone from this browser.
import type { Person } from '../model/post.ts';
import { forgetCommands, keptCommands, type KeyValue } from './kept-commands.ts';
import { createOutbox, type Locks, type Outbox } from './outbox.ts';

/** Where outboxes are kept. */
export interface OutboxesOptions {
  readonly keyValue: KeyValue | null;
  readonly locks: Locks | null;
  readonly scope: string;
  readonly discussion: string;
  readonly onInherit: () => void;
}

/** The outboxes of one discussion. */
export interface Outboxes {
  /** This person's. A member who comes ends what others left here: the browser is theirs now. */
  of(person: Person | null): Outbox;
  /** Forgets what this person left, in every discussion of the scope. */
  forget(person: Person | null): void;
}

/** The browser's locks; it has none on pages without a secure origin. */
export const browserLocks: Locks | null =
  (globalThis.navigator as { readonly locks?: Locks } | undefined)?.locks ?? null;

/** The outboxes of one discussion in this browser; nobody's is kept in the page alone. */
export function createOutboxes({ keyValue, locks, scope, discussion, onInherit }: OutboxesOptions): Outboxes {
  return {
    of(person) {
      if (person === null)
        return createOutbox({ kept: keptCommands(null, scope, '', discussion), locks: null, onInherit });
      if (person.role !== 'guest') forgetCommands(keyValue, scope, { but: person.id });
      return createOutbox({ kept: keptCommands(keyValue, scope, person.id, discussion), locks, onInherit });
    },
    forget(person) {
      if (person !== null) forgetCommands(keyValue, scope, { of: person.id });
    },
  };
}
