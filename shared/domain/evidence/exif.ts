/** What a photo says of itself (EXIF 2.32). Members it does not state are empty or `null`. */
export interface PhotoFacts {
  /** ISO instant; a camera that names no zone is taken to stand in Asia/Shanghai. */
  readonly takenAt: string | null;
  readonly zoneStated: boolean;
  readonly camera: string;
  readonly software: string;
  /** Degrees, WGS 84; north and east positive. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Metres above sea level. */
  readonly altitude: number | null;
  /** 1–8 as EXIF numbers it; 1 stands upright. */
  readonly orientation: number;
  readonly width: number | null;
  readonly height: number | null;
  /** `1/125 秒`. */
  readonly exposure: string;
  readonly aperture: string;
  readonly iso: number | null;
}

const TAG = {
  make: 0x010f, model: 0x0110, orientation: 0x0112, software: 0x0131, exif: 0x8769, gps: 0x8825,
  exposure: 0x829a, aperture: 0x829d, iso: 0x8827, taken: 0x9003, zone: 0x9011, width: 0xa002, height: 0xa003,
  latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4, altitudeRef: 5, altitude: 6,
} as const;

/** Bytes of one value by EXIF type: byte, ASCII, short, long, rational, …, signed rational. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const MAX_VALUES = 512;

type Value = string | readonly number[];
type Directory = ReadonlyMap<number, Value>;
const EMPTY: Directory = new Map();

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}

/** The facts of a JPEG; `null` when it carries none. A damaged part is left out, the rest is read. */
export function photoFacts(jpeg: Uint8Array): PhotoFacts | null {
  const tiff = tolerant(() => exifBlock(new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)), null);
  if (tiff === null) return null;
  const main = tolerant(() => directory(tiff, tiff.view.getUint32(4, tiff.little)), EMPTY);
  const exif = subDirectory(tiff, main, TAG.exif);
  const gps = subDirectory(tiff, main, TAG.gps);
  const zone = text(exif, TAG.zone);
  const seconds = number(exif, TAG.exposure);
  const aperture = number(exif, TAG.aperture);
  return {
    takenAt: instant(text(exif, TAG.taken), zone), zoneStated: /^[+-]\d{2}:\d{2}$/.test(zone),
    camera: cameraName(text(main, TAG.make), text(main, TAG.model)), software: text(main, TAG.software),
    latitude: degrees(gps, TAG.latitude, text(gps, TAG.latitudeRef), 'S', 90), longitude: degrees(gps, TAG.longitude, text(gps, TAG.longitudeRef), 'W', 180),
    altitude: altitude(gps), orientation: orientation(number(main, TAG.orientation)),
    width: number(exif, TAG.width), height: number(exif, TAG.height),
    exposure: seconds === null || seconds <= 0 ? '' : seconds >= 1 ? `${String(seconds)} 秒` : `1/${String(Math.round(1 / seconds))} 秒`,
    aperture: aperture === null || aperture <= 0 ? '' : `f/${String(Math.round(aperture * 10) / 10)}`,
    iso: number(exif, TAG.iso),
  };
}

/** A damaged header reads beyond its end; the photo itself is none the worse. */
function tolerant<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

/** The TIFF structure inside the APP1 segment. */
function exifBlock(view: DataView): Tiff | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xe1 && view.getUint32(at + 4) === 0x45786966) return tiffOf(view, at + 10, length - 8);
    if (marker === 0xda) return null;
    at += 2 + length;
  }
  return null;
}

/** A damaged length must not reach into what lies behind the photo in memory. */
function tiffOf(view: DataView, at: number, length: number): Tiff {
  if (at + length > view.byteLength) throw new RangeError('The segment ends behind the file');
  const part = new DataView(view.buffer, view.byteOffset + at, length);
  return { view: part, little: part.getUint16(0) === 0x4949 };
}

function subDirectory(tiff: Tiff, main: Directory, tag: number): Directory {
  const at = number(main, tag);
  return at === null ? EMPTY : tolerant(() => directory(tiff, at), EMPTY);
}

/** The entries of a directory; those that cannot be read are left out. */
function directory(tiff: Tiff, start: number): Directory {
  const { view, little } = tiff;
  const entries = new Map<number, Value>();
  for (let left = view.getUint16(start, little), at = start + 2; left > 0; left -= 1, at += 12) {
    if (at + 12 > view.byteLength) break;
    const found = tolerant(() => value(tiff, at), null);
    if (found !== null) entries.set(view.getUint16(at, little), found);
  }
  return entries;
}

function value({ view, little }: Tiff, at: number): Value | null {
  const type = view.getUint16(at + 2, little);
  const count = view.getUint32(at + 4, little);
  const size = SIZES[type];
  if (size === undefined || count === 0 || count > MAX_VALUES) return null;
  const start = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (type === 2) return ascii(view, start, count);
  return Array.from({ length: count }, (_, index) => numberAt(view, little, type, start + index * size));
}

function numberAt(view: DataView, little: boolean, type: number, at: number): number {
  if (type === 3) return view.getUint16(at, little);
  if (type === 4) return view.getUint32(at, little);
  if (type === 9) return view.getInt32(at, little);
  if (type === 5) return view.getUint32(at, little) / view.getUint32(at + 4, little);
  if (type === 10) return view.getInt32(at, little) / view.getInt32(at + 4, little);
  return view.getUint8(at);
}

function ascii(view: DataView, start: number, count: number): string {
  const characters = Array.from({ length: count }, (_, index) => String.fromCharCode(view.getUint8(start + index))).join('');
  return characters.split('\0', 1)[0]?.trim() ?? '';
}

function text(entries: Directory, tag: number): string {
  const found = entries.get(tag);
  return typeof found === 'string' ? found : '';
}

function number(entries: Directory, tag: number): number | null {
  const found = entries.get(tag);
  const first = typeof found === 'string' ? undefined : found?.[0];
  return first === undefined || !Number.isFinite(first) ? null : first;
}

function orientation(stated: number | null): number {
  return stated !== null && stated >= 1 && stated <= 8 ? stated : 1;
}

function cameraName(make: string, model: string): string {
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`.trim();
}

/** Degrees, minutes and seconds as one number. Nought and nought is what phones write without a fix. */
function degrees(gps: Directory, tag: number, reference: string, negative: string, limit: number): number | null {
  const parts = gps.get(tag);
  if (typeof parts === 'string' || parts?.length !== 3) return null;
  const [whole = NaN, minutes = NaN, seconds = NaN] = parts;
  const found = whole + minutes / 60 + seconds / 3600;
  if (!Number.isFinite(found) || found === 0 || found > limit) return null;
  return reference === negative ? -found : found;
}

function altitude(gps: Directory): number | null {
  const metres = number(gps, TAG.altitude);
  if (metres === null) return null;
  return number(gps, TAG.altitudeRef) === 1 ? -metres : metres;
}

function instant(taken: string, zone: string): string | null {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(taken);
  if (match === null) return null;
  const offset = /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : '+08:00';
  const time = Date.parse(`${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}T${match[4] ?? ''}${offset}`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** `北纬31.29896°，东经120.58532°`; empty where the photo does not say both. */
export function positionText(facts: Pick<PhotoFacts, 'latitude' | 'longitude'>): string {
  const { latitude, longitude } = facts;
  if (latitude === null || longitude === null) return '';
  const part = (value: number, positive: string, negative: string): string => `${value < 0 ? negative : positive}${Math.abs(value).toFixed(5)}°`;
  return `${part(latitude, '北纬', '南纬')}，${part(longitude, '东经', '西经')}`;
}
