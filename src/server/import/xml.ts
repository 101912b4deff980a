// Reads a large XML file as a stream and hands out the records in it, one small tree at a time.
// What a record means is left to the reader of each format.
import { createReadStream } from 'node:fs';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ImportError, type Place } from './import-error.ts';

/** An element with all that is in it. */
export interface XmlElement {
  /** `prefix:local` with the prefix that the format is given for its namespace; bare without a namespace. */
  readonly name: string;
  /** By name, made like an element's. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
  readonly place: Place;
}

/** What is to be found in a file. */
export interface XmlFormat {
  /** The prefix to name a namespace by; null for one without meaning here. */
  prefixOf(namespace: string): string | null;
  /** Paths of the elements to hand out, as `root/child`. */
  readonly records: ReadonlySet<string>;
  /** Looks at the root's name, without a prefix; a sentence says why this is not the format. */
  refuse(root: string, namespaces: readonly string[]): string | null;
}

interface Open {
  readonly name: string;
  readonly path: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  readonly place: Place;
  text: string;
  /** True inside a record, where everything is kept. */
  readonly kept: boolean;
}

/** What XML 1.0 does not allow, though exports hold it: these show nothing, so they are left out and counted. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A copy that does not keep the chunk of the file alive which the text was cut from. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

function decoderFor(file: string, start: Buffer): TextDecoder {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  const label = /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(start.toString('latin1', 0, 200))?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    throw new ImportError(file, { line: 1, column: 1 }, `its encoding "${label}" is not known`);
  }
}

/**
 * The records of a file, in its order.
 * @param dropped called with the number of characters left out because XML forbids them
 * @throws ImportError with line and column where the file is not XML, not this format, or ends too early
 */
export async function* readRecords(
  file: string,
  format: XmlFormat,
  dropped: (count: number) => void = () => {},
): AsyncGenerator<XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  const ready: XmlElement[] = [];
  let ending = false;

  const here = (): Place => ({ line: parser.line, column: Math.max(1, parser.column) });
  const nameOf = (uri: string, local: string): string => {
    const prefix = uri === '' ? '' : (format.prefixOf(uri) ?? '?');
    return prefix === '' ? local : `${prefix}:${local}`;
  };
  const addText = (text: string): void => {
    const top = open.at(-1);
    if (top?.kept === true) top.text += text;
  };

  parser.on('error', (error) => {
    const inside = open.at(-1);
    const said = error.message.replace(/^(?:\d+:\d+: )?/, '').replace(/\.$/, '');
    if (!ending) throw new ImportError(file, here(), `this is not well-formed XML: ${said}`);
    if (inside === undefined) throw new ImportError(file, here(), 'the file ends before its first element');
    const since = `which begins in line ${inside.place.line}`;
    throw new ImportError(file, here(), `the file ends too early, inside <${inside.name}>, ${since}`);
  });
  parser.on('opentag', (tag: SaxesTagNS) => {
    const name = nameOf(tag.uri, tag.local);
    const parent = open.at(-1);
    if (parent === undefined) {
      const refusal = format.refuse(tag.local, Object.values(tag.ns));
      if (refusal !== null) throw new ImportError(file, here(), refusal);
    }
    const path = parent === undefined ? name : `${parent.path}/${name}`;
    const attributes = new Map(
      Object.values(tag.attributes).map((attribute) => [nameOf(attribute.uri, attribute.local), attribute.value]),
    );
    const kept = parent?.kept === true || format.records.has(path);
    open.push({ name, path, attributes, children: [], place: here(), text: '', kept });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined || !closed.kept) return;
    const { name, attributes, children, place } = closed;
    const element = { name, attributes, children, text: detached(closed.text), place };
    const parent = open.at(-1);
    if (parent?.kept === true) parent.children.push(element);
    else ready.push(element);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);

  let decoder: TextDecoder | null = null;
  const feed = (text: string): void => {
    const clean = text.replace(forbidden, '');
    if (clean.length < text.length) dropped(text.length - clean.length);
    parser.write(clean);
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    decoder ??= decoderFor(file, chunk);
    feed(decoder.decode(chunk, { stream: true }));
    yield* ready.splice(0);
  }
  feed(decoder?.decode() ?? '');
  ending = true;
  parser.close();
  yield* ready.splice(0);
}

/** The text of an element's first child of this name, without white space around it; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? '';
}
