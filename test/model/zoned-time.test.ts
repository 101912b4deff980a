// Local times across the days on which clocks change. The instants were worked out by hand from the published rules.
import { expect } from 'chai';
import { fromZoned, toZoned } from '../../src/model/zoned-time.ts';

const table: readonly (readonly [zone: string, local: string, instant: string, what: string])[] = [
  ['Europe/Zurich', '2026-01-15T09:00', '2026-01-15T08:00:00.000Z', 'winter'],
  ['Europe/Zurich', '2026-07-15T09:00', '2026-07-15T07:00:00.000Z', 'summer'],
  ['Europe/Zurich', '2026-03-29T01:59', '2026-03-29T00:59:00.000Z', 'the last minute before clocks go forward'],
  ['Europe/Zurich', '2026-03-29T03:00', '2026-03-29T01:00:00.000Z', 'the first minute after it'],
  ['Europe/Zurich', '2026-10-25T01:59', '2026-10-24T23:59:00.000Z', 'before clocks go back'],
  ['Europe/Zurich', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z', 'the first of two'],
  ['Europe/Zurich', '2026-10-25T03:00', '2026-10-25T02:00:00.000Z', 'after clocks went back'],
  ['America/New_York', '2026-03-08T03:00', '2026-03-08T07:00:00.000Z', 'forward in New York'],
  ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00.000Z', 'the first of two in New York'],
  ['America/New_York', '2026-11-01T02:00', '2026-11-01T07:00:00.000Z', 'after the second'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z', 'half an hour back'],
  ['Asia/Kolkata', '2026-06-01T00:00', '2026-05-31T18:30:00.000Z', 'half an hour off'],
  ['Asia/Kathmandu', '2026-06-01T00:00', '2026-05-31T18:15:00.000Z', 'three quarters off'],
  ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000Z', 'fourteen hours ahead'],
  ['Pacific/Pago_Pago', '2026-01-01T00:00', '2026-01-01T11:00:00.000Z', 'eleven hours behind'],
  ['UTC', '2028-02-29T12:00', '2028-02-29T12:00:00.000Z', 'a leap day'],
];

describe('local times', () => {
  for (const [zone, local, instant, what] of table)
    it(`${local} in ${zone} is ${instant} and back (${what})`, () => {
      expect(fromZoned(local, zone)).to.equal(instant);
      expect(toZoned(instant, zone)).to.equal(local);
    });

  it('goes on by what clocks skip', () => {
    expect(fromZoned('2026-03-29T02:30', 'Europe/Zurich')).to.equal('2026-03-29T01:30:00.000Z');
    expect(fromZoned('2026-03-08T02:15', 'America/New_York')).to.equal('2026-03-08T07:15:00.000Z');
    expect(fromZoned('2026-10-04T02:10', 'Australia/Lord_Howe')).to.equal('2026-10-03T15:40:00.000Z');
  });

  it('shows the second of two the same', () => {
    expect(toZoned('2026-10-25T01:30:00.000Z', 'Europe/Zurich')).to.equal('2026-10-25T02:30');
  });

  it('is null for what is no time', () => {
    for (const local of ['', '2026-02-30T10:00', '2026-13-01T10:00', '2026-01-01T24:00', '2026-01-01', 'soon'])
      expect(fromZoned(local, 'UTC'), local).to.equal(null);
  });
});
