// The workshop for themes: puts a theme on a real panel, lets its tokens be changed, says which pair of colours is hard
// to read, and writes the CSS to paste. The discussion lives in this page only.
import { createMemoryBackend, memoryAdapter } from '/panel/memory.js';
import '/panel/peer-discussion.js';
import { contrastOf, hexOf } from './theme-colours.js';

const themes = {
  default: 'As it is',
  wordpress: 'WordPress',
  contrast: 'High contrast',
  dense: 'Dense',
  serif: 'Warm serif',
  night: 'Night',
};
const colours = {
  text: 'Text',
  surface: 'Background',
  accent: 'Accent',
  'accent-text': 'On the accent',
  muted: 'Quiet text',
  edge: 'Edges of fields',
  line: 'Lines',
  tint: 'Set apart',
  danger: 'Errors',
  caution: 'What waits',
};
const measures = {
  'font-size': { name: 'Size of type', min: 13, max: 22, start: 16 },
  radius: { name: 'Round corners', min: 0, max: 28, start: 10 },
  padding: { name: 'Space inside', min: 4, max: 40, start: 22 },
};
/** What is read on what, and how much contrast WCAG 2.2 asks for. */
const pairs = [
  ['text', 'surface', 4.5],
  ['text', 'tint', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'tint', 4.5],
  ['accent', 'surface', 4.5],
  ['accent-text', 'accent', 4.5],
  ['danger', 'surface', 4.5],
  ['caution', 'surface', 4.5],
  ['edge', 'surface', 3],
];
const schemes = ['light', 'dark'];

const find = (selector) => document.querySelector(selector);
const panel = find('peer-discussion');
const stage = find('#stage');
const form = find('#editor');
const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** What was changed: colours a scheme each, measures for both. */
let edits = { light: {}, dark: {}, measures: {} };
let base = { light: {}, dark: {} };
let themeText = '';
let attempt = 0;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The colours a panel has in a scheme, read where they count: inside it. */
function readColours(scheme) {
  const probe = panel.appendChild(element('i', { slot: 'footer' }));
  const shown = stage.dataset.scheme;
  stage.dataset.scheme = scheme;
  const read = (token, ground) => {
    probe.style.color = `var(--peer-${token})`;
    return hexOf(getComputedStyle(probe).color, ground);
  };
  const surface = read('surface');
  const found = Object.fromEntries(Object.keys(colours).map((token) => [token, read(token, surface)]));
  stage.dataset.scheme = shown;
  probe.remove();
  return found;
}

function changedRules() {
  const lines = [];
  for (const token of Object.keys(colours)) {
    if (edits.light[token] === undefined && edits.dark[token] === undefined) continue;
    const [light, dark] = schemes.map((scheme) => edits[scheme][token] ?? base[scheme][token]);
    lines.push(`  --peer-${token}: ${light === dark ? light : `light-dark(${light}, ${dark})`};`);
  }
  for (const [token, size] of Object.entries(edits.measures)) lines.push(`  --peer-${token}: ${size}px;`);
  return lines.length === 0 ? '' : `peer-discussion {\n${lines.join('\n')}\n}\n`;
}

function showContrasts() {
  const seen = Object.fromEntries(schemes.map((scheme) => [scheme, readColours(scheme)]));
  let low = 0;
  const rows = pairs.map(([text, ground, least]) => {
    const cells = schemes.map((scheme) => {
      const ratio = contrastOf(seen[scheme][text], seen[scheme][ground]);
      const isLow = ratio < least;
      if (isLow) low++;
      const words = `${(Math.floor(ratio * 100) / 100).toFixed(2)}${isLow ? ' too low' : ''}`;
      return element('td', { className: isLow ? 'low' : '' }, words);
    });
    const head = element('th', { scope: 'row' }, colours[text]);
    return element('tr', {}, head, element('td', {}, colours[ground]), ...cells, element('td', {}, `${least}:1`));
  });
  find('#contrasts').replaceChildren(...rows);
  const verdict =
    low === 0
      ? 'Yes: every pair has the contrast that WCAG 2.2 asks for.'
      : `Not by everybody: ${low} ${low === 1 ? 'pair is' : 'pairs are'} below what WCAG 2.2 asks for.`;
  if (find('#verdict').textContent !== verdict) find('#verdict').textContent = verdict;
  return seen;
}

function showFields(seen) {
  const scheme = stage.dataset.scheme;
  for (const token of Object.keys(colours)) form.elements[token].value = seen[scheme][token];
  for (const [token, { start }] of Object.entries(measures)) {
    const size = edits.measures[token] ?? start;
    form.elements[token].value = size;
    form.elements[token].nextElementSibling.value = edits.measures[token] === undefined ? 'theme' : `${size} px`;
  }
}

