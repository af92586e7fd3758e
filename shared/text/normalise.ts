/** Full-width letters, digits and signs (U+FF01–U+FF5E) to half width, the ideographic space to a space. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ');
}

/** A code as people type it, made comparable: half width, upper case, without spaces. */
export function normaliseCode(text: string): string {
  return toHalfWidth(text).replace(/\s/g, '').toUpperCase();
}
