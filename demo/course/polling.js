// A panel over an adapter of one's own: the page gives it one, and another for whoever one becomes.
import { pollingAdapter } from '/adapters/polling-adapter.js';
import '/panel/peer-discussion.js';

const panel = document.querySelector('peer-discussion');

function connect() {
  // demo.js puts the way to this person's token on the panel; there is none for who is not signed in.
  const getToken = async () => (await panel.getToken?.()) ?? null;
  panel.adapter = pollingAdapter({ server: `${location.origin}/`, site: 'demo', getToken });
}

document.querySelector('#as').addEventListener('change', connect);
connect();
