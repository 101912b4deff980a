// Reports a run in browsers: every failure with its stack, and in the end "browser: N passed, N failed".

function* walk(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...path, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* walk(inner, [...path, inner.name]);
}

function said(error) {
  const { name = 'Error', message = 'unknown', stack = '' } = error ?? {};
  return stack.includes(message) ? stack : `${name}: ${message}\n${stack}`;
}

/** A reporter for @web/test-runner. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const { browser, errors, request404s, testFile, testResults } of sessions) {
        const file = testFile?.replace(process.cwd(), '.') ?? 'a group of tests';
        const fail = (what) => {
          failed++;
          console.log(`✖ ${file} (${browser.name}): ${what}`);
        };
        const ran = [...walk(testResults)].filter((test) => !test.skipped);
        for (const test of ran)
          if (test.passed) passed++;
          else fail(`${test.name}\n${said(test.error)}`);
        // A file that did not load has failed, and so has one in which nothing ran.
        for (const error of errors) fail(said(error));
        for (const url of request404s ?? []) console.log(`  ${file}: 404 for ${url}`);
        if (errors.length === 0 && ran.length === 0) fail('no test ran');
        if (ran.length > 0 && ran.every((test) => test.passed))
          console.log(`✔ ${file} (${browser.name}): ${ran.length}`);
      }
      if (sessions.length === 0) failed++;
      console.log(`browser: ${passed} passed, ${failed} failed`);
      // The runner leaves with 0 after a file without tests.
      if (failed > 0) process.once('exit', () => (process.exitCode = 1));
    },
  };
}