function update() {
  const rules = changedRules();
  sheet.replaceSync(rules);
  find('#css').textContent = rules === '' ? themeText : `${themeText}\n/* Changed here */\n${rules}`;
  showFields(showContrasts());
}

/** Puts a theme's stylesheet in the place of the one before, once it is there. */
async function wear(theme) {
  const mine = ++attempt;
  const href = `/themes/${theme}.css`;
  const link = element('link', { rel: 'stylesheet', href });
  const isLoaded = new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
  document.head.append(link);
  const [text] = await Promise.all([fetch(href).then((answer) => answer.text()), isLoaded]);
  if (mine !== attempt) return link.remove();
  for (const old of document.querySelectorAll('link.theme')) old.remove();
  link.className = 'theme';
  themeText = text;
  edits = { light: {}, dark: {}, measures: {} };
  sheet.replaceSync('');
  base = Object.fromEntries(schemes.map((scheme) => [scheme, readColours(scheme)]));
  update();
}

function build() {
  for (const [value, name] of Object.entries(themes)) {
    const radio = element('input', { type: 'radio', name: 'theme', value, defaultChecked: value === 'default' });
    find('#themes').append(element('label', {}, radio, name));
  }
  for (const [token, name] of Object.entries(colours))
    find('#colours').append(element('label', {}, element('input', { type: 'color', name: token }), name));
  for (const [token, { name, min, max }] of Object.entries(measures)) {
    const range = element('input', { type: 'range', name: token, min, max });
    find('#ranges').append(element('label', {}, name, range, element('output')));
  }
}

function onInput({ target }) {
  const { name, value } = target;
  if (name === 'theme') return void wear(value);
  if (name === 'placement') panel.placement = value;
  else if (name === 'direction') stage.dir = value;
  else if (name === 'scheme') stage.dataset.scheme = value;
  else if (name in colours) edits[stage.dataset.scheme][name] = value;
  else if (name in measures) edits.measures[name] = Number(value);
  update();
}

function onReset(event) {
  event.preventDefault();
  edits = { light: {}, dark: {}, measures: {} };
  update();
}

async function copy() {
  const text = find('#css').textContent;
  try {
    await navigator.clipboard.writeText(text);
    find('#copied').textContent = 'Copied.';
  } catch {
    getSelection().selectAllChildren(find('#css'));
    find('#copied').textContent = 'Selected: copy it with your keyboard.';
  }
}

/** A page makes room for a docked panel; on a page that reads from right to left, at the other side. */
panel.addEventListener('peer-layout', ({ width }) => {
  document.body.style.paddingInline = stage.dir === 'rtl' ? `${width}px 0` : `0 ${width}px`;
});

async function converse() {
  const people = {
    amina: { id: 'amina', name: 'Amina Diallo', role: 'member' },
    jonas: { id: 'jonas', name: 'Jonas Weber', role: 'member' },
    rosa: { id: 'rosa', name: 'Rosa Iglesias', role: 'facilitator' },
    paula: { id: 'guest:paula', name: 'Paula Prospect', role: 'guest' },
  };
  const ids = [1, 2, 3, 4].map((number) => `6a0f3f0e-52f4-4c55-9a3b-0d1f6f2b7c0${number}`);
  const said = [
    ['rosa', null, 'What did a colleague show you **that you still use**? Answer somebody’s answer before you go.'],
    [
      'amina',
      0,
      'To end a meeting by asking who does what:\n\n> Who will have done what by Friday?\n\nIt costs a minute.',
    ],
    [
      'jonas',
      1,
      'We do that in writing, with `owner: name` at the top of the notes. See [our notes](https://example.org).',
    ],
    ['paula', null, 'I am new here. Does this work when nobody knows each other yet?'],
  ];
  const backend = createMemoryBackend();
  const room = backend.room('/themes');
  for (const [place, [who, answers, body]] of said.entries())
    await room.submit(await room.lens(people[who]), {
      type: 'create',
      op: ids[place],
      parentId: answers === null ? null : ids[answers],
      body,
    });
  panel.adapter = memoryAdapter({ me: people.rosa, backend });
}

stage.dataset.scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
build();
form.elements.scheme.value = stage.dataset.scheme;
form.addEventListener('input', onInput);
form.addEventListener('reset', onReset);
find('#copy').addEventListener('click', () => void copy());
await converse();
await wear(new FormData(form).get('theme'));
