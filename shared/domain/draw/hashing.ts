import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON that every machine writes alike: members in the order of their names' code units, no spaces, no `undefined`.
 * Lists keep their order; whoever makes one sorts it.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const member of value) text += `${text === '' ? '' : ','}${canonicalJson(member)}`;
    return `[${text}]`;
  }
  // Without a function `sort` compares code units.
  for (const name of Object.keys(value).sort()) {
    const member: unknown = Reflect.get(value, name);
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** The members that canonical JSON writes, in its order. */
export function members(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, member]) => member !== undefined).sort(([one], [other]) => compareCodeUnits(one, other));
}

/** The same order on every machine, whatever its language. */
export function compareCodeUnits(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** SHA-256 of a text's UTF-8 bytes, 64 hexadecimal digits. */
export function sha256Text(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

export function sha256Of(value: unknown): string {
  return sha256Text(canonicalJson(value));
}

/** HMAC-SHA-256 under a key in hexadecimal digits. */
export function hmacText(keyHex: string, text: string): Uint8Array {
  return hmac(sha256, hexToBytes(keyHex), utf8ToBytes(text));
}

/** A short sum (FNV-1a, 32 bits, 8 hexadecimal digits) by which a changed part is found; it proves nothing by itself. */
export function shortSum(bytes: Uint8Array): string {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

export function hmacHex(keyHex: string, text: string): string {
  return bytesToHex(hmacText(keyHex, text));
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return utf8ToBytes(text).length;
}

type Path = readonly (string | number)[];

/** Where in the canonical JSON of `value` the member at `path` begins, in bytes; `null` where there is no such member. */
export function byteOffset(value: unknown, path: Path): number | null {
  const [step, ...rest] = path;
  if (step === undefined) return 0;
  if (typeof value !== 'object' || value === null) return null;
  const parts: readonly (readonly [string | number, string, unknown])[] = Array.isArray(value)
    ? value.map((member: unknown, index) => [index, '', member] as const)
    : members(value).map(([name, member]) => [name, `${JSON.stringify(name)}:`, member] as const);
  let offset = 1;
  for (const [name, head, member] of parts) {
    offset += byteLength(head);
    if (name === step) {
      const inside = byteOffset(member, rest);
      return inside === null ? null : offset + inside;
    }
    offset += byteLength(canonicalJson(member)) + 1;
  }
  return null;
}
