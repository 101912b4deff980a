// Makes a test of every rule that applies. Works with any runner: hand it that runner's `it` or `test`.

interface Rule<Make> {
  readonly id: string;
  readonly rule: string;
  readonly needs: readonly string[];
  readonly check: (make: Make) => Promise<void>;
}

/** One test for each rule whose needs are all in `has`. */
export function runRules<Make>(
  it: (title: string, run: () => Promise<void>) => unknown,
  rules: readonly Rule<Make>[],
  make: Make,
  has: readonly string[] = [],
): void {
  for (const { id, rule, needs, check } of rules)
    if (needs.every((need) => has.includes(need))) it(`${id} ${rule}`, () => check(make));
}
