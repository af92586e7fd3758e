import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLACE = /(file:\/\/[^\s()]+\.js):(\d+):(\d+)/;

/**
 * Lets stack traces of the bundle name file and line of the sources. The maps are read when the first trace is asked for:
 * Node's own `--enable-source-maps` reads them with the program and doubles the time of a start. Run from the sources,
 * nothing changes.
 */
export function traceToSources(folder: string): void {
  const maps = new Map<string, SourceMap | null>();
  const mapOf = (file: string): SourceMap | null => {
    if (!maps.has(file)) maps.set(file, file.startsWith(folder) ? readMap(file) : null);
    return maps.get(file) ?? null;
  };
  Error.prepareStackTrace = (error, frames) => [Error.prototype.toString.call(error), ...frames.map((frame) => `    at ${toSource(String(frame), mapOf)}`)].join('\n');
}

function readMap(file: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')) as SourceMapPayload);
  } catch {
    return null;
  }
}

function toSource(frame: string, mapOf: (file: string) => SourceMap | null): string {
  return frame.replace(PLACE, (place, url: string, line: string, column: string) => {
    const file = fileURLToPath(url);
    const found = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (found === undefined || !('fileName' in found)) return place;
    return `${relative(process.cwd(), resolve(dirname(file), found.fileName))}:${String(found.lineNumber)}:${String(found.columnNumber)}`;
  });
}
