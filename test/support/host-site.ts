// An association's own site on one port, with pages a test writes, and the discussion server on another: as they stand
// in the world, two origins. The site signs its people on at /token?as=NAME.
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { newOp } from '../../src/model/op.ts';
import { signMember } from '../../src/server/auth.ts';
import { callPath, protocol } from '../../src/wire.ts';
import { freePort, run, type Program } from './program.ts';
import { temporaryFolder } from './server-bench.ts';

const key = 'a-signing-key-for-tests-and-nothing-else';
const people: Readonly<Record<string, { id: string; name: string; role?: 'facilitator' }>> = {
  amina: { id: 'amina', name: 'Amina Diallo' },
  jonas: { id: 'jonas', name: 'Jonas Weber' },
  rosa: { id: 'rosa', name: 'Rosa Iglesias', role: 'facilitator' },
};

/** A page of the site. */
export interface HostPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The site and its discussion server. */
export interface HostSite {
  readonly origin: string;
  /** Where the discussion server is. */
  readonly api: string;
  /** Somebody of the site writes, from elsewhere; resolves with the post's id once it is kept. */
  say(as: string, discussion: string, body: string): Promise<string>;
  close(): Promise<void>;
}

const tokenOf = async (as: string | null): Promise<string | null> => {
  const person = people[as ?? ''];
  return person === undefined ? null : signMember({ id: 'demo', key }, person);
};

async function startDiscussions(port: number, origin: string, data: string): Promise<Program> {
  const config = join(data, 'config.json');
  writeFileSync(config, JSON.stringify({ sites: [{ id: 'demo', origins: [origin], key }] }));
  const program = run('demo/server.mjs', ['--port', String(port), '--data', data, '--config', config]);
  await program.printed('The demo course is at');
  return program;
}

/** Opens a site with these pages by their paths; each is made once it is known where the discussion server is. */
export async function openHostSite(pages: (api: string) => Readonly<Record<string, HostPage>>): Promise<HostSite> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const [origin, api] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${apiPort}`];
  const folder = temporaryFolder();
  const discussions = await startDiscussions(apiPort, origin, folder.path);
  const byPath = pages(api);
  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    const page = byPath[pathname];
    if (pathname === '/token') {
      void tokenOf(searchParams.get('as')).then((token) => response.end(JSON.stringify({ token })));
    } else if (page === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers }).end(page.html);
  });
  await new Promise<void>((resolve) => site.listen(port, '127.0.0.1', resolve));
  return {
    origin,
    api,
    async say(as, discussion, body) {
      const op = newOp();
      const hello = { protocol, discussion, site: 'demo', token: await tokenOf(as) };
      const command = { type: 'create', op, parentId: null, body };
      const sent = { method: 'POST', headers: { origin }, body: JSON.stringify({ hello, command }) };
      const answer = await fetch(`${api}${callPath}/submit`, sent);
      if (!answer.ok) throw new Error(`not kept: ${await answer.text()}`);
      return op;
    },
    async close() {
      site.closeAllConnections();
      await new Promise((resolve) => site.close(resolve));
      await discussions.kill('SIGTERM');
      folder.remove();
    },
  };
}
