// A command for tests in Chromium: forced colours, reduced motion, a finger instead of a mouse. The runner's own
// command knows only the colour scheme and motion.

/** The open emulation of each page: it lasts as long as its connection, and pages are used again by later files. */
const clients = new WeakMap();

async function end(page) {
  const client = clients.get(page);
  clients.delete(page);
  await client?.detach();
}

/** A plugin of @web/test-runner: `executeServerCommand('emulate', { features, isTouch })`; `{}` ends it. */
export function emulatePlugin() {
  return {
    name: 'emulate',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate') return undefined;
      const page = session.browser.getPage(session.id);
      const { features, isTouch = false } = payload;
      await end(page);
      if (features === undefined && !isTouch) return true;
      const client = await page.createCDPSession();
      clients.set(page, client);
      await client.send('Emulation.setEmulatedMedia', {
        features: Object.entries(features ?? {}).map(([name, value]) => ({ name, value })),
      });
      // What has the focus is drawn so only in a window that has it too.
      await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      if (!isTouch) return true;
      await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      await client.send('Emulation.setDeviceMetricsOverride', {
        ...{ width: 360, height: 740, deviceScaleFactor: 1 },
        mobile: true,
      });
      return true;
    },
  };
}
