/** `npm run draw:verify FILE`: draws again from an exported record, or names the first wrong part. Exit 1 when it does not hold. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verifyRecordText } from '#shared/domain/draw/verify-file.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('用法：npm run draw:verify -- 抽取记录.json');
  process.exit(2);
}

function read(name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', name)));
  } catch (cause) {
    console.error(cause instanceof TypeError ? `${name}：不是UTF-8编码的文件，不是系统导出的抽取记录，或者有字节被改动。` : `读不到文件：${name}`);
    process.exit(cause instanceof TypeError ? 1 : 2);
  }
}

const verdict = verifyRecordText(read(file));
if (verdict.ok) {
  const { planName, snapshot, result, recordHash, witness } = verdict.record;
  console.log(`核验通过：${planName}，${String(snapshot.objects.length)} 个对象、${String(snapshot.officers.length)} 名人员中重新抽取，${String(result.length)} 个对象及其检查人员与记录完全一致。`);
  console.log(`监督人：${witness.name}（${witness.role}），随机词“${witness.words}”。`);
  console.log(`记录校验值：${recordHash}（请与任务单或者系统中的校验值核对）`);
} else {
  const place = verdict.offset === null ? '' : `位置：第 ${String(verdict.offset)} 字节（从 0 起）。`;
  console.error(`${verdict.message}${place}`);
  process.exit(1);
}
