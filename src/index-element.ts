// The entry of the index: defines <peer-discussion-index> and joins it with the adapter of a server.
import { serverAdapter } from './adapters/server.ts';
import { PeerDiscussionIndex } from './elements/peer-discussion-index.ts';

PeerDiscussionIndex.connect = ({ server, site, getToken }) =>
  serverAdapter({
    ...{ server: new URL(server, document.baseURI).href, site },
    ...(getToken !== null && { getToken }),
  });
if (!customElements.get('peer-discussion-index')) customElements.define('peer-discussion-index', PeerDiscussionIndex);

export { PeerDiscussionIndex };
export type * from './model/discussion-index.ts';
