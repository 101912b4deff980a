// The evidence record: what one person did for one prompt that has a rule for credit, as a sponsor's staff, an auditor and
// that person are given it. No name, no word of anybody's, and no verdict: ids, times, counts, and the rules they were held
// against. Its bytes are evidence-file.ts, its hash is the room's.
import type { CreditRule, Mark } from './credit.ts';
import type { StoredDiscussion, StoredPost } from './post.ts';
import type { ArrangedPrompt } from './prompt.ts';
import { replay, versionsOf, type Counted, type Replay } from './replay.ts';

/** Names the format in every record. */
export const evidenceFormat = 'peer-discussion-evidence';
/** Raised with every change that an older reader would misunderstand. */
export const evidenceVersion = 1;

/** What one person did for one prompt. Every time is ISO 8601 in UTC. */
export interface EvidenceRecord extends Replay {
  readonly format: typeof evidenceFormat;
  readonly formatVersion: typeof evidenceVersion;
  readonly discussion: string;
  /** The point of the discussion's history that it was replayed to. */
  readonly head: string;
  /** The prompt's id, and its version at that point. */
  readonly prompt: string;
  readonly version: number;
  /** The person's id: the `sub` of the site's token, or the authority's for a guest. */
  readonly person: string;
  /** The rules that stood, each from this version of the prompt on; null where it had none. */
  readonly rules: readonly { readonly version: number; readonly rule: CreditRule | null }[];
  /** Own posts that a facilitator left out of all that counts, and when. */
  readonly voided: readonly Counted[];
  /** The facilitator's word that stands, as their id and when; null where there is none. */
  readonly attestation: { readonly by: string; readonly at: string } | null;
  /** SHA-256 of the canonical JSON of all the rest, in hexadecimal. */
  readonly hash: string;
}

/** A discussion that evidence is read from. */
export interface EvidenceSource {
  readonly discussion: string;
  readonly head: string;
  readonly record: Pick<StoredDiscussion, 'prompts' | 'moved'>;
  readonly posts: ReadonlyMap<string, StoredPost>;
}

/** Every version whose rule is another than that of the version before. */
function rulesOf(prompt: ArrangedPrompt): EvidenceRecord['rules'] {
  const versions = versionsOf(prompt).map(({ version, credit }) => ({ version, rule: credit }));
  const print = (place: number): string => JSON.stringify(versions[place]?.rule);
  return versions.filter((_, place) => place === 0 || print(place) !== print(place - 1));
}

/** The prompts that evidence is kept of: nobody has done anything for a draft. */
function promptsOf({ record: { prompts = [] } }: EvidenceSource): readonly ArrangedPrompt[] {
  return prompts.filter(
    (prompt) => prompt.state !== 'draft' && versionsOf(prompt).some(({ credit }) => credit !== null),
  );
}

/** Ids of all who wrote to a prompt with a rule, or whom a facilitator attested, sorted; facilitators are none of them. */
export function peopleIn(source: EvidenceSource): readonly string[] {
  const prompts = promptsOf(source);
  const ids = new Set(prompts.map(({ id }) => id));
  const people = new Set(prompts.flatMap(({ attestations }) => attestations.map(({ personId }) => personId)));
  for (const { prompt, author } of source.posts.values())
    if (author.role !== 'facilitator' && ids.has(prompt?.id ?? '')) people.add(author.id);
  return [...people].sort();
}

/** The records of one person, without their hashes: one for each prompt, in the order of the discussion. */
export function evidenceOf(
  source: EvidenceSource,
  person: string,
  marks: readonly Mark[],
): readonly Omit<EvidenceRecord, 'hash'>[] {
  const { discussion, head, record, posts } = source;
  return promptsOf(source).map((prompt) => {
    const written = [...posts.values()].filter((post) => post.prompt?.id === prompt.id);
    const attested = prompt.attestations.find(({ personId }) => personId === person);
    return {
      ...{ format: evidenceFormat, formatVersion: evidenceVersion, discussion, head },
      ...{ prompt: prompt.id, version: prompt.version, person, rules: rulesOf(prompt) },
      ...replay(prompt, record, person, written, marks),
      voided: written
        .filter(({ author, voided }) => author.id === person && voided !== undefined)
        .map(({ id, voided }) => ({ post: id, at: voided?.at ?? '' })),
      attestation: attested === undefined ? null : { by: attested.by.id, at: attested.at },
    };
  });
}
