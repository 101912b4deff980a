// One call by plain HTTP to a server: what it asks, what it answers, and whose fault a failure is. When to call is left
// to server.ts and calls.ts.
import { qualify } from '../model/cursor.ts';
import { DiscussionError, fromWire } from '../model/errors.ts';
import type { Window } from '../model/post.ts';
import { callPath, protocol, type Answer, type Call, type Calls } from '../wire.ts';
import type { FirstLook } from './adapter.ts';

/** Where the server is, and who speaks to it. */
export interface ServerOptions {
  /** The server's address, as a page would write it; relative to the page. */
  readonly server: string;
  /** The site's id; may be left out where the page's origin belongs to one site only. */
  readonly site?: string | null;
  /** Asked before every connection and every call; null where nobody is signed in. */
  readonly getToken?: () => Promise<string | null>;
  /** Hears the token of a guest who was let in, to keep it for the next connection; null when a token was refused. */
  readonly onGuestToken?: (token: string | null) => void;
  /** Request headers for use outside a browser, where nobody sets `Origin`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Milliseconds without an answer after which a call counts as not answered. */
const answerTimeoutMs = 10_000;

/** Asks a server; rejects with its DiscussionError, or `offline` where it was not reached. */
export async function call<Name extends keyof Calls>(
  { server, site, getToken, headers }: ServerOptions,
  name: Name,
  discussion: string | null,
  asked: Omit<Call, 'hello'>,
): Promise<Calls[Name]> {
  let answer: Answer<Calls[Name]>;
  try {
    const token = (await getToken?.()) ?? null;
    const hello = {
      protocol,
      ...(discussion !== null && { discussion }),
      ...(site && { site }),
      ...(token !== null && { token }),
    };
    // Plain text, so that the browser need not ask for leave in a request of its own.
    const response = await fetch(`${server.replace(/\/$/, '')}${callPath}/${name}`, {
      method: 'POST',
      body: JSON.stringify({ hello, ...asked }),
      credentials: 'omit',
      referrerPolicy: 'strict-origin',
      signal: AbortSignal.timeout(answerTimeoutMs),
      ...(headers && { headers }),
    });
    answer = (await response.json()) as Answer<Calls[Name]>;
  } catch {
    throw new DiscussionError('offline', 'the server was not reached');
  }
  if ('error' in answer) throw fromWire(answer.error);
  return answer.ok;
}

/** All there is to see, by one call. */
export async function lookBy(options: ServerOptions, discussion: string, window?: Window): Promise<FirstLook> {
  const { welcome, changes, mine } = await call(options, 'look', discussion, window === undefined ? {} : { window });
  return { me: welcome.me, can: welcome.can, changes: qualify(changes, welcome.view), mine };
}
