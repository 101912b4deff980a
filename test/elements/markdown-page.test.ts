// Markdown in pages that allow next to nothing: a strict Content Security Policy with Trusted Types, in a frame.
import { expect } from 'chai';
import { hostileBodies } from '../support/hostile-bodies.ts';

/** What a framed page has to say for itself. */
interface Page extends Window {
  /** The HTML of a body, rendered by the nth copy of the module. */
  render(body: string, copy?: number): string;
  readonly violations: string[];
}

const module = new URL('../../src/elements/markdown.ts', import.meta.url);
/** The page allows lit's policy and no other: what makes no HTML needs none. */
const allowed = 'trusted-types lit-html';

/** A page under this policy for Trusted Types that loads the module as often as asked, each time anew. */
async function openPage(trustedTypes: string, copies = 1): Promise<Page> {
  const policy = [
    `default-src 'none'; script-src 'nonce-n' ${location.origin}; style-src 'none'; connect-src 'none'`,
    `require-trusted-types-for 'script'; ${trustedTypes}`,
  ].join('; ');
  const imports = Array.from({ length: copies }, (_, n) => `import * as copy${n} from '${module.href}?copy=${n}';`);
  const list = Array.from({ length: copies }, (_, n) => `copy${n}`);
  const frame = document.createElement('iframe');
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
    <script nonce="n">
      window.violations = [];
      addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
      addEventListener('error', (event) => violations.push(event.message));
    </script>
    <script nonce="n" type="module">
      ${imports.join('\n')}
      const copies = [${list.join()}];
      window.render = (body, copy = 0) => {
        const host = document.createElement('div');
        host.append(copies[copy].renderMarkdown(body));
        document.body.append(host);
        return host.innerHTML;
      };
    </script>`;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

const onPurpose = 'style-src-attr';

/** Violations are reported in a task of their own: one made on purpose comes after all that were made before. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  const reported = new Promise<void>((resolve) =>
    page.addEventListener('securitypolicyviolation', (event) => event.violatedDirective === onPurpose && resolve()),
  );
  page.document.createElement('p').setAttribute('style', 'color: red');
  await reported;
  expect(page.violations.at(-1)).to.equal(onPurpose);
  return page.violations.slice(0, -1);
}

describe('Markdown on a strict page', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  it('is rendered', async () => {
    const page = await openPage(allowed);
    expect(page.render('*a* `b`').trim()).to.equal('<p><em>a</em> <code>b</code></p>');
    expect(await violationsOf(page)).to.deep.equal([]);
  });

  it('is rendered by every copy of the module', async () => {
    const page = await openPage(allowed, 3);
    for (const copy of [2, 0, 1]) expect(page.render('*a*', copy).trim()).to.equal('<p><em>a</em></p>');
    expect(await violationsOf(page)).to.deep.equal([]);
  });

  it('makes no report of hostile bodies', async () => {
    const page = await openPage(allowed);
    for (const body of hostileBodies) page.render(body);
    expect(await violationsOf(page)).to.deep.equal([]);
  });

  it('would be noticed: HTML that somebody else writes is refused there', async () => {
    const page = await openPage(allowed);
    expect(() => (page.document.body.innerHTML = '<p>a</p>')).to.throw();
    expect(await violationsOf(page)).to.deep.equal(['require-trusted-types-for']);
  });
});
