/** Ways to use the sheet, as the print dialogs offer them. */
export const DUPLEX = [
  { value: 'longEdge', label: '双面，长边翻转' },
  { value: 'shortEdge', label: '双面，短边翻转' },
  { value: 'simplex', label: '单面' },
] as const;
