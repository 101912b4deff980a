// The script tag: loads the panel when a <peer-discussion> comes near the viewport, and the index with a
// <peer-discussion-index>. A classic script, so that it works
// wherever one can be pasted; everything it must know stands on the element or in its own address.

/** Names of the files that the panel's own file asks for first, and of those its first posts do: the build knows them. */
declare const __BESIDE__: { readonly first: readonly string[]; readonly later: readonly string[] };

const beside = __BESIDE__;
const tag = 'peer-discussion';
/** Pixels before the viewport at which loading begins. */
const marginPx = 1200;
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
const own = script?.src ?? '';
const nonce = script?.nonce ?? '';

/** A page's style sheet hides what it does not know; the panel's own wins once it is there. `hidden` is meant so. */
function isHiddenByAccident(element: Element): boolean {
  return getComputedStyle(element).display === 'none' && !element.hasAttribute('hidden');
}

/** Loads the file of an element: its address, and when it is there, or could not be loaded. */
function loadFile(element: Element): readonly [URL, Promise<unknown>] {
  const name = element.localName;
  // A script that was moved or rewritten has lost its address; the element still knows its server.
  const base = own === '' ? new URL(element.getAttribute('server') ?? '/', document.baseURI) : new URL('.', own);
  const panel = new URL(`panel/${name}.js`, base.href.replace(/\/?$/, '/'));
  const failed = (): void => console.error(`<${name}>: ${panel.href} could not be loaded`);
  return [panel, import(/* @vite-ignore */ panel.href).catch(failed)];
}

/**
 * Asks for the token while the panel is on its way, as that would; it finds the answer at its element (`AskedToken`). What
 * fails here is said there.
 */
function askEarly(element: Element): void {
  const url = element.getAttribute('token-url');
  if (url === null) return;
  const answer = fetch(url, { credentials: 'same-origin', cache: 'no-store' });
  answer.catch(() => {});
  Object.assign(element, { askedTokens: [{ url, answer }] });
}

function load(element: Element): void {
  const [panel, loaded] = loadFile(element);
  // All at once instead of one after the other. What fails here fails there too, where it is said.
  for (const file of beside.first) import(/* @vite-ignore */ new URL(file, panel).href).catch(() => {});
  // While the posts are waited for, or once they are there: it takes lines to the server, and time of the processor.
  // Fetched and not run: that takes longer than the first posts.
  const fetchLater = (): void => {
    for (const file of beside.later) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.nonce = nonce; // what a strict policy asks of a link; of an import it asks nothing
      link.href = new URL(file, panel).href;
      document.head.append(link);
    }
  };
  askEarly(element);
  void loaded.then(() => (window.requestIdleCallback ?? setTimeout)(fetchLater));
}

/** True for what stands near the viewport now; what has no box stands nowhere. */
function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < bottom && Math.max(top - innerHeight, -bottom) < marginPx;
}

/** Watches for elements of this name, and loads what they need once one comes near. */
function watchFor(name: string, begin: (element: Element) => void): void {
  if (customElements.get(name)) return;
  // An observer answers a frame later: that one is not waited for.
  const there = [...document.getElementsByTagName(name)].find(isNear);
  if (there !== undefined) return begin(there);
  const near = new IntersectionObserver(
    (entries) => {
      const entry = entries.find(({ isIntersecting, target }) => isIntersecting || isHiddenByAccident(target));
      if (entry === undefined) return;
      near.disconnect();
      added.disconnect();
      begin(entry.target);
    },
    { rootMargin: `${marginPx}px` },
  );
  const watch = (): void => {
    for (const element of document.getElementsByTagName(name)) near.observe(element);
  };
  const added = new MutationObserver(watch);
  added.observe(document.documentElement, { childList: true, subtree: true });
  watch();
}
watchFor(tag, load);
watchFor(`${tag}-index`, (element) => void loadFile(element));
