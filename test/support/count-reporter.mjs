// Reports a run in browsers: every failure with its stack, and in the end «browser: N passed, N failed».

function* walk(suite, path = []) {
  for (const test of suite?.tests ?? []) yield { ...test, name: [...path, test.name].join(' › ') };
  for (const inner of suite?.suites ?? []) yield* walk(inner, [...path, inner.name]);
}

/** A reporter for @web/test-runner. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const session of sessions) {
        const file = session.testFile?.replace(process.cwd(), '.') ?? 'a group of tests';
        const where = `${file} (${session.browser.name})`;
        const tests = [...walk(session.testResults)];
        const broken = [...session.errors, ...(session.request404s ?? []).map((url) => ({ message: `404: ${url}` }))];
        for (const error of broken) console.log(`✖ ${where}: ${error.stack ?? error.message}`);
        for (const test of tests) {
          if (test.passed) passed++;
          else if (!test.skipped) {
            failed++;
            console.log(`✖ ${where}: ${test.name}\n  ${test.error?.stack ?? test.error?.message ?? ''}`);
          }
        }
        // A file that did not load, or in which nothing ran, has failed.
        if (session.errors.length > 0 || tests.length === 0) failed++;
        else console.log(`✔ ${where}: ${tests.filter((test) => test.passed).length}`);
      }
      console.log(`browser: ${passed} passed, ${failed} failed`);
    },
  };
}
