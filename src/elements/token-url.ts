// Where a page names an address for its tokens: asks there, on the page's own origin and with its session.
import { DiscussionError } from '../model/errors.ts';

/** Gives the token of whoever is signed in, or null where nobody is. */
export type GetToken = () => Promise<string | null>;

/** A request for a token that the script tag began. */
export interface AskedToken {
  readonly url: string;
  readonly answer: Promise<Response>;
}

function tokenIn(text: string): string | null {
  const bare = text.trim();
  if (!bare.startsWith('{')) return bare === '' || bare === 'null' ? null : bare;
  const { token } = JSON.parse(bare) as { token?: unknown };
  return typeof token === 'string' && token !== '' ? token : null;
}

/**
 * Asks this address for a token each time: JSON `{"token": "…"}`, or the token as text. An empty answer, 401 and 403 say
 * that nobody is signed in.
 * @param asked what is under way already; whoever needs a token first takes it, where it was asked for at this address
 */
export function tokenFrom(url: string, asked: AskedToken[] = []): GetToken {
  return async () => {
    const failed = (why: string): DiscussionError => new DiscussionError('offline', `${url}: ${why}`);
    const early = asked.shift();
    const asking = early?.url === url ? early.answer : fetch(url, { credentials: 'same-origin', cache: 'no-store' });
    const response = await asking.catch(() => {
      throw failed('not reached');
    });
    if (response.status === 401 || response.status === 403) return null;
    if (!response.ok) throw failed(`answered ${response.status}`);
    try {
      return tokenIn(await response.text());
    } catch {
      throw failed('the answer is not a token');
    }
  };
}
