// A page of the server's own that shows the index of a site: for associations that have no page for it. Only served where
// the configuration says how people sign on; nothing of anybody is in it, nor in its address.
import type { Hono } from 'hono';
import { createHash } from 'node:crypto';
import type { Config, Site } from './config.ts';

const style = `
  html { color-scheme: light dark; }
  body { margin: 0 auto; padding: 24px 16px 64px; max-width: 52rem; font: 1rem/1.6 system-ui, sans-serif;
    background: light-dark(#f6f7f8, #0e1114); color: light-dark(#1f2429, #e4e7eb); }
`;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The first language that a browser asks for; English where it asks for none. */
function languageIn(accepted: string | undefined): string {
  return /^\s*([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3})/.exec(accepted ?? '')?.[1] ?? 'en';
}

/** The page; an id and an address of these forms hold nothing that HTML reads otherwise. */
function pageOf({ id }: Site, tokenUrl: string, language: string): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Discussions</title>
    <style>${style}</style>
    <script src="../embed.js" async></script>
  </head>
  <body>
    <main>
      <peer-discussion-index server=".." site="${id}" token-url="${tokenUrl}" heading-level="1">
        <noscript>This page needs JavaScript.</noscript>
      </peer-discussion-index>
    </main>
  </body>
</html>
`;
}

/** Serves the page of each site that has one, at `/discussions/` and the id of the site. */
export function serveIndexPages(app: Hono, { sites }: Config): void {
  app.get('/discussions/:site', (context) => {
    const site = sites.find(({ id }) => id === context.req.param('site'));
    const tokenUrl = site?.index === 'off' ? undefined : site?.indexPage?.tokenUrl;
    if (site === undefined || tokenUrl === undefined) return context.text('There is no such page.', 404);
    context.header('Content-Security-Policy', policy);
    context.header('Cache-Control', 'no-cache');
    context.header('Vary', 'Accept-Language');
    return context.html(pageOf(site, tokenUrl, languageIn(context.req.header('accept-language'))));
  });
}
