/** Parts of the catalogue by the letter of their numbers (domain notes §2.1). */
export const PART_TITLES: Readonly<Record<string, string>> = {
  A: '行政检查', B: '受理立案', C: '调查取证', D: '事先告知和听证', E: '审核决定', F: '送达、执行和结案', G: '案卷',
};
