/**
 * Short names of laws, as the bureau's catalogues write them, and their full titles for documents.
 * The one table of its kind. Source: domain notes on matters and violations, short names.
 */
export const LAW_TITLES: Readonly<Record<string, string>> = {
  // laws
  行政处罚法: '中华人民共和国行政处罚法',
  行政强制法: '中华人民共和国行政强制法',
  行政复议法: '中华人民共和国行政复议法',
  行政诉讼法: '中华人民共和国行政诉讼法',
  民事诉讼法: '中华人民共和国民事诉讼法',
  建筑法: '中华人民共和国建筑法',
  安全生产法: '中华人民共和国安全生产法',
  招标投标法: '中华人民共和国招标投标法',
  消防法: '中华人民共和国消防法',
  房地产法: '中华人民共和国城市房地产管理法',
  资产评估法: '中华人民共和国资产评估法',
  // regulations of the State Council
  质量条例: '建设工程质量管理条例',
  安全条例: '建设工程安全生产管理条例',
  勘察设计条例: '建设工程勘察设计管理条例',
  抗震条例: '建设工程抗震管理条例',
  抗震管理条例: '建设工程抗震管理条例',
  节能条例: '民用建筑节能条例',
  民用建筑节能条例: '民用建筑节能条例',
  安许条例: '安全生产许可证条例',
  安全生产许可证条例: '安全生产许可证条例',
  农民工工资条例: '保障农民工工资支付条例',
  保障农民工工资支付条例: '保障农民工工资支付条例',
  条例: '中华人民共和国招标投标法实施条例',
  实施条例: '中华人民共和国招标投标法实施条例',
  开发经营条例: '城市房地产开发经营管理条例',
  物业条例: '物业管理条例',
  物业管理条例: '物业管理条例',
  住房租赁条例: '住房租赁条例',
  // rules of the ministry
  处罚程序规定: '住房和城乡建设行政处罚程序规定',
  施工许可办法: '建筑工程施工许可管理办法',
  施工许可管理办法: '建筑工程施工许可管理办法',
  备案办法: '房屋建筑和市政基础设施工程竣工验收备案管理办法',
  销售办法: '商品房销售管理办法',
  商品房销售管理办法: '商品房销售管理办法',
  预售办法: '城市商品房预售管理办法',
  城市商品房预售管理办法: '城市商品房预售管理办法',
  经纪办法: '房地产经纪管理办法',
  房地产经纪管理办法: '房地产经纪管理办法',
  房地产估价机构管理办法: '房地产估价机构管理办法',
  租赁办法: '商品房屋租赁管理办法',
  装修办法: '住宅室内装饰装修管理办法',
  住宅室内装饰装修管理办法: '住宅室内装饰装修管理办法',
  维修资金办法: '住宅专项维修资金管理办法',
  住宅专项维修资金管理办法: '住宅专项维修资金管理办法',
  公租房办法: '公共租赁住房管理办法',
  公共租赁住房管理办法: '公共租赁住房管理办法',
  住建部令13: '房屋建筑和市政基础设施工程施工图设计文件审查管理办法',
  住建部令17: '建筑施工企业主要负责人、项目负责人和专职安全生产管理人员安全生产管理规定',
  住建部令22: '建筑业企业资质管理规定',
  住建部令37: '危险性较大的分部分项工程安全管理规定',
  住建部令51: '建设工程消防设计审查验收管理暂行规定',
  住建部令57: '建设工程质量检测管理办法',
  建设部令128: '建筑施工企业安全生产许可证管理规定',
  建设部令153: '注册建造师管理规定',
  建设部令166: '建筑起重机械安全监督管理规定',
};

/**
 * A number in brackets is an item (项) except here, where the article counts paragraphs (款).
 * `*` is every bracketed number of the article.
 */
const PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  '质量条例 62': ['*'],
  '质量条例 69': ['*'],
  '消防法 13': ['*'],
  '消防法 58': ['3'],
  '抗震条例 40': ['*'],
};

const NAMES = Object.keys(LAW_TITLES).sort((one, other) => other.length - one.length);
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** Said instead of a clause that the catalogue does not know (flag U). */
const CLAUSE_OPEN = '（条款待核实）';

/** 1–999 as articles write it: 10 → 十, 57 → 五十七, 101 → 一百零一, 110 → 一百一十. */
export function chineseNumber(value: number): string {
  if (value >= 100) return `${digit(Math.floor(value / 100))}百${belowHundred(value % 100)}`;
  return value < 20 && value >= 10 ? `十${digit(value - 10, '')}` : belowHundred(value, '');
}

function belowHundred(value: number, zero = '零'): string {
  if (value === 0) return '';
  if (value < 10) return `${zero}${digit(value)}`;
  return `${digit(Math.floor(value / 10))}十${digit(value % 10, '')}`;
}

function digit(value: number, ofZero = '零'): string {
  return value === 0 ? ofZero : (DIGITS[value] ?? '');
}

/**
 * Writes a short reference out: `质量条例 56(4)` → `《建设工程质量管理条例》第五十六条第（四）项`.
 * Several are divided by `;` or `→`; lists (`7,11`), ranges (`27-30`) and `前段`/`后段` are understood.
 * What is not understood is passed through as it stands.
 */
export function citation(text: string): string {
  return text.split(/\s*[;；→]\s*/).filter((part) => part !== '').map(cite).join('、');
}

function cite(part: string): string {
  const old = /^旧[:：]\s*/.exec(part);
  if (old !== null) return `（旧）${cite(part.slice(old[0].length))}`;
  const name = NAMES.find((candidate) => part.startsWith(candidate) && !/^\d/.test(part.slice(candidate.length)));
  if (name === undefined) return part;
  return `《${LAW_TITLES[name] ?? name}》${clauses(name, part.slice(name.length).trim())}`;
}

function clauses(name: string, rest: string): string {
  if (rest === '' || /^\/\d+$/.test(rest)) return ''; // `令51/58`: order 58 amended order 51
  const wrapped = /^\(([\d,-]+)\)$/.exec(rest);
  const match = /^([\d,\-()]*\d\)?)\s*(.*)$/.exec(wrapped?.[1] ?? rest);
  if (match === null) return /^\(国令\d+\)\s/.test(rest) ? clauses(name, rest.replace(/^\S+\s+/, '')) : CLAUSE_OPEN;
  const [, numbers = '', after = ''] = match;
  return numbers.split(',').map((one) => article(name, one)).join('、') + ending(after);
}

function article(name: string, text: string): string {
  const range = /^(\d+)-(\d+)$/.exec(text);
  if (range !== null) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return `第${chineseNumber(from)}条${to === from + 1 ? '、' : '至'}第${chineseNumber(to)}条`;
  }
  const [number = '', ...parts] = text.split(/[()]+/).filter((piece) => piece !== '');
  return `第${chineseNumber(Number(number))}条${parts.map((piece) => subdivision(`${name} ${number}`, piece)).join('、')}`;
}

function subdivision(articleKey: string, number: string): string {
  const paragraphs = PARAGRAPHS[articleKey] ?? [];
  const isParagraph = paragraphs.includes('*') || paragraphs.includes(number);
  return isParagraph ? `第${chineseNumber(Number(number))}款` : `第（${chineseNumber(Number(number))}）项`;
}

/** Keeps 前段, 后段, 所列义务 and 等; a note in brackets such as `(15日)` is no part of the reference. */
function ending(after: string): string {
  return after.replace(/\([^)]*\)/g, '').trim();
}
