// The demo: the reference server with the course pages, and tokens for four made-up people. Only this server mints
// tokens; a real one leaves that to the association's site.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { importCommand, openData, readConfig, servePages, signMember, startServer } from '../dist/server/index.js';
import { tellStories } from './stories.mjs';

const people = {
  amina: { id: 'member-amina', name: 'Amina Diallo' },
  jonas: { id: 'member-jonas', name: 'Jonas Weber' },
  rosa: { id: 'member-rosa', name: 'Rosa Iglesias', role: 'facilitator' },
};

/** The demo's own signing key: made once, kept with the data so that guests are known again. */
function signingKey(data) {
  const file = join(data, 'demo-key');
  mkdirSync(data, { recursive: true });
  try {
    return readFileSync(file, 'utf8');
  } catch {
    const key = randomBytes(32).toString('base64url');
    writeFileSync(file, key, { mode: 0o600 });
    return key;
  }
}

/** The port that was asked for, or a free one for 0: the pages' origins are named before the server starts. */
async function portOf(wanted, host) {
  if (wanted !== 0) return wanted;
  const found = createServer().listen(0, host);
  await once(found, 'listening');
  const { port } = found.address();
  found.close();
  await once(found, 'close');
  return port;
}

function demoConfig({ data, host, port }) {
  const hosts = new Set([host, '127.0.0.1', 'localhost']);
  const origins = [...hosts].map((name) => new URL(`http://${name}:${port}`).origin);
  const site = { id: 'demo', origins, key: signingKey(data), guestPosts: 'held', readers: 'anyone', index: 'members' };
  // What a real site answers by its own session: the demo's page is Amina's.
  site.indexPage = { tokenUrl: '/demo/token?as=amina' };
  return { proxies: 0, sites: [site] };
}

/** Discussions of older years, as an operator would bring them in; what is there already stays as it is. */
async function importArchive(site, config, data) {
  const { storage } = await openData(config, data);
  const quiet = () => {};
  const complain = (text) => process.stderr.write(text);
  for (const name of ['course-comments', 'workshop-comments']) {
    const file = fileURLToPath(new URL(`imported/${name}.wxr.xml`, import.meta.url));
    await importCommand(['wordpress', file, '--site', site.id], { storage, out: quiet, err: complain });
  }
  await storage.close();
}

async function start() {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      data: { type: 'string', default: 'data' },
      host: { type: 'string', default: process.env.HOST ?? '127.0.0.1' },
      port: { type: 'string', default: process.env.PORT ?? '8080' },
    },
  });
  const port = await portOf(Number(values.port), values.host);
  const config = values.config === undefined ? demoConfig({ ...values, port }) : readConfig(values.config);
  const site = config.sites.find(({ id }) => id === 'demo') ?? config.sites[0];

  await importArchive(site, config, values.data);
  const server = await startServer({
    config,
    data: values.data,
    host: values.host,
    port,
    routes(app) {
      app.get('/demo/token', async (context) => {
        const person = people[context.req.query('as')];
        if (person === undefined) return context.json({ token: null });
        context.header('Cache-Control', 'no-store');
        return context.json({ token: await signMember(site, person) });
      });
      app.get('/adapters/polling-adapter.js', (context) => {
        context.header('Content-Type', 'text/javascript; charset=utf-8');
        return context.body(readFileSync(new URL('adapters/polling-adapter.js', import.meta.url), 'utf8'));
      });
      servePages(app, fileURLToPath(new URL('course', import.meta.url)));
    },
  });
  await tellStories(server.url, site, people).catch((error) => {
    process.stderr.write(`The workshop stays without its stories: ${error.message}\n`);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void server.close());
  process.stdout.write(`The demo course is at ${server.url}/\n`);
}

start().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
