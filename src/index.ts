// The entry of the element: defines <peer-discussion> and joins it with the adapter of a server. The only file that
// knows both.
import type { Adapter } from './adapters/adapter.ts';
import { guestToken } from './adapters/guest-token.ts';
import { serverAdapter } from './adapters/server.ts';
import type { ConnectSettings } from './elements/connect.ts';
import { PeerDiscussion } from './elements/peer-discussion.ts';

function connect({ server, site, getToken }: ConnectSettings): Adapter {
  const address = new URL(server, document.baseURI).href;
  const guest = guestToken(address, site);
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
