#!/usr/bin/env node
// Finds a Chromium for the tests and prints its path: $CHROME_PATH, the PATH, known places; on Debian as root it installs
// the package. Otherwise it says in one sentence what to install, and ends with 3.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isExecutable);
}

function install() {
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const get = () => apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  return get() || (apt('update', '-q') && get());
}

function main() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) return isExecutable(wanted) ? wanted : `CHROME_PATH is ${wanted}, which cannot be run.`;
  const found = find();
  if (found !== undefined) return found;
  const mayInstall = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (mayInstall && install()) return find();
  return 'No Chromium was found: install Debian’s package with "apt-get install chromium", or set CHROME_PATH.';
}

const answer = main();
if (answer !== undefined && isExecutable(answer)) console.log(answer);
else {
  console.error(answer);
  process.exitCode = 3;
}
