import type { HttpOutput } from '#shared/contract/http/contract.ts';
import { dateTimeOf } from '#renderer/ui/format.ts';

export type Account = HttpOutput<'accounts'>['accounts'][number];

export interface AccountState {
  readonly kind: 'good' | 'near' | 'plain';
  readonly text: string;
  readonly locked: boolean;
}

export function accountState(account: Account, now: number): AccountState {
  if (!account.active) return { kind: 'plain', text: '已停用', locked: false };
  if (account.lockedUntil !== null && Date.parse(account.lockedUntil) > now) return { kind: 'near', text: `锁定至 ${dateTimeOf(account.lockedUntil).slice(5)}`, locked: true };
  return { kind: 'good', text: '正常', locked: false };
}

export function filterAccounts(accounts: readonly Account[], text: string): readonly Account[] {
  const word = text.trim().toLowerCase();
  return accounts.filter((account) => [account.name, account.loginName, account.unitName].some((field) => field.toLowerCase().includes(word)));
}
