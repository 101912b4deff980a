// The command `npm run exits`: finds the exits, examines all of them, and prints the list and what leaked.
import { examine } from './examine.ts';
import { findInSources } from './find-exits.ts';
import { inside, uncovered } from './covered.ts';
import { outside } from './world.ts';

const findings = await examine();
const exits = [...new Set([...findInSources(), ...findings.found])].sort();
for (const exit of exits) {
  const times = findings.taken.get(exit);
  process.stdout.write(`${exit}: ${times === undefined ? (inside[exit] ?? 'NOT COVERED') : `${times} times`}\n`);
}
const secrets = Object.values(findings.secrets).reduce((sum, count) => sum + count, 0);
const leaks = Object.entries(findings.leaks).flatMap(([name, lines]) => lines.map((line) => `${name}: ${line}`));
// Once more with other numbers of secrets: whoever is outside is given the same.
if (process.argv.includes('--twice') && leaks.length === 0) {
  const { forms } = await examine(2);
  for (const name of outside) {
    const [one, other] = [findings.forms, forms].map((each) => new Set(each[name]?.split('\n')));
    for (const line of other ?? []) if (one?.has(line) !== true) leaks.push(`${name} can count: ${line}`);
  }
}
for (const leak of leaks.slice(0, 60)) process.stdout.write(`LEAK ${leak}\n`);
const open = uncovered(exits, findings.taken);
for (const exit of open) process.stdout.write(`${exit}\n`);
process.stdout.write(
  `${exits.length} exits, ${Object.keys(findings.leaks).length} onlookers, ${secrets} secrets looked for, ${leaks.length} found\n`,
);
process.exitCode = leaks.length + open.length === 0 ? 0 : 1;
