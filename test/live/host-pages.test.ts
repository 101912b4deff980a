// Pages as they are: hostile style sheets, a panel inside another component, scripts pasted twice, sandboxed frames,
// browsers that keep nothing, pages that move things and old scripts that extend every object. The panel works in each,
// or says in words that it cannot.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launch, panelOf } from '../support/chromium.ts';
import { openHostSite, type HostPage, type HostSite } from '../support/host-site.ts';

let site: HostSite;
let browser: Browser;

/** A page with this in its head and its body. */
const page = (head: string, body: string): HostPage => ({
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>${head}</head>
    <body><main>${body}</main></body></html>`,
});

/** Style sheets of the kind that sites have, each worse than the one before. */
const styles: Readonly<Record<string, string>> = {
  'everything hidden': 'main * { display: none !important }',
  'a reset like Bootstrap’s': `*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0 }
    html { font-size: 62.5% } body { font-family: sans-serif; line-height: 1.5; -webkit-text-size-adjust: 100% }
    button, input, textarea, select { font: inherit; border: 0; background: none; appearance: none; border-radius: 0 }
    ol, ul { list-style: none } [hidden] { display: none !important } .btn, .panel, .list, .header { float: left; width: 10px }`,
  'everything turned over': `* { position: absolute !important; transform: rotate(9deg); pointer-events: none !important;
    user-select: none !important; float: right } html, body, main { position: static !important; transform: none }`,
};

before(async () => {
  site = await openHostSite((api) => {
    const embed = `<script src="${api}/embed.js" async></script>`;
    const whole = `<script type="module" src="${api}/panel/peer-discussion.js"></script>`;
    const element = (as = 'amina'): string =>
      `<peer-discussion server="${api}" site="demo" discussion="/host" token-url="/token?as=${as}"></peer-discussion>`;
    const inMemory = `<script type="module">
      import '${api}/panel/peer-discussion.js';
      import { memoryAdapter } from '${api}/panel/memory.js';
      const panel = document.querySelector('peer-discussion');
      panel.adapter = memoryAdapter({ me: { id: 'ana', name: 'Ana', role: 'member' } });
    </script>`;
    const inBrowser = inMemory.replace('memory.js', 'local.js').replaceAll('memoryAdapter', 'localAdapter');
    const framed = (inner: string): string =>
      `<iframe title="Frame" sandbox="allow-scripts" width="600" height="600" srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`;
    return {
      ...Object.fromEntries(
        Object.values(styles).map((sheet, place) => [
          `/style-${place}`,
          page(`${embed}<style>${sheet}</style>`, element()),
        ]),
      ),
      '/plain': page(embed, element()),
      '/nested': page(
        `${whole}<script>
          customElements.define('site-card', class extends HTMLElement {
            connectedCallback() {
              this.attachShadow({ mode: 'open' }).innerHTML = '<style>* { all: revert }</style><slot></slot>' + ${JSON.stringify(element())};
            }
          });
        </script>`,
        '<site-card></site-card>',
      ),
      '/twice': page(
        `${embed}${embed}<script src="${api}/embed.js?again"></script>${whole}`,
        `${element()}<script src="${api}/embed.js?late"></script><script type="module">import '${api}/panel/peer-discussion.js';</script>`,
      ),
      '/sandboxed': page('', framed(`<peer-discussion discussion="/framed"></peer-discussion>${inMemory}`)),
      '/sandboxed-local': page('', framed(`<peer-discussion discussion="/framed"></peer-discussion>${inBrowser}`)),
      '/sandboxed-server': page('', framed(`${element()}${embed}`)),
      '/no-storage': page(
        `<script>
          const refuse = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };
          for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
            Object.defineProperty(window, name, { get: refuse });
        </script>${embed}`,
        element(),
      ),
      '/moving': page(embed, `<section id="one">${element()}</section><section id="two"></section>`),
      '/extended': page(
        `<script>
          Object.prototype.extended = function () { return this; };
          Array.prototype.last = function () { return this[this.length - 1]; };
          String.prototype.reverse = () => '';
          Function.prototype.bindAll = () => {};
        </script>${embed}`,
        element(),
      ),
      '/polluted': page(
        `<script>
          Object.assign(Object.prototype, {
            polluted: true, role: 'facilitator', href: 'javascript:alert(1)', src: 'javascript:alert(1)',
            innerHTML: '<img src=x onerror=alert(1)>', server: 'https://elsewhere.invalid', moderate: true,
          });
        </script>${embed}`,
        element(),
      ),
    };
  });
  for (let count = 1; count <= 3; count++)
    await site.say('jonas', '/host', `Here already ${count}, [a link](https://example.org)`);
  browser = await launch();
});
after(async () => {
  await browser.close();
  await site.close();
});

async function open(path: string): Promise<{ page: Page; panel: Locator; complaints: string[] }> {
  return openIn(await browser.newPage(), path);
}

async function openIn(opened: Page, path: string): Promise<{ page: Page; panel: Locator; complaints: string[] }> {
  opened.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  opened.on('pageerror', ({ message }) => complaints.push(message));
  opened.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await opened.goto(`${site.origin}${path}`);
  return { page: opened, panel: panelOf(opened), complaints };
}

let written = 0;

/** Reads what is there, writes a post with the mouse, and sees it; real clicks notice what covers a button. */
async function readAndWrite(panel: Locator, isEmpty = false): Promise<void> {
  if (!isEmpty) await panel.getByText('Here already 1').first().waitFor();
  const text = `Written ${++written}`;
  await panel.getByRole('textbox', { name: 'Your post' }).click();
  await panel.getByRole('textbox', { name: 'Your post' }).fill(text);
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
  await panel.getByRole('article').filter({ hasText: text }).getByRole('button', { name: /^Edit/ }).waitFor();
}

