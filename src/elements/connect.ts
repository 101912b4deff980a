// How a panel comes to its discussion: what it takes to reach a server, and the discussion a page has by itself.
import type { Adapter } from '../adapters/adapter.ts';
import { discussionIdOf } from '../model/discussion-id.ts';
import { tokenFrom, type AskedToken, type GetToken } from './token-url.ts';

/** What it takes to reach a server. */
export interface ConnectSettings {
  readonly server: string;
  readonly site: string | null;
  readonly getToken: GetToken | null;
}

/** Makes the adapter for a server. */
export type Connect = (settings: ConnectSettings) => Adapter | Promise<Adapter>;

/** Where a page says how its discussion is reached. */
export interface Reach extends Pick<ConnectSettings, 'site' | 'getToken'> {
  /** Wins over `server`. */
  readonly adapter: Adapter | null;
  readonly server: string | null;
  readonly tokenUrl: string | null;
  /** What the script tag asked for while the element's file was on its way. */
  readonly askedTokens?: AskedToken[];
}

/** The adapter that a page asks for; null where it names none. */
export function adapterFor(
  { adapter, server, site, tokenUrl, askedTokens, getToken }: Reach,
  connect: Connect | null,
): Adapter | Promise<Adapter> | null {
  const asked = askedTokens?.splice(0); // for the first connection alone: later somebody else may be signed in
  if (adapter !== null || server === null) return adapter;
  const ask = getToken ?? (tokenUrl === null ? null : tokenFrom(tokenUrl, asked));
  return connect?.({ server, site, getToken: ask }) ?? null;
}

/** The discussion of this page: by its canonical address, or where it has none by the one it was opened at. */
export function pageDiscussion(): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel='canonical' i]")?.href;
  return discussionIdOf(canonical !== undefined && canonical !== '' ? canonical : location.href);
}
