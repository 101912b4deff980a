// A command for tests in Chromium: forced colours, reduced motion, a finger instead of a mouse. The runner's own
// command knows only the colour scheme and motion.

/** A plugin of @web/test-runner: `executeServerCommand('emulate', { features, isTouch })`; `{}` ends it. */
export function emulatePlugin() {
  return {
    name: 'emulate',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate') return undefined;
      const client = await session.browser.getPage(session.id).createCDPSession();
      const { features = {}, isTouch = false } = payload;
      await client.send('Emulation.setEmulatedMedia', {
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
      // What has the focus is drawn so only in a window that has it too.
      await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
      await client.send('Emulation.setTouchEmulationEnabled', { enabled: isTouch });
      if (isTouch)
        await client.send('Emulation.setDeviceMetricsOverride', {
          ...{ width: 360, height: 740, deviceScaleFactor: 1 },
          mobile: true,
        });
      else await client.send('Emulation.clearDeviceMetricsOverride');
      return true;
    },
  };
}
