import { computed, reactive, ref, shallowRef } from 'vue';
import { errorFrom } from '#renderer/bridge/failure.ts';
import { http } from '#renderer/bridge/http.ts';
import { useLoad } from '#renderer/composables/load.ts';
import { notify } from '#renderer/ui/feedback.ts';
import type { HttpInput } from '#shared/contract/http/contract.ts';
import type { AppError } from '#shared/contract/result.ts';
import type { ConfigKindKey } from '#shared/domain/config/kinds.ts';
import { idsInForce, inForceOf } from './in-force.ts';

export type Proposal = Omit<HttpInput<'proposeConfig'>, 'kind'>;

/** The versions of a kind, and what an administrator does with them; online only. */
export function useConfigs(kind: ConfigKindKey) {
  const { value, error, reload } = useLoad(() => http('configVersions', { kind }));
  const busy = ref(false);
  /** Why the last proposal was not kept; stands at the form. */
  const refusal = shallowRef<AppError | null>(null);
  const versions = computed(() => value.value?.versions ?? []);
  const today = computed(() => value.value?.today ?? '');
  const inForce = computed(() => inForceOf(versions.value, kind, today.value));
  const inForceIds = computed(() => idsInForce(versions.value, inForce.value));

  async function run(action: () => Promise<string>, refuse: (error: AppError) => void): Promise<boolean> {
    busy.value = true;
    try {
      notify.done(await action());
      await reload();
      return true;
    } catch (cause) {
      refuse(errorFrom(cause));
      return false;
    } finally {
      busy.value = false;
    }
  }

  /** Whether the proposal was kept. */
  function propose(proposal: Proposal): Promise<boolean> {
    refusal.value = null;
    return run(async () => {
      const { version } = await http('proposeConfig', { kind, ...proposal });
      return proposal.submit ? `第 ${version} 版已提交，请另一位系统管理员审核` : `第 ${version} 版已存为草稿`;
    }, (why) => { refusal.value = why; });
  }

  const submit = (id: number) => run(async () => { await http('submitConfig', { id }); return '已提交审核'; }, notify.refused);
  const withdraw = (id: number) => run(async () => { await http('withdrawConfig', { id }); return '已撤回'; }, notify.refused);
  const review = (id: number, agrees: boolean, opinion: string) => run(async () => {
    await http('reviewConfig', { id, agrees, opinion });
    return agrees ? '已发布，各终端下次同步时收到' : '已退回起草人';
  }, notify.refused);

  /** What the list of versions is given whatever the kind. */
  const list = reactive({ today, busy, onSubmit: submit, onWithdraw: withdraw, onReview: review });

  return { value, error, reload, versions, today, inForce, inForceIds, busy, refusal, propose, list };
}
