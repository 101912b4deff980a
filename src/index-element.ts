// The entry of the index: defines <peer-discussion-index> and joins it with the adapter of a server, as the guest of this
// browser where the page has nobody signed in.
import type { Adapter } from './adapters/adapter.ts';
import { call } from './adapters/call.ts';
import { guestToken } from './adapters/guest-token.ts';
import { serverAdapter } from './adapters/server.ts';
import type { ConnectSettings } from './elements/connect.ts';
import { PeerDiscussionIndex } from './elements/peer-discussion-index.ts';
import { asDiscussionError } from './model/errors.ts';

function connect({ server, site, getToken }: ConnectSettings): Adapter {
  const options = { server: new URL(server, document.baseURI).href, site };
  const guest = guestToken(options.server, site);
  const signedIn = async (): Promise<string | null> => (await getToken?.()) ?? null;
  return {
    ...serverAdapter({ ...options, getToken: signedIn }),
    async index(query) {
      const own = await signedIn();
      const token = own ?? guest.read();
      const ask = (as: string | null): ReturnType<NonNullable<Adapter['index']>> =>
        call({ ...options, getToken: async () => as }, 'index', null, { query });
      return ask(token).catch((thrown: unknown) => {
        // A guest of long ago, or where it is for members: then as anybody. The token stays, for the discussions.
        if (own !== null || token === null || asDiscussionError(thrown).code !== 'unauthenticated') throw thrown;
        return ask(null);
      });
    },
  };
}

PeerDiscussionIndex.connect = connect;
if (!customElements.get('peer-discussion-index')) customElements.define('peer-discussion-index', PeerDiscussionIndex);

export { PeerDiscussionIndex };
export type * from './model/discussion-index.ts';
