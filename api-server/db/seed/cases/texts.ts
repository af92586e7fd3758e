import type { ClueSource } from '#shared/domain/case-file/case-file.ts';
import { CLUE_SOURCES } from '#shared/domain/case-file/case-file.ts';
import type { Violation } from '#shared/domain/violation/violation.ts';
import { chineseDate } from '#shared/domain/time-limit/days.ts';
import type { Random } from '../random.ts';
import { CORRECTIONS, EXCUSES, FINDINGS, MATERIALS, PARTS } from '../words.ts';

/** What a case is about, in the words of the trade. */
export interface Situation {
  readonly violation: Violation;
  readonly source: ClueSource;
  readonly partyName: string;
  readonly projectName: string;
  readonly projectAddress: string;
  readonly inspectedOn: string;
}

export function clueSubject({ violation, projectName }: Situation): string {
  return `${projectName}涉嫌${violation.cause}`;
}

export function clueDescription(random: Random, situation: Situation): string {
  const { violation, source, partyName, projectName, projectAddress, inspectedOn } = situation;
  return `${chineseDate(inspectedOn)}，经${CLUE_SOURCES[source]}发现，位于${projectAddress}的${projectName}，${random.pick(FINDINGS)}，`
    + `${partyName}涉嫌${violation.cause}。经初步询问，现场负责人称${random.pick(EXCUSES)}。`;
}

export function facts(random: Random, situation: Situation): string {
  const { violation, partyName, projectName, projectAddress, inspectedOn } = situation;
  return `${chineseDate(inspectedOn)}，执法人员对位于${projectAddress}的${projectName}进行检查，${random.pick(FINDINGS)}，`
    + `涉及${random.pick(PARTS)}，使用${random.pick(MATERIALS)}${String(random.between(1, 900))}批（件）。`
    + `经调查，${partyName}作为该工程${violation.subject}，存在${violation.cause}的行为，持续${String(random.between(1, 90))}日。`
    + `当事人对上述事实予以承认，称${random.pick(EXCUSES)}，${random.pick(CORRECTIONS)}。`;
}

export function nature(random: Random, { violation }: Situation): string {
  return `当事人的行为违反了${violation.breached}的规定，构成${violation.cause}。${random.chance(0.5) ? '未造成人员伤亡和质量安全事故。' : `涉及${random.pick(PARTS)}，未造成严重后果。`}`;
}

export function factors(random: Random): string {
  return `违法行为${random.pick(['系首次发生', '两年内第一次被查处', '持续时间较短', '涉及面积较小'])}；当事人${random.pick(CORRECTIONS)}；${random.pick(['配合调查', '主动提供资料', '未造成危害后果'])}。`;
}

export function correction({ violation }: Situation): string {
  return `责令改正${violation.cause}的行为`;
}
