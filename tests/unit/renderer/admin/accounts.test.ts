import { expect, test } from 'vitest';
import { type Account, accountState, filterAccounts } from '#renderer/features/admin/accounts.ts';

const ACCOUNT: Account = { officerId: 'officer-1', loginName: 'Zhouming', name: '周明', unitName: '监察支队', roles: ['officer'], active: true, failedAttempts: 5, lockedUntil: '2026-11-22T02:45:00Z', sessions: 1, lastSignInAt: null };

test('a lock counts until its hour, and not for an account that is closed anyway', () => {
  const at = (time: string) => Date.parse(`2026-11-22T${time}Z`);
  expect(accountState(ACCOUNT, at('02:44:59'))).toEqual({ kind: 'near', text: '锁定至 11-22 10:45', locked: true });
  expect(accountState(ACCOUNT, at('02:45:00'))).toMatchObject({ text: '正常', locked: false });
  expect(accountState({ ...ACCOUNT, active: false }, at('02:00:00'))).toMatchObject({ text: '已停用', locked: false });
});

test('accounts are found by name, login name in any case, or unit', () => {
  expect(['周', 'ZHOU', '支队', '李'].map((text) => filterAccounts([ACCOUNT], text).length)).toEqual([1, 1, 1, 0]);
});
