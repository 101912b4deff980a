// Small storms over a real server and a real SQLite file. `npm run storm -- --real sqlite` raises longer ones.
import { test } from 'node:test';
import { demandSound } from './demand-sound.ts';
import { startOnSqlite } from './servers.ts';
import { cuttingAnswers, fillingDisk, killing, reloading } from './troubles.ts';

const storms = [
  ['kill -9 while people post, three times', killing(3), 'servers killed'],
  [
    'connections that break after the request went up and before its answer came down',
    cuttingAnswers(6),
    'answers cut',
  ],
  ['pages loaded anew while they are sending', reloading(6), 'pages reloaded'],
  ['a full disk: posts fail with `internal` and wait, reading goes on', fillingDisk, 'writes failed'],
] as const;

for (const [name, trouble, fault] of storms)
  test(`on SQLite nothing is lost: ${name}`, (t) => demandSound(t, startOnSqlite, trouble, fault));
