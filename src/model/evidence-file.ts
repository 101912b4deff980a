// Evidence records as bytes: the same records always give the same ones, wherever they are written.
import type { EvidenceRecord } from './evidence-record.ts';

/** The forms of a file of evidence. */
export type EvidenceForm = 'json' | 'csv';

/** Plain data as canonical JSON (RFC 8785): names sorted, nothing between. Numbers must be whole. */
export function canonicalJson(data: unknown): string {
  return JSON.stringify(data, (_name, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Records as JSON: an array with one record a line, each in canonical form. */
function toJson(records: readonly EvidenceRecord[]): string {
  return records.length === 0 ? '[]\n' : `[\n${records.map(canonicalJson).join(',\n')}\n]\n`;
}

/** A cell of CSV (RFC 4180); one that a spreadsheet would take for a formula begins with a quote (ASVS 1.2.10). */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The columns of a CSV file, in their order. */
const columns = [
  ...['discussion', 'head', 'prompt', 'version', 'person', 'part', 'have', 'want', 'metAt', 'metUnder', 'posts'],
  ...['completedAt', 'completedUnder', 'attestedAt', 'attestedBy', 'hash'],
];

/** Records as CSV: one row for every part of every record. */
function toCsv(records: readonly EvidenceRecord[]): string {
  const rows = records.flatMap((record) => {
    const { discussion, head, prompt, version, person, completedAt, completedUnder, attestation, hash } = record;
    return record.clamps.map(({ clamp, have, want, metAt, metUnder, counted }) => [
      ...[discussion, head, prompt, version, person, clamp, have, want, metAt, metUnder],
      counted.map(({ post }) => post).join(' '),
      ...[completedAt, completedUnder, attestation?.at ?? null, attestation?.by ?? null, hash],
    ]);
  });
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** Records as the text of a file. */
export function evidenceFile(records: readonly EvidenceRecord[], form: EvidenceForm): string {
  return form === 'json' ? toJson(records) : toCsv(records);
}
