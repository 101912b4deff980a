// The browsers that tests run in: those of the machine, nothing is downloaded. Where they are: ensure-browser.mjs.
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserNames, ensureBrowser } from './ensure-browser.mjs';

const quiet = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

const options = {
  chromium: () => ({
    launchOptions: { args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet] },
    // A context for each page, and so a process: what one file emulates, such as forced colours, stays its own.
    createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
  }),
  firefox: () => ({
    concurrency: 1,
    launchOptions: {
      browser: 'firefox',
      extraPrefsFirefox: {
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
      },
    },
  }),
};

function launcher(name) {
  const { launchOptions, ...rest } = options[name]();
  const made = chromeLauncher({ ...rest, launchOptions: { ...launchOptions, executablePath: ensureBrowser(name) } });
  return Object.assign(made, { name });
}

/** Launchers for the browsers of these names. */
export function browsers(names) {
  const unknown = names.find((name) => !browserNames.includes(name));
  if (unknown !== undefined) throw new Error(`BROWSERS knows ${browserNames.join(' and ')}, not ${unknown}.`);
  return names.map(launcher);
}
