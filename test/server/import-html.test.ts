// HTML of comments becomes Markdown that shows the same: a table of cases, and seeded text of nothing but marks, which
// is rendered again and compared.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Marked } from 'marked';
import { checkBody } from '../../src/model/allow.ts';
import { bodiesOf } from '../../src/server/import/bodies.ts';
import { htmlToMarkdown, htmlToText } from '../../src/server/import/html-to-markdown.ts';

const wordpress = { base: 'https://guides.example.org/looking/', lineBreaks: true };
const markdownOf = (html: string): string => htmlToMarkdown(html, wordpress).markdown;

const cases: readonly (readonly [what: string, html: string, markdown: string])[] = [
  ['lines and paragraphs as WordPress shows them', 'one\ntwo\n\nthree', 'one\ntwo\n\nthree'],
  ['line breaks of Windows', 'one\r\ntwo\r\n\r\nthree', 'one\ntwo\n\nthree'],
  ['a break and the line end after it once', 'one<br />\ntwo', 'one\ntwo'],
  ['two breaks as a paragraph', 'one<br><br>two', 'one\n\ntwo'],
  ['no breaks beside blocks', '<p>one</p>\n\n<ul>\n<li>two</li>\n</ul>\nthree', 'one\n\n- two\n\nthree'],
  ['emphasis', '<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <del>e</del>', '**a** **b** *c* *d* ~~e~~'],
  ['emphasis over paragraphs', '<em>one\n\ntwo</em>', '*one*\n\n*two*'],
  ['emphasis within a word', 'un<em>believ</em>able', 'un*believ*able'],
  ['emphasis that ends in a mark before a word', '<strong>注意：</strong>请看', '**注意**：请看'],
  ['emphasis in emphasis', '<em>a <em>b</em></em>', '*a b*'],
  ['a mark after nothing', '<p><code> </code> - a</p>', '\\- a'],
  ['emphasis of nothing', 'a<strong> </strong>b', 'a b'],
  ['headings', '<h2>One\ntwo</h2>text', '## One two\n\ntext'],
  ['a heading that ends in a hash', '<h3>C #</h3>', '### C \\#'],
  ['quotes in quotes', '<blockquote>a<blockquote>b</blockquote></blockquote>', '> a\n>\n> > b'],
  ['lists in lists', '<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>', '- a\n  1. b\n  2. c\n- d'],
  ['a list right in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
  ['a list that starts at 8', '<ol start="8"><li>a</li><li>b</li></ol>', '8. a\n9. b'],
  ['paragraphs in a list', '<ul><li><p>a</p><p>b</p></li></ul>', '- a\n\n  b'],
  ['an empty item', '<ul><li></li><li>a</li></ul>', '- a'],
  ['code', 'use <code>a * b</code> or <code>`</code>', 'use `a * b` or `` ` ``'],
  ['code of several lines', 'see\n<code>if (a)\n\tb();</code>\nso', 'see\n\n```\nif (a)\n\tb();\n```\n\nso'],
  ['preformatted text', '<pre>\na  <b>b</b>\n ```\n</pre>', '~~~\na  b\n ```\n~~~'],
  ['code with entities', '<code>&lt;b&gt; &amp;amp;</code>', '`<b> &amp;`'],
  ['a link', '<a href="https://a.example/x" title="t">here</a>', '[here](https://a.example/x)'],
  ['a link to itself', '<a href="https://a.example/x">https://a.example/x</a>', '<https://a.example/x>'],
  ['an address in the text', 'see https://a.example/x_y_z. Good', 'see <https://a.example/x_y_z>. Good'],
  [
    'an address in a link',
    '<a href="https://a.example">at https://b.example/</a>',
    '[at https://b.example/](https://a.example)',
  ],
  ['a link with brackets in it', '<a href="https://a.example/x_(y)">x</a>', '[x](<https://a.example/x_(y)>)'],
  ['a relative link', '<a href="../rooms?x=1&amp;y=2">x</a>', '[x](https://guides.example.org/rooms?x=1&y=2)'],
  ['an address in Greek', '<a href="https://a.example/μάθημα">x</a>', '[x](https://a.example/μάθημα)'],
  ['a link that runs', '<a href="javascript:alert(1)" onclick="x()">click</a>', 'click'],
  ['a link after an exclamation mark', 'Look!<a href="https://a.example">x</a>', 'Look!x <https://a.example>'],
  ['a picture', '<img src="/a.png" alt="A [map]" />', '![A \\[map\\]](https://guides.example.org/a.png)'],
  ['a picture that is data', '<img src="data:image/png;base64,AA" alt="A map">', 'A map'],
  [
    'a picture in a link',
    '<a href="https://a.example"><img src="https://b.example/c.png" alt="c"></a>',
    '[![c](https://b.example/c.png)](https://a.example)',
  ],
  ['a film from elsewhere', '<iframe src="https://v.example/1">no frames</iframe>', '<https://v.example/1>'],
  [
    'a table',
    '<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>',
    '| a | b |\n| --- | --- |\n| 1\\|2 | x y |',
  ],
  [
    'a table without a head, and with a gap',
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
    '|  |  |\n| --- | --- |\n| a | b |\n| c |  |',
  ],
  ['terms and what they mean', '<dl><dt>Gate</dt><dd>A rule.</dd></dl>', '**Gate**\n\nA rule.'],
  ['a quotation in the line', 'She said <q>yes</q>', 'She said “yes”'],
  ['powers', 'E = mc<sup>2</sup>, the 1<sup>st</sup>, H<sub>2</sub>O', 'E = mc², the 1st, H2O'],
  ['a rule', 'a<hr>b', 'a\n\n---\n\nb'],
  ['entities', '&lt;b&gt; &amp;copy; &copy; &#8217; &nbsp;x', '\\<b> \\&copy; © ’ \u00a0x'],
  ['marks that are text', '*a* _b_ `c` [d](e) <f> #g ~h~', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f> #g \\~h\\~'],
  ['names with underscores', 'snake_case_name', 'snake_case_name'],
  ['what looks like a list', '- a\n1. b\n2) c\n+ d', '\\- a\n1\\. b\n2\\) c\n\\+ d'],
  ['what looks like a heading or a quote', '# a\n> b\n=== \n--- ', '\\# a\n\\> b\n\\===\n\\---'],
  ['less and greater', 'a < b > c <3 x<y', 'a < b > c \\<3 x\\<y'],
  ['text in brackets that is no tag', 'List<String> and <jane@a.example>', 'List\\<String> and \\<jane@a.example>'],
  ['scripts, styles and comments', 'a<script>x()</script><style>b{}</style><!-- c -->b', 'ab'],
  ['a script without an end', 'a <script> b', 'a b'],
  ['a comment without an end', 'a <!-- b', 'a \\<!-- b'],
  ['tags of a word processor', '<o:p>a</o:p><span style="x">b</span><font color="red">c</font>', 'abc'],
  ['a form', '<form><label>Name <input value="x"></label><button onclick="x()">Go</button></form>', 'Name Go'],
  ['tags that are never closed', '<b>a <blockquote>b', 'a\n\n> b'],
  ['tags that would end the text', 'a</x-turndown></body></html>b<plaintext>c<frameset>d', 'abcd'],
  ['Greek, Chinese and pictures', 'Τι βλέπεις; 你看到什么？ 🙂', 'Τι βλέπεις; 你看到什么？ 🙂'],
  ['characters that cannot be kept', 'a\u0000b&#8;c\ud800d', 'abcd'],
  ['nothing', ' <p>&nbsp;</p><br> ', ''],
];

for (const [what, html, markdown] of cases)
  test(`HTML to Markdown: ${what}`, () => {
    assert.equal(markdownOf(html), markdown);
  });

test('of HTML that is shown as it is, line breaks are white space', () => {
  const { markdown } = htmlToMarkdown('<p>one\ntwo<br>three</p>', { ...wordpress, lineBreaks: false });
  assert.equal(markdown, 'one two\nthree');
});

test('what is taken away is said, each time', () => {
  const { losses } = htmlToMarkdown(
    '<script>1</script><script>2</script><p onclick="x">a</p><a href="javascript:x">b</a><video src="/v.mp4"></video>',
    wordpress,
  );
  assert.deepEqual(losses, [
    ...['<script> left out', '<script> left out', 'event handlers left out', 'embedded media became links'],
    'links that may not be followed became text',
  ]);
});

test('a title is the text of its HTML', () => {
  assert.equal(htmlToText('Asking &amp; <em>answering</em>\n *well*'), 'Asking & answering *well*');
});

test('a text deeper than a post may be is kept as plain text, and one of nothing but marks as code', () => {
  const deep = bodiesOf(`${'<blockquote>'.repeat(40)}<b>x</b> * y`, wordpress);
  assert.deepEqual(deep, { bodies: ['x \\* y'], changes: ['too deeply nested, taken as plain text'] });
  const marks = '*_[]~`'.repeat(400);
  const { bodies, changes } = bodiesOf(marks, wordpress);
  assert.deepEqual(bodies, [`\`\`\`\n${marks}\n\`\`\``]);
  assert.deepEqual(changes, ['with more marks than posts may have, taken as blocks of code']);
});

test('a text with too many links for one post keeps them all, in several', () => {
  const { bodies } = bodiesOf('<a href="https://a.example/">x</a> '.repeat(400), wordpress);
  assert.ok(bodies.length > 1);
  assert.equal(bodies.join('').match(/\[x\]\(https:\/\/a\.example\/\)/g)?.length, 400);
  for (const body of bodies) checkBody(body);
});

test('HTML made to take long does not', () => {
  const parts = [
    '<',
    '<a ',
    '<a href="',
    '<!--',
    '<script>',
    '<b>',
    '<ol><li>x',
    '<div>',
    '&',
    ' ',
    '_',
    'http://',
    '`',
    '<code>\n',
  ];
  for (const part of parts) {
    const before = performance.now();
    bodiesOf(part.repeat(60_000 / part.length), wordpress);
    assert.ok(performance.now() - before < 5_000, part);
  }
});

/** Numbers that look random, and are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const renderer = new Marked({ gfm: true, breaks: true });

/** The text that Markdown shows, white space aside. */
function shownBy(markdown: string): string {
  const html = renderer.parse(markdown, { async: false });
  const text = html.replace(/<[^>]+>/g, ' ');
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const pieces = [
  ...['*', '**', '_', '__', '`', '```', '~', '~~', '[', ']', '(', ')', '<', '>', '&', '&amp;', '#', '##', '-', '+'],
  ...[
    '1.',
    '2)',
    '|',
    '!',
    '\\',
    '\\\\',
    ':',
    '---',
    '===',
    'a',
    'B',
    '9',
    ' ',
    ' ',
    ' ',
    '.',
    '"',
    "'",
    '=',
    '^',
    '@',
  ],
  ...['http://x.org/a_b*c', 'www.x.org', 'a@b.org', 'snake_case', '<b>', '</b>', '[x](y)', '![x](y)', '[ ]', '[x]: y'],
  ...[
    '\n',
    '\n',
    '\n\n',
    '<!--',
    '-->',
    '&#42;',
    '    ',
    '\t',
    '中文',
    'Ελλ',
    '🙂',
    '| a | b |',
    '|---|---|',
    '<?php',
    '</',
  ],
];

test('any text shows as it was written', () => {
  const random = seeded(7);
  for (let round = 0; round < 4_000; round++) {
    const length = 1 + Math.floor(random() * 10);
    const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const markdown = markdownOf(html);
    const tight = (one: string): string => one.replace(/\s+/g, '');
    assert.equal(tight(shownBy(markdown)), tight(text), JSON.stringify({ round, text, markdown }));
  }
});
