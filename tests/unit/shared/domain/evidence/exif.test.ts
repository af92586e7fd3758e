import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photoFacts, positionText } from '#shared/domain/evidence/exif.ts';
import { isCutOff } from '#shared/domain/evidence/wholeness.ts';
import { uprightTurn } from '#worker/files/exif.ts';
import { BARE_JPEG, PHONE_RECORD, withExif, type PhotoRecord } from '../../../../helpers/photo.ts';

const facts = (record: PhotoRecord) => photoFacts(withExif(BARE_JPEG, record));

describe('what a photo says of itself', () => {
  it('is read: time with its zone, place, camera and exposure', () => {
    const found = facts(PHONE_RECORD);
    expect(found).toMatchObject({ takenAt: '2026-11-20T01:30:05.000Z', zoneStated: true, camera: 'Shili X1', altitude: 12, exposure: '1/125 秒', orientation: 1 });
    expect(positionText(found!)).toBe('北纬31.29896°，东经120.58532°');
  });

  it('takes Suzhou for a camera that names no zone, and another zone at its word', () => {
    const taken = (zone: string) => facts({ exif: [{ tag: 0x9003, type: 2, values: '2026:11:20 10:22:33' }, ...(zone === '' ? [] : [{ tag: 0x9011, type: 2 as const, values: zone }])] });
    expect(taken('')).toMatchObject({ takenAt: '2026-11-20T02:22:33.000Z', zoneStated: false });
    expect(taken('+09:00')?.takenAt).toBe('2026-11-20T01:22:33.000Z');
    expect(facts({ exif: [{ tag: 0x9003, type: 2, values: '0000:00:00 00:00:00' }] })?.takenAt).toBeNull();
  });

  it('is south and west by its references, and nowhere without a fix', () => {
    const at = (north: string, degrees: number) => facts({ gps: [{ tag: 1, type: 2, values: north }, { tag: 2, type: 5, values: [degrees, 1, 0, 1, 0, 1] }, { tag: 3, type: 2, values: 'W' }, { tag: 4, type: 5, values: [degrees, 1, 30, 1, 0, 1] }] })!;
    expect(positionText(at('S', 30))).toBe('南纬30.00000°，西经30.50000°');
    expect(positionText(at('N', 0))).toBe('');
    expect(positionText(at('N', 95))).toBe('');
  });

  it('is nothing for a photo without a record, and no matter how it is damaged it never breaks', () => {
    expect(photoFacts(BARE_JPEG)).toBeNull();
    const whole = withExif(BARE_JPEG, PHONE_RECORD);
    fc.assert(fc.property(fc.nat(whole.length), fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }), (length, flips) => {
      const damaged = whole.slice(0, length);
      for (const [at, value] of flips) if (at < damaged.length) damaged[at] = value;
      const found = photoFacts(damaged);
      expect(found === null || typeof found.camera === 'string').toBe(true);
    }), { numRuns: 300 });
  });

  it('turns pages of the volume upright', () => {
    const turned = (orientation: number) => uprightTurn(withExif(BARE_JPEG, { main: [{ tag: 0x0112, type: 3, values: [orientation] }] }));
    expect([1, 3, 6, 8, 99].map(turned)).toEqual([0, 180, 90, 270, 0]);
  });
});

describe('a file that was broken off', () => {
  it('lacks the end its format asks for', () => {
    expect(isCutOff('image/jpeg', BARE_JPEG)).toBe(false);
    expect(isCutOff('image/jpeg', BARE_JPEG.subarray(0, 6))).toBe(true);
    expect(isCutOff('application/pdf', new TextEncoder().encode('%PDF-1.7\n…\n%%EOF\n\n'))).toBe(false);
    expect(isCutOff('application/pdf', new TextEncoder().encode('%PDF-1.7\n…'))).toBe(true);
    expect(isCutOff('video/mp4', Uint8Array.from([0]))).toBe(false);
  });
});
