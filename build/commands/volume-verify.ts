/** `npm run volume:verify FILE`: checks an archive package byte by byte, or names the first wrong one. Exit 1 when it is damaged. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { verifyPackage } from '#worker/volume/verify.ts';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('用法：npm run volume:verify -- 归档包.zip');
  process.exit(2);
}

function read(name: string): Uint8Array {
  try {
    return readFileSync(path.resolve(process.env['INIT_CWD'] ?? '.', name));
  } catch {
    console.error(`读不到文件：${name}`);
    process.exit(2);
  }
}

const verdict = verifyPackage(read(file));
if (verdict.ok) {
  const bytes = verdict.manifest.files.reduce((total, entry) => total + entry.bytes, 0);
  console.log(`完好：${verdict.manifest.title}，${String(verdict.manifest.files.length)} 个文件，${String(bytes)} 字节，逐字节核对无误。`);
} else {
  console.error(verdict.message);
  process.exit(1);
}
