// `npm run cohort`: simulated cohorts with and without routing of waiting posts, as a table. `--seeds 20` plays so many,
// `--seed 7` that one alone; `--write` puts the table into the README. What is assumed of people: behaviour.ts.
import { parseArgs } from 'node:util';
import { routing } from '../../src/model/unanswered.ts';
import { writeBetween } from '../project/readme.mjs';
import { behaviour } from './behaviour.ts';
import { figuresOf, waitOf } from './figures.ts';
import { playCohort } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const seeds =
  values.seed === undefined ? Array.from({ length: Number(values.seeds) }, (_, at) => at + 1) : [Number(values.seed)];
if (seeds.length === 0 || !seeds.every(Number.isSafeInteger)) throw new Error('--seeds and --seed are whole numbers');

const without = [];
const routed = [];
for (const seed of seeds) {
  without.push(await playCohort(seed, null));
  routed.push(await playCohort(seed, behaviour.takesUp));
}

const hours = (wait) => (wait === Infinity ? 'none came' : `${wait.toFixed(1)} h`);
const percent = (part) => `${(100 * part).toFixed(1)} %`;
const [a, b] = [figuresOf(without), figuresOf(routed)];
const rows = [
  ['time to first reply, median', hours(a.median), hours(b.median)],
  ['time to first reply, 90th percentile', hours(a.ninetieth), hours(b.ninetieth)],
  ['first posts never answered', percent(a.never), percent(b.never)],
  ['replies, a cohort', a.replies.toFixed(0), b.replies.toFixed(0)],
  ['posts shown to somebody, a cohort', a.shown.toFixed(0), b.shown.toFixed(0)],
  [`most shown to one person in seven days (cap ${routing.perWeek})`, a.most, b.most],
];
const shorter = (part) =>
  routed.filter(({ waits }, place) => waitOf(waits, part) < waitOf(without[place].waits, part)).length;
const { learners, days } = behaviour;
const summary = `${seeds.length} cohorts of ${learners}, ${days} days each (seeds ${seeds[0]} to ${seeds.at(-1)}), ${a.posts} first posts without routing and ${b.posts} with. The median was shorter with routing in ${shorter(0.5)} of them, the 90th percentile in ${shorter(0.9)}.`;

const table = ['| | without | with routing |', '| --- | --: | --: |', ...rows.map((row) => `| ${row.join(' | ')} |`)];
console.log([...table, '', summary].join('\n'));
if (values.write) await writeBetween('cohort', [...table, '', summary].join('\n'));
if (b.most > routing.perWeek) {
  console.error(`Somebody was shown ${b.most} posts within seven days.`);
  process.exitCode = 1;
}
