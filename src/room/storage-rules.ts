// The contract of a storage as checkable rules, the sentence and its check together. No test runner is needed: name a
// test after each rule that applies (`needs`) and run its check(make) there. What to bring: rules/bench.ts.
import type { StorageRule } from './rules/bench.ts';
import { commitRules } from './rules/commits.ts';
import { keepingRules, readingTimeRules } from './rules/keeping.ts';
import { listingRules } from './rules/listing.ts';
import { readingRules } from './rules/reading.ts';
import { threadRules } from './rules/threads.ts';

export type { MakeStorageBench, StorageBench, StorageRule } from './rules/bench.ts';

/** Every rule that a storage obeys, in the order of the contract. */
export const storageRules: readonly StorageRule[] = [
  ...commitRules,
  ...readingRules,
  ...keepingRules,
  ...threadRules,
  ...readingTimeRules,
  ...listingRules,
];
