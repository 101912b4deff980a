// The contract of an adapter as checkable rules, the sentence and its check together. No test runner is needed: name a
// test after each rule that applies (`needs`) and run its check(make) there. What to bring: rules/bench.ts.
import type { AdapterRule } from './rules/bench.ts';
import { closingRules } from './rules/closing.ts';
import { connectionRules } from './rules/connection.ts';
import { editingRules } from './rules/editing.ts';
import { lawRules } from './rules/law.ts';
import { lookRules } from './rules/looking.ts';
import { moderationRules } from './rules/moderation.ts';
import { pagingLawRules } from './rules/paging-law.ts';
import { pagingRules } from './rules/paging.ts';
import { postingRules } from './rules/posting.ts';
import { privateRules } from './rules/private.ts';
import { refusalRules } from './rules/refusals.ts';
import { sessionRules } from './rules/session.ts';
import { syncRules } from './rules/sync.ts';
import { unsupportedRules } from './rules/unsupported.ts';
import { deskRules } from './rules/desk.ts';
import { evidenceRules } from './rules/evidence.ts';
import { endorseRules } from './rules/endorsing.ts';
import { gateRules } from './rules/gates.ts';
import { indexRules } from './rules/indexing.ts';
import { moveRules } from './rules/moves.ts';
import { pinningRules } from './rules/pinning.ts';

export type { AdapterRule, Bench, MakeBench, Need, Somebody } from './rules/bench.ts';

/** Every rule that an adapter obeys, in the order of the contract. */
export const adapterRules: readonly AdapterRule[] = [
  ...sessionRules,
  ...syncRules,
  ...postingRules,
  ...refusalRules,
  ...editingRules,
  ...moderationRules,
  ...privateRules,
  ...connectionRules,
  ...lawRules,
  ...pagingRules,
  ...pagingLawRules,
  ...lookRules,
  ...unsupportedRules,
  ...moveRules,
  ...gateRules,
  ...endorseRules,
  ...deskRules,
  ...evidenceRules,
  ...indexRules,
  ...closingRules,
  ...pinningRules,
];
