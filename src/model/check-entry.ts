// What names a discussion, and what a guest says of themselves.
import { checkText, limits } from './check-text.ts';
import { invalid } from './errors.ts';
import type { GuestEntry } from './post.ts';

const discussionForm = /^[\p{L}\p{M}\p{N}\-._~:/?#[\]@!$&'()*+,;=% ]+$/u;
const emailForm = /^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>().,"]{2,}$/;

/** Refuses a discussion id that is not 1 to 200 letters, digits, spaces or characters of an address. */
export function checkDiscussionId(id: string): void {
  checkText('discussion', id, limits.discussionLength);
  if (!discussionForm.test(id))
    throw invalid('discussion', 'malformed', 'discussion holds characters an address has not');
}

/** Refuses a guest's entry without a name, or without what could be an e-mail address. */
export function checkGuest(guest: GuestEntry): void {
  for (const field of ['name', 'email'] as const)
    if (guest[field].trim() === '') throw invalid(field, 'missing', `${field} is missing`);
  checkText('name', guest.name, limits.nameLength);
  checkText('email', guest.email, limits.emailLength);
  if (!emailForm.test(guest.email)) throw invalid('email', 'malformed', 'email is not an address');
}
