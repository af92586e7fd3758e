import { describe, expect, it } from 'vitest';
import { placement } from '#main/window/bounds.ts';

const OFFICE = { x: 0, y: 0, width: 1366, height: 728 };
const SECOND = { x: 1366, y: 0, width: 1920, height: 1040 };

describe('place of the window', () => {
  it('is its usual size at first, never larger than the screen', () => {
    expect(placement(null, [OFFICE])).toEqual({ width: 1366, height: 728, maximized: false });
    expect(placement(null, [SECOND])).toEqual({ width: 1366, height: 768, maximized: false });
  });

  it('is where it was left', () => {
    const left = { x: 1500, y: 40, width: 1400, height: 900, maximized: true };
    expect(placement(left, [OFFICE, SECOND])).toEqual(left);
  });

  it('returns to the first screen when its own was taken away', () => {
    const left = { x: 1500, y: 40, width: 1400, height: 900, maximized: true };
    expect(placement(left, [OFFICE])).toEqual({ width: 1366, height: 728, maximized: true });
  });
});
