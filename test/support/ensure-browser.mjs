#!/usr/bin/env node
// Finds a browser for the tests: its variable, the PATH, known places; on Debian as root it installs the package. Run by
// itself it prints the path; where there is none it says in one sentence what to install, and ends with 3.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kinds = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'],
    places: [
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    debian: 'firefox-esr',
  },
};

/** The browsers that tests can run in. */
export const browserNames = Object.keys(kinds);

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find({ names, places }) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(isExecutable);
}

function install(debian) {
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return;
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const get = () => apt('install', '-y', '-q', '--no-install-recommends', debian);
  if (!get() && apt('update', '-q')) get();
}

/** The path of this browser. Throws where there is none: the message is the one sentence that helps. */
export function ensureBrowser(name) {
  const kind = kinds[name];
  const wanted = process.env[kind.variable];
  if (wanted) {
    if (isExecutable(wanted)) return wanted;
    throw new Error(`${kind.variable} is ${wanted}, which cannot be run.`);
  }
  let found = find(kind);
  if (found === undefined) {
    install(kind.debian);
    found = find(kind);
  }
  if (found !== undefined) return found;
  throw new Error(
    `No ${name} was found: install Debian's package with "apt-get install ${kind.debian}", or set ${kind.variable}.`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(ensureBrowser(process.argv[2] ?? 'chromium'));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 3;
  }
}
