// A file that is broken, cut off or something else changes nothing, and the one sentence about it says where.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { createDesk, exportFile, type Desk } from '../support/exports/run.ts';
import { fileWith, page, wxr } from '../support/exports/wxr.ts';

/** The sentence about a file that must be refused; nothing may have been written. */
async function refusal(desk: Desk, kind: string, file: string): Promise<string> {
  const before = await desk.everything();
  const { code, out, err } = await desk.import(kind, file);
  assert.equal(code, 1);
  assert.equal(out, '');
  assert.equal(await desk.everything(), before);
  assert.equal(err.split('\n').length, 2, 'it is one line');
  return err;
}

for (const [kind, name] of [
  ['wordpress', 'association.wxr.xml'],
  ['disqus', 'association.disqus.xml'],
] as const)
  test(`a ${kind} export cut off anywhere is refused at its end`, async () => {
    const whole = readFileSync(exportFile(name));
    const end = whole.lastIndexOf('>');
    const desk = createDesk();
    await desk.import('disqus', exportFile('association.disqus.xml'));
    for (let cut = 0; cut < 20; cut++) {
      const part = whole.subarray(0, Math.floor((end * (cut + 1)) / 20));
      const lines = part.toString().split('\n');
      const said = await refusal(desk, kind, fileWith(part));
      const [, line, column, sentence] = /export\.xml:(\d+):(\d+): (.*)\n$/.exec(said) ?? [];
      assert.equal(Number(line), lines.length, said);
      assert.ok(Number(column) <= (lines.at(-1)?.length ?? 0) + 1, said);
      assert.match(
        sentence ?? '',
        /the file ends (?:too early, inside <[\w:-]+>, which begins in line \d+|before its first element)\./,
      );
    }
  });

test('an XML mistake is said with its line and column', async () => {
  const text = wxr(page('/p', [{ id: 1 }, { id: 2 }])).replace('</wp:comment_type>', '</wp:comment_typ>');
  const line = text.split('\n').findIndex((one) => one.includes('</wp:comment_typ>')) + 1;
  const said = await refusal(createDesk(), 'wordpress', fileWith(text));
  assert.match(said, new RegExp(`export\\.xml:${line}:\\d+: this is not well-formed XML: `));
});

test('an entity that XML does not know, as in a page saved instead of an export, is refused', async () => {
  const text = wxr(page('/p', [{ id: 1 }])).replace('Learning Commons', 'Learning&nbsp;Commons');
  assert.match(
    await refusal(createDesk(), 'wordpress', fileWith(text)),
    /:4:\d+: this is not well-formed XML: undefined entity/,
  );
});

const others: readonly (readonly [kind: string, what: string, text: string, sentence: RegExp])[] = [
  ['wordpress', 'plain text', 'Dear sir or madam', /:1:\d+: this is not well-formed XML/],
  ['wordpress', 'an empty file', '', /:1:1: the file ends before its first element\./],
  ['wordpress', 'a web page', '<html><body/></html>', /:1:6: this is not a WordPress export: it begins with <html>/],
  [
    'wordpress',
    'a news feed',
    '<rss version="2.0"><channel/></rss>',
    /:1:19: this is a news feed, not a WordPress export\./,
  ],
  [
    'wordpress',
    'a Disqus export',
    '<disqus xmlns="http://disqus.com"/>',
    /this is a Disqus export: import it with "import disqus"\./,
  ],
  [
    'disqus',
    'a WordPress export',
    wxr(),
    /this is a news feed or a WordPress export: import that with "import wordpress"\./,
  ],
  [
    'disqus',
    'an unknown encoding',
    '<?xml version="1.0" encoding="x-none"?><disqus/>',
    /its encoding "x-none" is not known\./,
  ],
  ['json', 'plain text', 'Dear sir or madam', /:1:1: this is not JSON\./],
];

for (const [kind, what, text, sentence] of others)
  test(`${what} is no ${kind} export`, async () => {
    assert.match(await refusal(createDesk(), kind, fileWith(text)), sentence);
  });

test('a missing file, a folder and an unknown kind are said plainly', async () => {
  const desk = createDesk();
  const folder = exportFile('.');
  assert.match(
    await refusal(desk, 'wordpress', '/nowhere/export.xml'),
    /^\/nowhere\/export\.xml: there is no such file\.\n$/,
  );
  assert.match(await refusal(desk, 'json', '/nowhere/room.json'), /^\/nowhere\/room\.json: there is no such file\.\n$/);
  assert.match(
    await refusal(desk, 'wordpress', folder),
    new RegExp(`${basename(folder)}/?: this is a folder, not a file\\.`),
  );
  assert.match(
    await refusal(desk, 'blogger', folder),
    /^There is no import of "blogger": it is wordpress, disqus or json\.\n$/,
  );
});

test('an import that broke off while writing is finished by the next run', async () => {
  const desk = createDesk();
  const file = exportFile('association.wxr.xml');
  let left = 3;
  const failing = createDesk({
    ...desk.storage,
    commit: (attempt, decide) =>
      left-- > 0 ? desk.storage.commit(attempt, decide) : Promise.reject(new Error('the disk is full')),
  });
  const { code, err } = await failing.import('wordpress', file);
  assert.deepEqual([code, err], [1, 'the disk is full.\n']);
  await desk.import('wordpress', file);
  const whole = createDesk();
  await whole.import('wordpress', file);
  assert.equal(await desk.everything(), await whole.everything());
});
