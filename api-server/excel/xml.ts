const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'' };

/** Text with its entities resolved; Excel's `_x000D_` escapes too. */
export function decodeXml(text: string): string {
  const plain = text.includes('&') ? text.replace(/&(#x?[0-9a-fA-F]+|\w+);/g, (whole, entity: string) => entityText(entity) ?? whole) : text;
  return plain.includes('_x') ? plain.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : plain;
}

function entityText(entity: string): string | undefined {
  if (!entity.startsWith('#')) return NAMED[entity];
  const code = entity.startsWith('#x') ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/**
 * Walks the tags of a machine-written XML part. Names come without their prefix: .NET writes `x:row` for `row`.
 * No document type is ever read, so that no entity of the file's own exists.
 */
export class XmlCursor {
  name = '';
  kind: 'open' | 'close' | 'empty' = 'open';
  /** Text between the last tag and this one, entities unresolved. */
  text = '';
  private attributes = '';
  private readonly xml: string;
  private at = 0;

  constructor(xml: string) {
    this.xml = xml;
  }

  /** Moves to the next tag; `false` at the end. */
  next(): boolean {
    let text = '';
    for (;;) {
      const open = this.xml.indexOf('<', this.at);
      if (open < 0) return false;
      text += this.xml.slice(this.at, open);
      const mark = this.xml.charCodeAt(open + 1);
      // `<!` and `<?`: comment, character data, declaration.
      if (mark !== 33 && mark !== 63) {
        this.text = text;
        return this.tag(open);
      }
      text += this.aside(open);
    }
  }

  private aside(open: number): string {
    const [end, keep] = this.xml.startsWith('<![CDATA[', open) ? [']]>', true] : this.xml.startsWith('<!--', open) ? ['-->', false] : ['>', false];
    const close = this.xml.indexOf(end, open);
    this.at = close < 0 ? this.xml.length : close + end.length;
    return keep && close >= 0 ? this.xml.slice(open + 9, close).replaceAll('&', '&amp;') : '';
  }

  private tag(open: number): boolean {
    const close = this.endOfTag(open);
    if (close < 0) return false;
    this.at = close + 1;
    const closing = this.xml.charCodeAt(open + 1) === 47;
    const empty = this.xml.charCodeAt(close - 1) === 47;
    this.kind = closing ? 'close' : empty ? 'empty' : 'open';
    const body = this.xml.slice(open + (closing ? 2 : 1), empty ? close - 1 : close);
    const space = body.search(/\s/);
    const name = space < 0 ? body : body.slice(0, space);
    this.attributes = space < 0 ? '' : body.slice(space);
    this.name = name.slice(name.indexOf(':') + 1);
    return true;
  }

  /** The `>` that ends a tag; one inside an attribute's value does not. */
  private endOfTag(open: number): number {
    let close = this.xml.indexOf('>', open);
    while (close >= 0 && this.isInsideValue(open, close)) close = this.xml.indexOf('>', close + 1);
    return close;
  }

  private isInsideValue(open: number, close: number): boolean {
    const before = this.xml.charCodeAt(close - 1);
    // The usual ends of a tag with attributes: a quote, or a slash after one.
    if (before === 34 || before === 39 || (before === 47 && this.xml.charCodeAt(close - 2) === 34)) return false;
    const quote = this.xml.indexOf('"', open);
    return quote >= 0 && quote < close && this.xml.slice(open, close).split('"').length % 2 === 0;
  }

  /** Value of an attribute of this tag (whatever its prefix), or `null`. */
  attribute(name: string): string | null {
    const { attributes } = this;
    for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
      const before = attributes.charCodeAt(at - 1);
      if (before > 32 && before !== 58) continue;
      const value = valueAt(attributes, at + name.length);
      if (value !== null) return decodeXml(value);
    }
    return null;
  }
}

/** The quoted value after `=`, or `null` where the name goes on. */
function valueAt(attributes: string, at: number): string | null {
  let from = at;
  while (attributes.charCodeAt(from) <= 32) from += 1;
  if (attributes.charCodeAt(from) !== 61) return null;
  from += 1;
  while (attributes.charCodeAt(from) <= 32) from += 1;
  const end = attributes.indexOf(attributes.charAt(from), from + 1);
  return end < 0 ? null : attributes.slice(from + 1, end);
}
