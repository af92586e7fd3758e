import { describe, expect, it } from 'vitest';
import { fitsSchema } from '#main/ipc/input.ts';
import { IPC } from '#shared/contract/ipc.ts';

describe('input of a call', () => {
  const { input } = IPC['print.document'];
  const good = { documentId: 'document-1', printer: 'Office-A4', copies: 1, duplex: 'simplex', ranges: [{ from: 1, to: 2 }] };

  it('passes when it fits the contract', () => {
    expect(fitsSchema(input, good)).toBe(true);
    expect(fitsSchema(IPC['app.info'].input, {})).toBe(true);
  });

  it.each([
    null, 'text', [], {}, { ...good, copies: 0 }, { ...good, copies: '1' }, { ...good, duplex: 'both' }, { ...good, ranges: [{ from: 0, to: 1 }] },
    { ...good, path: '/etc/passwd' },
  ])('is refused otherwise: %j', (wrong) => {
    expect(fitsSchema(input, wrong)).toBe(false);
  });
});
