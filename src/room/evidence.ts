// Who is given whose evidence records, and the hash of each. What a record says is in model/evidence-record.ts.
import { mayModerate } from '../model/allow.ts';
import { DiscussionError } from '../model/errors.ts';
import { canonicalJson } from '../model/evidence-file.ts';
import { evidenceOf, peopleIn, type EvidenceRecord, type EvidenceSource } from '../model/evidence-record.ts';
import type { Person } from '../model/post.ts';
import { sha256Of } from './history.ts';
import type { Storage } from './storage.ts';

/** True where a record is as it was written: its hash fits. */
export function isIntact({ hash, ...rest }: EvidenceRecord): boolean {
  return sha256Of(canonicalJson(rest)) === hash;
}

/**
 * The records of these people; of all that there are where it is null. Read from a room as it stands at one head.
 * @param pause lets others have their turn, between two people
 */
export async function recordsOf(
  source: EvidenceSource,
  people: readonly string[] | null,
  marksOf: (person: string) => ReturnType<Storage['marks']>,
  pause: () => Promise<void>,
): Promise<readonly EvidenceRecord[]> {
  const records: EvidenceRecord[] = [];
  for (const person of people ?? peopleIn(source)) {
    await pause();
    for (const record of evidenceOf(source, person, await marksOf(person)))
      records.push({ ...record, hash: sha256Of(canonicalJson(record)) });
  }
  return records;
}

/**
 * Whose evidence somebody is given who asks for this person's, or for everybody's (null); null where it is everybody's.
 * Who is no facilitator has their own.
 * @throws DiscussionError `unauthenticated`, or `forbidden` where it is somebody else's
 */
export function peopleFor(viewer: Person | null, of: string | null): readonly string[] | null {
  if (viewer === null) throw new DiscussionError('unauthenticated', 'nobody is signed in');
  if (mayModerate(viewer)) return of === null ? null : [of];
  if (of !== null && of !== viewer.id) throw new DiscussionError('forbidden', 'this is somebody else’s evidence');
  return [of ?? viewer.id];
}
