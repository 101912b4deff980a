// The entry of the element: defines <peer-discussion> and joins it with the adapter of a server. The only file that
// knows both.
import type { Adapter } from './adapters/adapter.ts';
import { serverAdapter } from './adapters/server.ts';
import type { ConnectSettings } from './elements/connect.ts';
import { PeerDiscussion } from './elements/peer-discussion.ts';

/** Keeps a guest's own token, so that a guest finds their posts again; works without where storage is refused. */
function guestToken(key: string): { read(): string | null; write(token: string | null): void } {
  let kept: string | null = null;
  return {
    read() {
      try {
        return localStorage.getItem(key) ?? kept;
      } catch {
        return kept;
      }
    },
    write(token) {
      kept = token;
      try {
        if (token === null) localStorage.removeItem(key);
        else localStorage.setItem(key, token);
      } catch {
        return; // refused by the browser: kept as long as the page
      }
    },
  };
}

function connect({ server, site, getToken }: ConnectSettings): Adapter {
  const address = new URL(server, document.baseURI).href;
  const guest = guestToken(`peer-discussion:guest:${JSON.stringify([address, site ?? ''])}`);
  return serverAdapter({
    server: address,
    site,
    getToken: async () => (await getToken?.()) ?? guest.read(),
    onGuestToken: (token) => guest.write(token),
  });
}

PeerDiscussion.connect = connect;
if (!customElements.get('peer-discussion')) customElements.define('peer-discussion', PeerDiscussion);

export { PeerDiscussion };
export * from './elements/events.ts';
export { english } from './elements/locales/en.ts';
export type { Catalogue, Strings } from './elements/strings.ts';
export { DiscussionError, type ErrorCode, type Flaw } from './model/errors.ts';
export type * from './model/post.ts';
export type * from './adapters/adapter.ts';
