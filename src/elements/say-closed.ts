// Why a whole discussion is closed, in words: what happened and what to do. The code decides, never the message, which is
// for developers.
import type { DiscussionError } from '../model/errors.ts';
import type { Strings } from './strings.ts';

/** Why the whole discussion is closed. */
export function sayClosed(strings: Strings, error: DiscussionError | null): string {
  switch (error?.code) {
    case 'unauthenticated':
      return strings.closedUnauthenticated;
    case 'forbidden':
      return strings.closedForbidden;
    case 'not-found':
      return strings.closedNotFound;
    case 'invalid':
      return strings.closedInvalid;
    case 'unsupported':
      return strings.closedUnsupported;
    default:
      return strings.closedOther;
  }
}
