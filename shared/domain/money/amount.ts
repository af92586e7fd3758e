const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** Largest sum that can be written: below 10,000 万亿 yuan would need more groups than the forms have room for. */
const LARGEST_FEN = Number.MAX_SAFE_INTEGER;

/** 0–9999 with its places; inner zeros once, trailing zeros none. */
function groupInWords(group: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      zero = words !== '';
      continue;
    }
    words += `${zero ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
    zero = false;
  }
  return words;
}

function yuanInWords(yuan: number): string {
  let words = '';
  let zero = false;
  for (let index = 3; index >= 0; index -= 1) {
    const group = Math.floor(yuan / 10_000 ** index) % 10_000;
    if (group === 0) {
      zero = words !== '';
      continue;
    }
    const gap = words !== '' && (zero || group < 1000);
    words += `${gap ? '零' : ''}${groupInWords(group)}${unitOf(index, yuan)}`;
    zero = false;
  }
  return words;
}

/** `万亿` is written as `万` when 亿 follows, e.g. 壹万贰仟亿. */
function unitOf(index: number, yuan: number): string {
  if (index === 3) return Math.floor(yuan / 10_000 ** 2) % 10_000 === 0 ? '万亿' : '万';
  return GROUPS[index] ?? '';
}

function jiaoFenInWords(fen: number, hasYuan: boolean): string {
  const [jiao, cent] = [Math.floor(fen / 10), fen % 10];
  if (fen === 0) return '整';
  const jiaoWords = jiao === 0 ? (hasYuan ? '零' : '') : `${DIGITS[jiao]}角`;
  return `${jiaoWords}${cent === 0 ? '整' : `${DIGITS[cent]}分`}`;
}

/** The sum in capital characters as documents need it, e.g. 2000000 → `人民币贰万元整`. `fen`: integer ≥ 0. */
export function amountInWords(fen: number): string {
  if (!Number.isInteger(fen) || fen < 0 || fen > LARGEST_FEN) throw new RangeError(`not an amount in fen: ${fen}`);
  if (fen === 0) return '人民币零元整';
  const yuan = Math.floor(fen / 100);
  const yuanWords = yuan === 0 ? '' : `${yuanInWords(yuan)}元`;
  return `人民币${yuanWords}${jiaoFenInWords(fen % 100, yuan > 0)}`;
}

/** Figures with thousands separators and two decimals, e.g. 2000000 → `20,000.00`. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.abs(Math.round(fen));
  const yuan = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${yuan}.${String(whole % 100).padStart(2, '0')}`;
}