for (const [place, name] of Object.keys(styles).entries())
  test(`a style sheet, ${name}: it is read and written in`, async () => {
    const { panel, complaints } = await open(`/style-${place}`);
    await readAndWrite(panel);
    assert.deepEqual(complaints, []);
  });

test('a token is asked for while the panel is on its way, and it is this one that the first look has', async () => {
  const arriving = await browser.newPage();
  const asked: string[] = [];
  arriving.on('request', (request) => {
    const [, what] = /\/(token|look)(?:\?|$)/.exec(request.url()) ?? [];
    if (what !== undefined) asked.push(what);
  });
  let letIn = (): void => {};
  const held = new Promise<void>((resolve) => (letIn = resolve));
  await arriving.route(/panel\/panel-(?!learning)/, (route) => held.then(() => route.continue()));
  const token = arriving.waitForResponse((response) => response.url().includes('/token?'));
  const { panel, complaints } = await openIn(arriving, '/plain');
  await (await token).finished();
  assert.deepEqual(asked, ['token']);
  letIn();
  await panel.getByText('Here already 1').first().waitFor();
  assert.deepEqual(asked.slice(0, 2), ['token', 'look']);
  await readAndWrite(panel);
  assert.deepEqual(complaints, []);
});

test('a token that cannot be had while the panel is on its way is asked for again', async () => {
  const arriving = await browser.newPage();
  let asked = 0;
  await arriving.route(/\/token\?/, (route) => (asked++ === 0 ? route.abort() : route.continue()));
  const { panel } = await openIn(arriving, '/plain');
  await readAndWrite(panel);
  assert.ok(asked > 1);
});

test('inside another component’s shadow root, which loads the panel as a module', async () => {
  const { panel, complaints } = await open('/nested');
  await readAndWrite(panel);
  assert.deepEqual(complaints, []);
});

test('scripts pasted twice, beside each other and late: one panel that works, and the next one too', async () => {
  const { page: opened, panel, complaints } = await open('/twice');
  await readAndWrite(panel);
  await opened.evaluate(() => {
    const first = document.querySelector('peer-discussion');
    if (first !== null) document.querySelector('main')?.append(first.cloneNode());
  });
  await opened.locator('peer-discussion').nth(1).getByText('Here already 1').first().waitFor();
  assert.deepEqual(complaints, []);
});

const framedIn = (opened: Page): FrameLocator => opened.frameLocator('iframe');

test('in a sandboxed frame, without an origin and without storage: it works where it needs no server', async () => {
  const { page: opened, complaints } = await open('/sandboxed');
  const panel = framedIn(opened).locator('peer-discussion');
  await readAndWrite(panel, true);
  await panel.getByRole('button', { name: /^Reply/ }).click();
  await panel.getByRole('textbox', { name: /^Your reply/ }).waitFor();
  assert.deepEqual(complaints, []);
});

test('in a sandboxed frame over what the browser would keep: it works from memory and says so', async () => {
  const { page: opened, complaints } = await open('/sandboxed-local');
  const panel = framedIn(opened).locator('peer-discussion');
  await readAndWrite(panel, true);
  await panel.getByText('This discussion is kept in this page only', { exact: false }).waitFor();
  assert.deepEqual(complaints, []);
});

test('in a sandboxed frame with a server, which lets no nameless origin in: it says that it cannot be reached', async () => {
  const { page: opened } = await open('/sandboxed-server');
  await framedIn(opened)
    .locator('peer-discussion')
    .getByText(/offline|reach/i)
    .first()
    .waitFor();
});

test('a browser that refuses every storage: it is read and written in', async () => {
  const { panel, complaints } = await open('/no-storage');
  await readAndWrite(panel);
  assert.deepEqual(complaints, []);
});

test('a page that moves it fifty times while somebody writes: the text stays, and it is sent once', async () => {
  const { page: opened, panel, complaints } = await open('/moving');
  const field = panel.getByRole('textbox', { name: 'Your post' });
  await field.fill('Half a thought');
  await opened.evaluate(async () => {
    const moved = document.querySelector('peer-discussion');
    for (let move = 0; move < 50; move++) {
      if (moved !== null) document.querySelector(move % 2 === 0 ? '#two' : '#one')?.append(moved);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  assert.equal(await field.inputValue(), 'Half a thought');
  await panel.getByRole('button', { name: 'Post', exact: true }).click();
  const own = panel.getByRole('article').filter({ hasText: 'Half a thought' });
  await own.getByRole('button', { name: /^Edit/ }).waitFor();
  assert.equal(await own.count(), 1);
  assert.deepEqual(complaints, []);
});

test('an old script that extends every object: it is read and written in', async () => {
  const { panel, complaints } = await open('/extended');
  await readAndWrite(panel);
  assert.deepEqual(complaints, []);
});

test('objects polluted with what attacks use: it is read and written in, nobody gains a right, nothing runs', async () => {
  const { panel, complaints } = await open('/polluted');
  await readAndWrite(panel);
  assert.equal(await panel.getByRole('button', { name: /^Hide/ }).count(), 0);
  const links = panel.getByRole('link', { name: 'a link' });
  assert.ok((await links.count()) > 0);
  for (const link of await links.all()) assert.equal(await link.getAttribute('href'), 'https://example.org/');
  assert.deepEqual(complaints, []);
});
