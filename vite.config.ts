// Builds, one a mode: `browser` and `embed` (files a server hands to pages), `lib` (modules for npm users, their
// dependencies left to them), `server` (Node; its own packages bundled, so that nobody else downloads them).
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const panelFolder = 'dist/browser/panel';

/** Takes the indentation out of templates and sheets: what is minified has no other lines. */
const flatTemplates: Plugin = {
  name: 'flat-templates',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/>\n\s+</g, '> <').replace(/\n\s+/g, ' ');
  },
};

/** Takes out of our own sheets what only their readers need: lines, and spaces beside marks. */
const tightSheets: Plugin = {
  name: 'tight-sheets',
  enforce: 'pre',
  transform(code, id) {
    if (!/src[\\/].*\.styles\.ts$/.test(id)) return null;
    const tight = (sheet: string): string =>
      sheet
        .replace(/\/\*.*?\*\//gs, '')
        .replace(/\s*\n\s*/g, ' ')
        .replace(/ ?([{};]) ?/g, '$1')
        .replace(/([,:]) /g, '$1')
        .replace(/ ([>~/]) /g, '$1')
        .replace(/#(\w)\1(\w)\2(\w)\3\b/g, '#$1$2$3')
        .replace(/(?<![\w.])0\.(?=\d)/g, '.')
        .replace(/;\}/g, '}');
    return { code: code.replace(/css`([^`]*)`/g, (_whole, sheet: string) => `css\`${tight(sheet)}\``), map: null };
  },
};

/**
 * Keeps the bundler's own helper to the names that a module exports: with `for … in` it also meets what an old script of
 * the page has put on every object, takes it for an export, and the module does not load.
 */
const ownExports: Plugin = {
  name: 'own-exports',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || chunk.name !== 'rolldown-runtime') continue;
      const mended = chunk.code.replace(/for ?\((var|let) (\w+) in (\w+)\)/, 'for($1 $2 of Object.keys($3))');
      if (mended === chunk.code) throw new Error('the helper of the bundler is built otherwise now');
      chunk.code = mended;
    }
  },
};

/** Leaves of marked what the panel uses, its lexer: its one file cannot be taken apart by a bundler. */
const lexerOfMarked: Plugin = {
  name: 'lexer-of-marked',
  transform(code, id) {
    if (!/marked[\\/]lib[\\/]marked\.esm\.js$/.test(id)) return null;
    const [, lexer] = /(\w+) as Lexer\b/.exec(code) ?? [];
    const [, tokenizer] = /(\w+) as Tokenizer\b/.exec(code) ?? [];
    const rest = /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\(/.exec(code);
    if (lexer === undefined || tokenizer === undefined || rest === null)
      throw new Error('marked is built otherwise now');
    return {
      code: `${code.slice(0, rest.index)}\nexport { ${lexer} as Lexer, ${tokenizer} as Tokenizer };`,
      map: null,
    };
  },
};

type ModuleInfo = (id: string) => { readonly importers: readonly string[] } | null;

/** True for what the panel's entry needs at once: it is one file, which is smaller than its parts. */
function isOfPanel(id: string, infoOf: ModuleInfo): boolean {
  const seen = new Set<string>();
  const waiting = [...(infoOf(id)?.importers ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (/[\\/]src[\\/]index\.ts$/.test(next)) return true;
    if (!seen.has(next)) waiting.push(...(infoOf(next)?.importers ?? []));
    seen.add(next);
  }
  return false;
}

/** Small modules that several of the files need that are loaded after the panel. */
const ofMany =
  /[\\/](directives[\\/]repeat|lit-html[\\/]directive.*|adopt-sheet|select\.styles|single-keys|words-in|unanswered|abilities|move-words|selected-range|edit-field|model[\\/]live)\.[jt]s$/;

/** The files that the panel's entry needs at once, and those that its first posts do: fetched beside it. */
function besideEntry(): { readonly first: readonly string[]; readonly later: readonly string[] } {
  const files = readdirSync(panelFolder);
  const needs = (file: string, known: Set<string>): Set<string> => {
    const text = readFileSync(`${panelFolder}/${file}`, 'utf8');
    for (const [, other = ''] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+)["'`]/g))
      if (!known.has(other)) needs(other, known.add(other));
    return known;
  };
  const first = needs('peer-discussion.js', new Set());
  const later = new Set(files.filter((file) => /^(markdown|panel-learning)-/.test(file)));
  for (const file of [...later]) needs(file, later);
  return { first: [...first], later: [...later].filter((file) => !first.has(file)) };
}

const production = { 'process.env.NODE_ENV': '"production"' };
const target = 'es2022';

const modes: Readonly<Record<string, UserConfig>> = {
  browser: {
    define: production,
    plugins: [lexerOfMarked, ownExports, tightSheets, flatTemplates],
    build: {
      outDir: panelFolder,
      target,
      modulePreload: false,
      lib: {
        entry: {
          'peer-discussion': 'src/index.ts',
          'peer-discussion-index': 'src/index-element.ts',
          local: 'src/adapters/local.ts',
          memory: 'src/adapters/memory.ts',
          adapter: 'src/adapter.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        output: {
          minify: true,
          comments: { annotation: false }, // for bundlers, and nobody bundles these files again
          chunkFileNames: '[name]-[hash:7].js',
          entryFileNames: '[name].js',
          codeSplitting: {
            groups: [
              {
                debugName: 'panel',
                name: (id, from) => (isOfPanel(id, (one) => from.getModuleInfo(one)) ? 'panel' : null),
              },
              // What many later files need is one of its own: what is asked for then is one file more and not six.
              { name: 'shared', test: ofMany },
            ],
          },
        },
      },
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
          'index-element': 'src/index-element.ts',
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
  const define = mode === 'embed' ? { __BESIDE__: JSON.stringify(besideEntry()) } : chosen.define;
  return { configFile: false, publicDir: false, logLevel: 'warn', ...chosen, ...(define && { define }) };
});
