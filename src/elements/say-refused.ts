// Why one thing was refused, in words: what happened and what to do. The code decides, never the message, which is for
// developers.
import { isPromptClosed, type DiscussionError } from '../model/errors.ts';
import { limits } from '../model/check-text.ts';
import type { Strings } from './strings.ts';

/**
 * Why one thing was refused.
 * @param text what was to be sent, where a length matters
 */
export function sayRefused(strings: Strings, error: DiscussionError, text = ''): string {
  switch (error.code) {
    case 'offline':
      return strings.refusedOffline;
    case 'rate-limited':
      return strings.refusedTooMuch;
    case 'internal':
      return strings.refusedInternal;
    case 'unauthenticated':
      return strings.refusedUnauthenticated;
    case 'forbidden':
      return isPromptClosed(error) ? strings.refusedClosed : strings.refusedForbidden;
    case 'not-found':
      return error.field === 'parentId' ? strings.refusedParentGone : strings.refusedNotFound;
    case 'conflict':
      return strings.refusedConflict;
    case 'unsupported':
      return strings.refusedUnsupported;
    case 'invalid':
      return sayFlaw(strings, error, text);
  }
}

function sayFlaw(strings: Strings, { field, flaw }: DiscussionError, text: string): string {
  switch (`${field} ${flaw}`) {
    case 'body empty':
      return strings.bodyEmpty;
    case 'body too-long':
      return strings.bodyTooLong(Math.max(1, text.length - limits.bodyLength));
    case 'body too-nested':
      return strings.bodyTooNested;
    case 'body malformed':
      return strings.bodyMalformed;
    case 'name missing':
    case 'name empty':
      return strings.nameMissing;
    case 'name too-long':
      return strings.nameTooLong(limits.nameLength);
    case 'name malformed':
      return strings.nameMalformed;
    case 'email missing':
    case 'email empty':
      return strings.emailMissing;
    case 'email too-long':
    case 'email malformed':
      return strings.emailMalformed;
    case 'outbox too-long':
      return strings.outboxFull;
    case 'reason empty':
      return strings.reasonEmpty;
    case 'reason too-long':
      return strings.reasonTooLong(limits.reasonLength);
    default:
      return strings.refusedInvalid;
  }
}
