import { fail } from '#shared/contract/result.ts';

type Refusal = ReturnType<typeof fail>;

function wrongType(message: string): Refusal {
  return fail({ code: 'FILE_TYPE_REFUSED', message });
}

function damaged(message: string): Refusal {
  return fail({ code: 'FILE_DAMAGED', message });
}

/** Why a file is not read, each with what to do instead. */
export const REFUSALS = {
  empty: damaged('文件是空的，没有内容可以导入。请检查选择的文件。'),
  oldXls: wrongType('这是旧版 Excel 97–2003 工作簿（.xls），无法导入。请在 Excel 或 WPS 中打开后「另存为」.xlsx 再导入。'),
  encrypted: wrongType('文件设有打开密码或者被加密，无法读取。请在 Excel 或 WPS 中取消密码、另存为 .xlsx 后再导入。'),
  macroBook: wrongType('这是启用宏的工作簿（.xlsm），为安全起见不接收。请在 Excel 或 WPS 中「另存为」不含宏的 .xlsx 后再导入。'),
  binaryBook: wrongType('这是二进制工作簿（.xlsb），无法导入。请「另存为」.xlsx 后再导入。'),
  webPage: wrongType('这个文件实际是网页（或 XML 表格），只是改了扩展名。请用 Excel 或 WPS 打开后「另存为」.xlsx 再导入。'),
  notTable: wrongType('这不是 Excel（.xlsx）或 CSV 文件。请选择 .xlsx 或 .csv 文件。'),
  damagedZip: damaged('Excel 文件已损坏，无法打开。请在 Excel 或 WPS 中打开修复并另存后再导入。'),
  noSheet: damaged('工作簿中没有可读取的工作表（可能都被隐藏）。请取消隐藏或者换一个文件。'),
  undecodable: damaged('无法识别 CSV 文件的编码。请在 Excel 或 WPS 中另存为 .xlsx，或者另存为「CSV UTF-8」后再导入。'),
  noHeader: damaged('没有找到表头行。请在数据上方保留一行列名，或者下载模板填写。'),
  tooLarge: (mebibytes: number) => fail({ code: 'FILE_TOO_LARGE', message: `文件超过 ${String(mebibytes)} MB，无法导入。请删去图片和无关工作表，或者拆成几个文件分别导入。` }),
  bomb: (mebibytes: number) => fail({ code: 'FILE_TOO_LARGE', message: `文件解压后超过 ${String(mebibytes)} MB，不予读取。请删去多余的格式和空白行后另存再导入。` }),
  tooManyRows: (rows: number) => fail({ code: 'FILE_TOO_LARGE', message: `数据超过 ${String(rows)} 行，一次最多导入 ${String(rows)} 行，本次没有导入任何内容。请拆成几个文件分别导入。`, details: { rows } }),
  tooManyColumns: (columns: number) => fail({ code: 'FILE_TOO_LARGE', message: `表格超过 ${String(columns)} 列，无法导入。请只保留需要的列。` }),
  noSuchSheet: (name: string, names: readonly string[]) => fail({ code: 'INVALID_INPUT', message: `工作簿中没有工作表「${name}」，现有：${names.join('、')}。请重新选择。` }),
  brokenQuotes: (line: number) => damaged(`CSV 文件第 ${String(line)} 行的引号不配对，后面的内容无法分列。请在 Excel 或 WPS 中打开检查后另存再导入。`),
} as const;
