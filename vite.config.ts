// Builds, one a mode: `browser` and `embed` (files a server hands to pages), `lib` (modules for npm users, their
// dependencies left to them), `server` (Node; its own packages bundled, so that nobody else downloads them).
import { defineConfig, type UserConfig } from 'vite';

const production = { 'process.env.NODE_ENV': '"production"' };
const target = 'es2022';

const modes: Readonly<Record<string, UserConfig>> = {
  browser: {
    define: production,
    build: {
      outDir: 'dist/browser/panel',
      target,
      modulePreload: false,
      lib: {
        entry: {
          'peer-discussion': 'src/index.ts',
          local: 'src/adapters/local.ts',
          memory: 'src/adapters/memory.ts',
          adapter: 'src/adapter.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: { output: { minify: true, chunkFileNames: '[name]-[hash].js', entryFileNames: '[name].js' } },
    },
  },
  embed: {
    build: {
      outDir: 'dist/browser',
      emptyOutDir: false,
      target,
      lib: { entry: 'src/embed.ts', formats: ['iife'], name: 'peerDiscussionEmbed', fileName: () => 'embed.js' },
      rolldownOptions: { output: { minify: true } },
    },
  },
  lib: {
    build: {
      outDir: 'dist/lib',
      target,
      minify: false,
      sourcemap: false,
      lib: {
        entry: {
          index: 'src/index.ts',
          element: 'src/elements/peer-discussion.ts',
          adapter: 'src/adapter.ts',
          'adapter-rules': 'src/adapters/adapter-rules.ts',
          local: 'src/adapters/local.ts',
          memory: 'src/adapters/memory.ts',
          socket: 'src/adapters/socket.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/^lit(\/|$)/, /^@noble\/hashes/, 'idb', 'marked', 'socket.io-client'],
      },
    },
  },
  server: {
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: true,
      outDir: 'dist/server',
      target: 'node20',
      rolldownOptions: {
        input: { main: 'src/server/main.ts', index: 'src/server/index.ts' },
        external: ['bufferutil', 'utf-8-validate'],
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
};

export default defineConfig(({ mode }) => {
  const chosen = modes[mode];
  if (chosen === undefined) throw new Error(`--mode must be one of ${Object.keys(modes).join(', ')}, not ${mode}`);
  return { configFile: false, publicDir: false, logLevel: 'warn', ...chosen };
});
