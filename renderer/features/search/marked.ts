export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** Cuts a text at every place the words of the search stand, so that a hit shows why it is one. Case is ignored. */
export function markedParts(text: string, search: string): readonly Part[] {
  const words = search.split(/\s+/).filter((word) => word !== '').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, hit: false }];
  return text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((part, index) => ({ text: part, hit: index % 2 === 1 })).filter((part) => part.text !== '');
}
