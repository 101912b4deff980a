// What a body becomes: the tags, links and text of a post. Hostile bodies are in markdown-hostile.test.ts, what bodies
// cost in markdown-cost.test.ts, pages with strict policies in markdown-page.test.ts.
import { expect } from 'chai';
import { marked } from 'marked';
import { renderMarkdown } from '../../src/elements/markdown.ts';
import { renderFlaw } from '../../src/model/render-guard.ts';

function html(source: string): string {
  const host = document.createElement('div');
  host.append(renderMarkdown(source));
  return host.innerHTML.replaceAll(' rel="nofollow ugc noopener noreferrer"', '').trim();
}

function links(source: string): HTMLAnchorElement[] {
  return [...renderMarkdown(source).querySelectorAll('a')];
}

const cases: readonly (readonly [what: string, source: string, html: string])[] = [
  ['a paragraph', 'Hello there', '<p>Hello there</p>'],
  ['nothing', '', ''],
  ['a line break where one was typed', 'one\ntwo', '<p>one<br>two</p>'],
  ['emphasis', '*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
  ['an escaped mark', '\\*a\\*', '<p>*a*</p>'],
  ['a quote', '> a', '<blockquote><p>a</p></blockquote>'],
  ['a ruler', '---', '<hr>'],
  ['a list that starts elsewhere', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
  ['tasks as signs, not as fields', '- [x] a\n- [ ] b', '<ul><li>☑ a</li><li>☐ b</li></ul>'],
  ['code with its language', '```js\na < b\n```', '<pre><code class="language-js">a &lt; b\n</code></pre>'],
  ['code of the language c++', '```c++ title="x"\n```', '<pre><code class="language-c++"></code></pre>'],
  ['no class of another kind', '```a"b<c\nd\n```', '<pre><code>d\n</code></pre>'],
  ['entities as what they stand for', '&copy; &amp;lt; &#60;b&#62;', '<p>© &amp;lt; &lt;b&gt;</p>'],
  ['a name that nobody types as it was written', '&colon; &nosuch; &#0;', '<p>&amp;colon; &amp;nosuch; \ufffd</p>'],
  ['raw HTML as it was written', 'a <b>c</b> d', '<p>a &lt;b&gt;c&lt;/b&gt; d</p>'],
  ['a block of HTML as it was written', '<div>\n*a*\n</div>', '<p>&lt;div&gt;<br><em>a</em><br>&lt;/div&gt;</p>'],
  ['a comment as it was written', '<!-- a -->', '<p>&lt;!-- a --&gt;</p>'],
  ['text after an open <pre> as text', '<pre> <svg/onload=a() *b*', '<p>&lt;pre&gt; &lt;svg/onload=a() <em>b</em></p>'],
  ['a link by reference', '[a][b]\n\n[b]: https://c.test', '<p><a href="https://c.test/">a</a></p>'],
  ['an address by itself', 'see www.a.test.', '<p>see <a href="http://www.a.test/">www.a.test</a>.</p>'],
  ['an e-mail address', 'a@b.test', '<p><a href="mailto:a@b.test">a@b.test</a></p>'],
  ['an image as a link that says what it shows', '![a *b*](https://c.test/d.png)', link('a <em>b</em>')],
  ['an image without words as its address', '![](https://c.test/d.png)', link('https://c.test/d.png')],
  ['an image in a link as the link', '[![a](https://c.test/e.png)](https://c.test/d.png)', link('a')],
  ['a link in an image as its text', '![a [b](https://c.test/e)](https://c.test/d.png)', link('a b')],
  ['a link without words as its address', '[](https://c.test/d.png)', link('https://c.test/d.png')],
  ['a link of invisible words as its address', '[\u200b\u2060](https://c.test/d.png)', link('https://c.test/d.png')],
];

function link(content: string): string {
  return `<p><a href="https://c.test/d.png">${content}</a></p>`;
}

describe('Markdown', () => {
  for (const [what, source, expected] of cases) it(`shows ${what}`, () => expect(html(source)).to.equal(expected));

  it('keeps a table with its alignment', () => {
    const table = renderMarkdown('| a | b |\n|---|--:|\n| 1 | 2 |').querySelector('table');
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent)).to.deep.equal(['a', 'b']);
    const cells = [...(table?.querySelectorAll('tbody td') ?? [])];
    expect(cells.map((cell) => cell.getAttribute('align'))).to.deep.equal([null, 'right']);
  });

  it('keeps headings below those of the panel', () => {
    const tags = [...renderMarkdown('# a\n\n## b\n\n### c\n\n###### d\n\ne\n=').children].map(
      ({ localName }) => localName,
    );
    expect(tags).to.deep.equal(['h4', 'h5', 'h6', 'h6', 'h4']);
  });

  describe('lets a link', () => {
    for (const [address, href] of [
      ['https://a.test/b?c=d#e', 'https://a.test/b?c=d#e'],
      ['HTTP://A.test', 'http://a.test/'],
      ['mailto:a@b.test', 'mailto:a@b.test'],
      ['https://例え.test/', 'https://xn--r8jz45g.test/'],
    ] as const)
      it(`go to ${address}`, () => {
        const [found] = links(`[x](<${address}>)`);
        expect(found?.getAttribute('href')).to.equal(href);
        expect(found?.rel).to.equal('nofollow ugc noopener noreferrer');
        expect(found?.target).to.equal('');
      });
  });

  describe('keeps of a link only the text where it would', () => {
    for (const address of [
      ...['/path', 'path', '#part', '?query', '//a.test/', '\\\\a.test', 'a.test'],
      ...['ftp://a.test', 'xmpp:a@b.test', 'file:///etc', 'tel:1', 'sms:1', 'blob:https://a.test/b', 'about:blank'],
      ...['https://user@a.test', 'https://user:word@a.test', 'https://:word@a.test', 'https://a.test@b.test/'],
      ...['https://', 'https://[a.test', 'http://a.test:99999'],
    ])
      it(`go to ${address}`, () => {
        const fragment = renderMarkdown(`[x *y*](<${address.replaceAll('\\', '\\\\')}>)`);
        expect(fragment.querySelectorAll('a').length).to.equal(0);
        expect(fragment.querySelector('em')?.textContent).to.equal('y');
      });
  });

  it('shows quotes and lists in one another as deep as the guard allows', () => {
    const count = (source: string, tag: string): number => renderMarkdown(source).querySelectorAll(tag).length;
    expect(count(`${'> '.repeat(20)}a`, 'blockquote')).to.equal(20);
    expect(count(`${'- '.repeat(20)}a`, 'ul')).to.equal(20);
  });

  it('shows plainly, line by line, what the guard refuses', () => {
    const source = `${'> '.repeat(50)}a\n*b* <i>c</i>`;
    const [paragraph, ...rest] = renderMarkdown(source).children;
    expect(rest).to.have.length(0);
    expect(paragraph?.innerHTML).to.equal(`${'&gt; '.repeat(50)}a<br>*b* &lt;i&gt;c&lt;/i&gt;`);
  });

  it('shows plainly what only the parser finds too much', () => {
    const source = `> \`\`\`\n${'*a_'.repeat(3_000)}`;
    expect(renderFlaw(source)).to.equal(null);
    expect(renderMarkdown(source).textContent).to.equal(source.replaceAll('\n', ''));
  });

  it("is alone: the page's marked does not change it", () => {
    const before = html('*a* ![b](https://c.test/d.png)');
    marked.use({ gfm: false, hooks: { postprocess: () => '<img src=x onerror=alert(1)>' } });
    try {
      expect(html('*a* ![b](https://c.test/d.png)')).to.equal(before);
    } finally {
      marked.setOptions({ gfm: true, hooks: null });
    }
  });

  it('is not led astray by a polluted Object.prototype', () => {
    const source = '*a* <img src=x onerror=alert(1)> [b](javascript:alert(1))';
    const before = html(source);
    const planted = {
      pedantic: true,
      async: true,
      silent: true,
      tokens: [{ type: 'html', text: '<img src=x onerror=alert(1)>' }],
      autolink: true,
      href: 'javascript:alert(1)',
      align: 'x',
      lang: 'js',
      hooks: { emStrongMask: () => '' },
      extensions: { renderers: { em: () => '<img src=x onerror=alert(1)>' } },
    };
    for (const [key, value] of Object.entries(planted))
      Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
    try {
      expect(html(source)).to.equal(before);
    } finally {
      for (const key of Object.keys(planted)) Reflect.deleteProperty(Object.prototype, key);
    }
  });
});
