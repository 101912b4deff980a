// The browsers that tests run in: those of the machine, nothing is downloaded.
import { chromeLauncher } from '@web/test-runner-chrome';

const quiet = [
  ...['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

function named(launcher, name) {
  launcher.name = name;
  return launcher;
}

const launchers = {
  chromium: () =>
    named(
      chromeLauncher({
        launchOptions: {
          executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
          args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet],
        },
      }),
      'Chromium',
    ),
  firefox: () =>
    named(
      chromeLauncher({
        concurrency: 1,
        launchOptions: {
          browser: 'firefox',
          executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
          extraPrefsFirefox: {
            'network.captive-portal-service.enabled': false,
            'network.connectivity-service.enabled': false,
          },
        },
      }),
      'Firefox',
    ),
};

/** Launchers for the browsers of these names. */
export function browsers(names) {
  return names.map((name) => {
    const launcher = launchers[name];
    if (launcher === undefined) throw new Error(`BROWSERS knows ${Object.keys(launchers).join(' and ')}, not ${name}`);
    return launcher();
  });
}
