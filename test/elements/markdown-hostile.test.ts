// Whatever a body says, what comes of it is a few kinds of elements that run nothing, fetch nothing and have no name.
import { expect } from 'chai';
import { renderMarkdown } from '../../src/elements/markdown.ts';
import { hostileBodies } from '../support/hostile-bodies.ts';
import { createRandom, pick } from '../support/seeded.ts';

const elements: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...'p br hr strong em del pre blockquote ul li h4 h5 h6 table thead tbody tr'.split(' ').map((tag) => [tag, []]),
  ['a', ['href', 'rel']],
  ['code', ['class']],
  ['ol', ['start']],
  ['th', ['align']],
  ['td', ['align']],
]);

/** What is wrong with these nodes; nothing, if all is well. */
function faults(fragment: ParentNode): string[] {
  const wrong: string[] = [];
  for (const element of fragment.querySelectorAll('*')) {
    const allowed = elements[element.localName];
    if (allowed === undefined || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') wrong.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      const fits =
        allowed?.includes(name) &&
        (name !== 'href' || /^(?:https?:\/\/[^/@]+(?:\/|$)|mailto:)/.test(value)) &&
        (name !== 'class' || /^language-[\w+#.-]+$/.test(value)) &&
        (name !== 'rel' || value === 'nofollow ugc noopener noreferrer');
      if (!fits) wrong.push(`${element.localName} ${name}=${value}`);
    }
    if (element.localName === 'a' && !element.hasAttribute('href')) wrong.push('a link without an address');
  }
  return wrong;
}

function hosted(body: string): HTMLElement {
  const host = document.createElement('div');
  host.append(renderMarkdown(body));
  return host;
}

/** Bodies made of pieces of hostile ones, the same in every run. */
function mixed(count: number): string[] {
  const random = createRandom(20_26);
  const pieces = hostileBodies.flatMap((body) => body.split(/(?<=[>\])"'` \n])/));
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + Math.floor(random() * 12) }, () => pick(random, pieces)).join(''),
  );
}

/** Resolves when an image that was asked for now has failed: what was asked for before has come to its end too. */
async function imageTurn(): Promise<void> {
  const image = new Image();
  await new Promise((resolve) => {
    image.onerror = resolve;
    image.src = 'data:image/png,none';
  });
}

describe('hostile Markdown', () => {
  it('becomes nothing but the allowed elements and attributes', () => {
    expect(hostileBodies.length).to.be.above(300);
    for (const body of hostileBodies) expect(faults(renderMarkdown(body)), body).to.deep.equal([]);
  });

  it('becomes nothing else when it is cut and mixed', () => {
    for (const body of mixed(2_000)) expect(faults(renderMarkdown(body)), body).to.deep.equal([]);
  });

  it('means the same after it was written out and parsed again', () => {
    for (const body of [...hostileBodies, ...mixed(500)]) {
      const { innerHTML } = hosted(body);
      const template = document.createElement('template');
      template.innerHTML = innerHTML;
      expect(template.innerHTML, body).to.equal(innerHTML);
      expect(new DOMParser().parseFromString(innerHTML, 'text/html').body.innerHTML, body).to.equal(innerHTML);
    }
  });

  it('runs nothing, fetches nothing, moves nobody and renames nothing in a page', async () => {
    let calls = 0;
    const seen: string[] = [];
    const observer = new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ name }) => name)));
    observer.observe({ type: 'resource' });
    Object.assign(window, { pwned: () => calls++ });
    const { href } = location;
    const globals = Object.getOwnPropertyNames(window);
    const place = document.body.appendChild(document.createElement('div'));
    try {
      for (const body of hostileBodies) place.append(hosted(body));
      for (const name of ['cookie', 'forms', 'getElementById', 'attributes', 'customElements'])
        expect(Object.hasOwn(document, name), name).to.equal(false);
      expect(document.forms.length).to.equal(0);
      expect(place.querySelectorAll('[id], [name], img, script, style, iframe').length).to.equal(0);
      await imageTurn();
      seen.push(...observer.takeRecords().map(({ name }) => name));
      expect(calls).to.equal(0);
      expect(seen.filter((name) => name.includes('needle.invalid'))).to.deep.equal([]);
      expect(location.href).to.equal(href);
      expect(Object.getOwnPropertyNames(window)).to.have.members(globals);
    } finally {
      observer.disconnect();
      place.remove();
      Reflect.deleteProperty(window, 'pwned');
    }
  });

  it('would be noticed: the same bodies as HTML do all of that', async () => {
    let calls = 0;
    Object.assign(window, { pwned: () => calls++ });
    const place = document.body.appendChild(document.createElement('div'));
    try {
      place.innerHTML = '<img src=data:image/png,none onerror=pwned()>';
      expect(faults(place)).to.have.length.above(0);
      await new Promise((resolve) => place.firstElementChild?.addEventListener('error', resolve));
      expect(calls).to.equal(1);
    } finally {
      place.remove();
      Reflect.deleteProperty(window, 'pwned');
    }
  });
});
