// Times of a zone and back, through the hours that clocks leap over and those they show twice.
import { expect } from 'chai';
import { fromZoned, toZoned } from '../../src/model/zoned-time.ts';

describe('a time in a zone', () => {
  for (const [zone, local, at] of [
    ['Europe/Berlin', '2026-11-23T14:30', '2026-11-23T13:30:00.000Z'],
    ['Europe/Berlin', '2026-07-01T00:05', '2026-06-30T22:05:00.000Z'],
    ['America/New_York', '2026-11-23T09:00', '2026-11-23T14:00:00.000Z'],
    ['Asia/Kathmandu', '2026-01-01T00:00', '2025-12-31T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T00:00', '2025-12-31T10:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-12-01T12:00', '2026-12-01T01:00:00.000Z'],
    ['UTC', '2024-02-29T23:59', '2024-02-29T23:59:00.000Z'],
  ] as const)
    it(`${zone}, ${local}`, () => {
      expect(fromZoned(local, zone)).to.equal(at);
      expect(toZoned(at, zone)).to.equal(local);
    });

  it('that clocks leap over is as long after the leap', () => {
    expect(fromZoned('2026-03-29T02:30', 'Europe/Berlin')).to.equal('2026-03-29T01:30:00.000Z');
  });

  it('that clocks show twice is the first', () => {
    expect(fromZoned('2026-10-25T02:30', 'Europe/Berlin')).to.equal('2026-10-25T00:30:00.000Z');
  });

  it('is null where it is none', () => {
    expect(fromZoned('', 'UTC')).to.equal(null);
    expect(fromZoned('soon', 'UTC')).to.equal(null);
  });
});
