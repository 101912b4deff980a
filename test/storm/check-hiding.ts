// Looks for what is still shown though it was hidden, removed or taken back, at clients whose line was whole meanwhile.
import type { Marker, Post } from '../../src/model/post.ts';
import type { Case, Report } from './checker.ts';
import type { Client, Shown } from './evidence.ts';
import { mayRead, type Version } from './history-model.ts';

/** Milliseconds within which everybody has heard. */
const patienceMs = 2_000;

/** From which of its versions on this person may not read a post, and why; null where they may. */
function hiddenSince(versions: readonly Version[], me: Shown['me']): Version | null {
  const open = versions.findLastIndex((version) => mayRead(version, me));
  return open < 0 || open === versions.length - 1 ? null : (versions[open + 1] ?? null);
}

/** What others say of a post and may take back. */
function saidIn({ pinned, isSettled, claims }: Version): string[] {
  const stand = claims.filter(({ isRevoked }) => !isRevoked).map(({ who }) => who);
  return [...stand, ...(pinned === null ? [] : ['pinned']), ...(isSettled ? ['settled'] : [])];
}

/** The same, of what is on a screen. */
function saidOf({ pinned, settledAt, endorsements = [] }: Post): string[] {
  const stand = endorsements.filter(({ revokedAt }) => revokedAt === undefined);
  return [
    ...stand.map(({ kind, by }) => `${kind} by ${by.id}`),
    ...(pinned === undefined ? [] : ['pinned']),
    ...(settledAt === undefined ? [] : ['settled']),
  ];
}

/** What was said of a post and is not any more, each with the version that took it back. */
function withdrawn(versions: readonly Version[]): ReadonlyMap<string, Version> {
  const said = new Map<string, Version>();
  for (const [place, version] of versions.entries()) {
    const now = saidIn(version);
    for (const one of now) said.delete(one);
    for (const one of place === 0 ? [] : saidIn(versions[place - 1] ?? version))
      if (!now.includes(one)) said.set(one, version);
  }
  return said;
}

/** I8: nothing on the screen of a connected client that left its view. */
export function inspectHiding({ clients, ended, history }: Case, report: Report): void {
  const endOf = new Map(ended.flatMap(({ op, at, refusal }) => (refusal === null ? [[op, at] as const] : [])));
  const all = [...history.posts].map(([id, versions]) => ({ id, versions, said: withdrawn(versions) }));
  const gone = all.filter(({ versions, said }) => versions.at(-1)?.state !== 'shown' || said.size > 0);
  for (const client of clients)
    for (const [place, screen] of client.shown.entries()) {
      const until = client.shown[place + 1]?.at ?? Infinity;
      for (const { id, versions, said } of gone) {
        const entry = screen.posts.get(id);
        if (entry === undefined || 'removed' in entry || screen.laidOver.has(id)) continue;
        const since = new Set([hiddenSince(versions, screen.me)]);
        if (said.size > 0) for (const one of saidOf(entry)) since.add(said.get(one) ?? null);
        for (const version of since) {
          const at = version === null ? undefined : endOf.get(version.op);
          if (at !== undefined && isLate(client, screen, at, until))
            report('I8', `${client.name} shows ${tell(entry)} until ${until}, which ${version?.op} ended at ${at}`);
        }
      }
    }
}

const tell = (entry: Post | Marker): string => JSON.stringify(entry);

/** Whether a screen stood too long after something was acknowledged, while nothing was lost on the way to it. */
export function isLate({ undisturbed }: Client, { at: shownAt }: Shown, at: number, until: number): boolean {
  return undisturbed.some(
    (span) => span.until > shownAt && Math.max(at, span.from) + patienceMs < Math.min(until, span.until),
  );
}
