// The reference of the element, out of its custom-elements.json: tables of attributes, properties, events, slots, parts
// and custom properties. `--write` puts them into the README; a test compares.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeBetween } from './readme.mjs';

const manifest = fileURLToPath(new URL('../../dist/custom-elements.json', import.meta.url));

const cell = (text = '') =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
const code = (text) => (text ? `\`${cell(text)}\`` : '');

function table(title, heads, rows) {
  if (rows.length === 0) return [];
  return [
    `### ${title}`,
    '',
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ];
}

/** The tables, as Markdown. */
export function reference(tag = 'peer-discussion') {
  const { modules } = JSON.parse(readFileSync(manifest, 'utf8'));
  const element = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
  if (element === undefined) throw new Error(`custom-elements.json does not know <${tag}>`);
  const { attributes = [], members = [], events: fired = [], slots = [], cssParts = [], cssProperties = [] } = element;
  // The analyser also lists dispatches it cannot name.
  const events = fired.filter(({ name, description }) => name?.startsWith('peer-') && description);
  const properties = members.filter(
    ({ kind, privacy, static: isStatic, description, attribute }) =>
      kind === 'field' && (privacy ?? 'public') === 'public' && !isStatic && description && attribute === undefined,
  );
  return [
    ...table(
      'Attributes',
      ['attribute', 'what it says'],
      attributes.map(({ name, description }) => [code(name), cell(description)]),
    ),
    ...table(
      'Properties',
      ['property', 'type', 'what it says'],
      properties.map(({ name, type, description }) => [code(name), code(type?.text), cell(description)]),
    ),
    ...table(
      'Events',
      ['event', 'class', 'when'],
      events.map(({ name, type, description }) => [code(name), code(type?.text), cell(description)]),
    ),
    ...table(
      'Slots',
      ['slot', 'for'],
      slots.map(({ name, description }) => [name === '' ? '(default)' : code(name), cell(description)]),
    ),
    ...table(
      'Parts',
      ['part', 'what it is'],
      cssParts.map(({ name, description }) => [code(name), cell(description)]),
    ),
    ...table(
      'Custom properties',
      ['property', 'what it sets', 'default'],
      cssProperties.map(({ name, description, default: value }) => [code(name), cell(description), code(value)]),
    ),
  ]
    .join('\n')
    .trim();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write')) {
    await writeBetween('reference', reference());
    await writeBetween('reference of the index', reference('peer-discussion-index'));
  } else console.log(reference());
}
