// Times as people in a time zone write them, and as the authority keeps them. By Intl alone.

const minuteMs = 60_000;

/** How far the clocks of a zone are ahead of UTC at a time, in milliseconds. */
function aheadOf(time: number, timeZone: string): number {
  const style: Intl.DateTimeFormatOptions = {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ second: '2-digit', hourCycle: 'h23', timeZone, calendar: 'gregory', numberingSystem: 'latn' },
  };
  const parts = new Intl.DateTimeFormat('en-US', style).formatToParts(time);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(time / 1_000) * 1_000;
}

/** A time as the clocks of a zone show it, `2026-11-23T14:30`. @param at ISO 8601 in UTC */
export function toZoned(at: string, timeZone: string): string {
  const time = Date.parse(at);
  return new Date(time + aheadOf(time, timeZone)).toISOString().slice(0, 16);
}

/**
 * What the clocks of a zone show as ISO 8601 in UTC; null where it is no time. A time that the clocks leap over is as
 * long after the leap as it is into it; of one that they show twice it is the first.
 * @param local `2026-11-23T14:30`
 */
export function fromZoned(local: string, timeZone: string): string | null {
  const wall = Date.parse(`${local}Z`);
  // Some engines take the 30th of February for the 2nd of March.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 16) !== local) return null;
  const day = 1_440 * minuteMs;
  const [before, after] = [aheadOf(wall - day, timeZone), aheadOf(wall + day, timeZone)];
  const fitting = [before, after]
    .map((ahead) => wall - ahead)
    .filter((time) => time + aheadOf(time, timeZone) === wall);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wall - before).toISOString();
}
