// Our column of the shared benchmark of comment widgets: copy it into that benchmark's `peers/` and name our built files,
// `PEER_DISCUSSION=…/dist/browser node run.mjs --peers floor,floor-cv,peer-discussion`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { bySelector } from '../lib/adapter.mjs';

const dist = process.env.PEER_DISCUSSION ?? '';
const built = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const paths = built.map((entry) => join(entry.parentPath, entry.name));
/** Threads of a first look. */
const threads = 20;
const reservation = 'peer-discussion:not(:defined){display:block;min-height:100vh}';

const idOf = (number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

function postOf({ id, parentId, author, md, time }) {
  return {
    id: idOf(id),
    parentId: parentId === null ? null : idOf(parentId),
    author: { id: String(author.id), name: author.name, role: 'member' },
    body: md,
    createdAt: new Date(time).toISOString(),
    ...{ editedAt: null, revision: 1, order: id, state: 'shown' },
  };
}

function look(ds, mode) {
  const roots = ds.newestRoots().slice(0, mode === 'max' ? ds.size : threads);
  const posts = roots.flatMap((root) => [root, ...ds.descendants(root)]).map(postOf);
  const room = { id: 'bench', title: null, url: null, guestPosts: 'none' };
  return { from: null, to: 'c0', room, posts, more: roots.length < ds.roots.length ? 'more' : null };
}

export default {
  name: 'peer-discussion',
  pkg: null,
  promise: 'newest 20 threads with all their replies; max: every thread in the first answer',
  notes: 'script tag and the reservation of its snippet; one answer of JSON through an adapter in the page, no socket',
  modes: ['default', 'max'],
  probe: bySelector('[part~=body]', "(document.querySelector('peer-discussion')||{}).shadowRoot"),
  expected: (ds, mode) => (mode === 'max' ? ds.size : ds.countForRoots(threads)),
  files: {
    '/own/page.css': () => ['text/css', reservation],
    ...Object.fromEntries(
      paths.map((path) => [
        `/own/${relative(dist, path).replaceAll('\\', '/')}`,
        () => ['text/javascript', readFileSync(path)],
      ]),
    ),
  },
  page: () => ({
    js: ['/own/embed.js'],
    html: '<link rel="stylesheet" href="/own/page.css"><peer-discussion discussion="bench"></peer-discussion>',
    boot: (cfg) => {
      const me = { id: '1', name: 'Bench', role: 'member' };
      const panel = document.querySelector('peer-discussion');
      panel.strings = { title: 'Peer discussion' }; // the page has a landmark of the panel's own name already
      panel.adapter = {
        open(discussion, listener) {
          const can = { live: true, edit: true, history: true };
          let at = 'c0';
          const send = (post) => {
            const from = at;
            at += '+';
            return { from, to: at, posts: [post] };
          };
          window.arrive = (post) => listener.changes(send(post));
          setTimeout(() => listener.status({ state: 'online', me, can }));
          return {
            sync: async () => (await fetch(`${cfg.api}/look`)).json(),
            async submit({ op, parentId, body }) {
              const answer = await fetch(`${cfg.api}/submit`, {
                method: 'POST',
                body: JSON.stringify({ op, parentId, body }),
              });
              return send({ ...(await answer.json()), author: me });
            },
            older: async () => ({ at, posts: [], more: null }),
            close() {},
          };
        },
      };
    },
  }),
  api({ path, body, ds, mode, cached }) {
    if (path === '/look') return cached('look', () => look(ds, mode));
    const time = Date.now();
    if (path === '/submit')
      return {
        ...postOf({ id: 0, parentId: null, author: { id: 1, name: '' }, md: body.body, time }),
        id: body.op,
        parentId: body.parentId,
        order: 1e9,
      };
    return undefined;
  },
  composer: (page) => page.locator('peer-discussion').getByRole('textbox', { name: 'Your post' }).click(),
  async post(page, text) {
    const panel = page.locator('peer-discussion');
    await panel.getByRole('textbox', { name: 'Your post' }).fill(text);
    await panel.getByRole('button', { name: 'Post', exact: true }).click();
  },
  // Somebody else's new thread waits behind a button; an answer from oneself, on another device, is shown at once.
  live: (page, text) =>
    page.evaluate((body) => {
      const author = { id: '1', name: 'Bench', role: 'member' };
      window.__bench.startInsert();
      window.arrive({
        ...{ id: crypto.randomUUID(), parentId: null, author, body, createdAt: new Date().toISOString() },
        ...{ editedAt: null, revision: 1, order: 2e9, state: 'shown' },
      });
    }, text),
};
