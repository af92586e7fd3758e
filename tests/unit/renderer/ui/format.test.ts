import { expect, test } from 'vitest';
import { clockOf, countOf, dateOf, dateTimeOf, daysBetween, groupsOf, shortTimeOf, sizeOf, yuanOf } from '#renderer/ui/format.ts';

test('instants are shown in Asia/Shanghai, across midnight', () => {
  expect([dateOf('2026-11-21T16:30:00Z'), clockOf('2026-11-21T16:30:00Z'), dateTimeOf('2026-12-31T16:00:00Z')]).toEqual(['2026-11-22', '00:30', '2027-01-01 00:00']);
});

test('a short time leaves out what is the same as today', () => {
  expect(shortTimeOf('2026-11-22T02:32:00Z', '2026-11-22')).toBe('10:32');
  expect(shortTimeOf('2026-11-21T02:32:00Z', '2026-11-22')).toBe('11-21 10:32');
  expect(shortTimeOf('2025-11-21T02:32:00Z', '2026-11-22')).toBe('2025-11-21 10:32');
});

test('money has two decimals and groups, also below one yuan and below zero', () => {
  expect([0, 5, 100, 2_000_000, 1_234_567_89, -250].map(yuanOf)).toEqual(['0.00', '0.05', '1.00', '20,000.00', '1,234,567.89', '-2.50']);
});

test('counts, sizes, days and codes', () => {
  expect([countOf(100_000), sizeOf(800), sizeOf(3_355_443)]).toEqual(['100,000', '800 字节', '3.2 MB']);
  expect([daysBetween('2026-11-22', '2026-12-01'), daysBetween('2026-03-01', '2026-02-28')]).toEqual([9, -1]);
  expect(groupsOf('91320500MA1X7K2B3C')).toEqual(['9132', '0500', 'MA1X', '7K2B', '3C']);
});
