// Writes WordPress exports for tests: only what a test says, the rest as an ordinary comment has it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a test may say of a comment; `id` alone makes an approved comment on its own. */
export interface WxrComment {
  readonly id: number | string;
  readonly parent?: number | string;
  readonly author?: string;
  readonly email?: string;
  readonly user?: number;
  readonly gmt?: string;
  readonly local?: string;
  readonly html?: string;
  readonly approved?: string;
  readonly type?: string;
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function comment(one: WxrComment): string {
  const gmt = one.gmt ?? `2024-03-01 10:00:${String(Number(one.id) % 60).padStart(2, '0')}`;
  return `
    <wp:comment>
      <wp:comment_id>${one.id}</wp:comment_id>
      <wp:comment_author>${cdata(one.author ?? 'Ines Prado')}</wp:comment_author>
      <wp:comment_author_email>${one.email ?? 'ines@example.org'}</wp:comment_author_email>
      <wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>
      <wp:comment_date>${one.local ?? gmt}</wp:comment_date>
      <wp:comment_date_gmt>${gmt}</wp:comment_date_gmt>
      <wp:comment_content>${cdata(one.html ?? `Comment ${one.id}.`)}</wp:comment_content>
      <wp:comment_approved>${one.approved ?? '1'}</wp:comment_approved>
      <wp:comment_type>${one.type ?? ''}</wp:comment_type>
      <wp:comment_parent>${one.parent ?? 0}</wp:comment_parent>
      <wp:comment_user_id>${one.user ?? 0}</wp:comment_user_id>
    </wp:comment>`;
}

/** One page and its comments. `more` goes into the page as it is. */
export function page(path: string, comments: readonly WxrComment[], more = '<wp:status>publish</wp:status>'): string {
  return `
  <item>
    <title>${cdata(`Page ${path}`)}</title>
    <link>https://learning.example.org${path}</link>
    <dc:creator>olga</dc:creator>
    <wp:post_id>1</wp:post_id>
    <wp:post_date_gmt>2024-02-01 08:00:00</wp:post_date_gmt>
    ${more}${comments.map(comment).join('')}
  </item>`;
}

/** A whole export of these pages. */
export function wxr(...pages: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
  <title>Learning Commons</title>
  <wp:wxr_version>1.2</wp:wxr_version>
  <wp:base_blog_url>https://learning.example.org</wp:base_blog_url>
  <wp:author><wp:author_id>5</wp:author_id><wp:author_login>olga</wp:author_login></wp:author>${pages.join('')}
</channel>
</rss>
`;
}

/** The path of a new file with this text. */
export function fileWith(text: string | Uint8Array, name = 'export.xml'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'peer-import-')), name);
  writeFileSync(file, text);
  return file;
}
