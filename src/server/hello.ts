// Reads what a client says when it connects, and finds the site it may speak to. Nothing is stored or asked yet.
import { checkDiscussionId } from '../model/allow.ts';
import { DiscussionError, invalid } from '../model/errors.ts';
import { protocol, type Hello } from '../wire.ts';
import type { Config, Site } from './config.ts';

/** Somebody on a page of a site. */
export interface Visit {
  readonly site: Site;
  readonly token: string | null;
}

/** A client that knows what it wants, on a page that may want it. */
export interface Request extends Visit {
  readonly discussion: string;
}

type Words = Partial<Record<keyof Hello, unknown>>;

const wordsIn = (auth: unknown): Words => (typeof auth === 'object' && auth !== null ? auth : {});

/** True where pages of this origin may connect at all. The header's exact text counts; a missing one is refused. */
export function isKnownOrigin(config: Config, origin: string | undefined): boolean {
  return config.sites.some((site) => origin !== undefined && site.origins.includes(origin));
}

function checkProtocol(hello: Words): void {
  if (hello.protocol !== protocol)
    throw new DiscussionError(
      'unsupported',
      `this server speaks protocol ${protocol}, the page ${String(hello.protocol)}`,
    );
}

function visitIn(config: Config, origin: string | undefined, hello: Words): Visit {
  const open = config.sites.filter((site) => origin !== undefined && site.origins.includes(origin));
  const matching = hello.site === undefined ? open : open.filter((site) => site.id === hello.site);
  const [site, other] = matching;
  if (site === undefined) throw new DiscussionError('forbidden', 'this page may not use this site');
  if (other !== undefined) throw invalid('site', 'missing', 'site is missing, and several allow this page');
  if (hello.token !== undefined && typeof hello.token !== 'string')
    throw invalid('token', 'malformed', 'token is not text');
  return { site, token: hello.token ?? null };
}

/**
 * Who comes to a site, and not to one of its discussions.
 * @throws DiscussionError `unsupported`, `invalid` or `forbidden`
 */
export function readVisit(config: Config, origin: string | undefined, auth: unknown): Visit {
  const hello = wordsIn(auth);
  checkProtocol(hello);
  return visitIn(config, origin, hello);
}

/**
 * The request in a client's `auth`.
 * @throws DiscussionError `unsupported`, `invalid` or `forbidden`
 */
export function readHello(config: Config, origin: string | undefined, auth: unknown): Request {
  const hello = wordsIn(auth);
  checkProtocol(hello);
  const { discussion } = hello;
  if (typeof discussion !== 'string') throw invalid('discussion', 'missing', 'discussion is missing');
  checkDiscussionId(discussion);
  return { ...visitIn(config, origin, hello), discussion };
}
