// Times as exports write them, as times of ours.

const form = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** ISO 8601 in UTC; null where the text is no time, such as `0000-00-00 00:00:00`. Without a zone it is taken as UTC. */
export function isoTime(text: string): string | null {
  const [, year, month, day, hour, minute, second = '00', zone = 'Z'] = form.exec(text.trim()) ?? [];
  if (year === undefined || year === '0000') return null;
  const offset = zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  if (Number.isNaN(time) || new Date(`${year}-${month}-${day}T00:00Z`).getUTCDate() !== Number(day)) return null;
  return new Date(time).toISOString();
}
