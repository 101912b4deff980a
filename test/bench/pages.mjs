// What is measured: the panel as a page has it, the panel with everything shown, and the floors it is compared with.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { htmlOf, posts, window } from './data.mjs';

const built = fileURLToPath(new URL('../../dist/browser/', import.meta.url));
/** Threads of a first look. */
const threads = 20;

/** The adapter of the page: one answer for everything, so that what is measured is the panel. */
const adapter = (isAll) => `
  const send = (path, body) => fetch(path, body && { method: 'POST', body }).then((answer) => answer.json());
  const element = document.querySelector('peer-discussion');
  element.adapter = {
    open(discussion, listener) {
      window.listener = listener;
      queueMicrotask(() => listener.status({ state: 'online', me: { id: 'me', name: 'Me', role: 'member' }, can: { live: true, edit: true, history: ${!isAll} } })); // as soon as the server's own asks for its first look
      return { sync: () => send('look' + location.search), submit: (command) => send('submit', JSON.stringify(command)), older: async () => ({ at: 'c0', posts: [], more: null }), close() {} };
    },
  };`;

const host = (content, script) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lesson</title>
<style>body{font:16px/1.5 sans-serif;margin:0 auto;max-width:760px}peer-discussion:not(:defined){display:block;min-height:100vh}footer{border-top:1px solid}</style>
<h1>Lesson</h1><p>What this lesson is about.</p>${content}<footer id="after">After the discussion.</footer>
<script type="module">window.began = performance.now();${script}</script></html>`;

const panel = (isAll) => ({
  page: () =>
    host(
      '<peer-discussion discussion="bench"></peer-discussion><script src="/embed.js" async></script>',
      adapter(isAll),
    ),
  look: (all) => (isAll ? { posts: all, more: null } : window(all, threads)),
  bodies: `[...(document.querySelector('peer-discussion').shadowRoot?.querySelectorAll('[part~=body]') ?? [])]`,
  hasPanel: true,
});

/** Ready HTML put into the page at once. */
const ready = (look, style = '') => ({
  page: () =>
    host(
      `<style>${style}</style><section></section>`,
      `document.querySelector('section').innerHTML = await (await fetch('ready' + location.search)).text();`,
    ),
  look: (all) => ({ posts: look(all), more: null }),
  bodies: `[...document.querySelectorAll('.body')]`,
});

/** Two ways to make many rows cheap, measured on ready HTML with `--ways`. */
export const ways = {
  'ready HTML, content-visibility': ready(
    (all) => all,
    'article{content-visibility:auto;contain-intrinsic-size:auto 180px}',
  ),
  'ready HTML, a window of 30 rows': ready((all) => all.slice(0, 30), 'section{min-height:180000px}'),
};

/** What can be measured, by name. */
export const subjects = {
  panel: panel(false),
  'panel, all shown': panel(true),
  'innerHTML of ready HTML': ready((all) => all),
  'empty page': {
    page: () => host('<section></section>', ''),
    look: () => ({ posts: [], more: null }),
    bodies: '[document.body]',
  },
};

const known = new Map();
const sized = (size) => known.get(size) ?? known.set(size, posts(size)).get(size);

const answered = new Map();

/** Answers a request of the page of a subject; null where there is nothing. What it takes to make is no part of a measure. */
export function answer(subject, path, size) {
  const own = answered.get(subject) ?? answered.set(subject, new Map()).get(subject);
  const key = `${size} ${path}`;
  if (!own.has(key)) own.set(key, make(subject, path, size));
  return own.get(key);
}

function make(subject, path, size) {
  const all = sized(size);
  if (path === '/') return { type: 'text/html', body: subject.page() };
  if (path === '/ready') return { type: 'text/html', body: subject.look(all).posts.map(htmlOf).join('') };
  if (path === '/look') {
    const room = { id: 'bench', title: null, url: null, guestPosts: 'held' };
    return { type: 'application/json', body: JSON.stringify({ from: null, to: 'c0', room, ...subject.look(all) }) };
  }
  if (path === '/submit') return null;
  try {
    return { type: 'text/javascript', body: readFileSync(built + path.slice(1)) };
  } catch {
    return null;
  }
}

/** How many bodies a page shows in the end. */
export function expected(subject, size) {
  return Math.max(1, subject.look(sized(size)).posts.length);
}
