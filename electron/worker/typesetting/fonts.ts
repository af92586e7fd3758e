import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { FontInfo } from '#shared/contract/views.ts';
import type { FontRole } from '#shared/domain/document/blocks.ts';

interface RoleFonts {
  /** What the trade expects, as the settings page names it. */
  readonly wanted: string;
  /** Family names of the wanted typeface, as fonts of different makers carry them. */
  readonly exact: readonly string[];
  /** Typefaces an officer would accept in its place. */
  readonly near: readonly string[];
  /** Family and weight among the open fonts shipped with the product. */
  readonly open: { readonly family: string; readonly weight: number };
}

const OPEN_SERIF = 'Noto Serif SC';
const OPEN_SANS = 'Noto Sans SC';
/** Reached only for a character no font above has (rare characters in names, GB 18030-2022). */
const LAST_RESORT = [OPEN_SERIF, 'Noto Serif CJK SC', 'Noto Sans CJK SC', 'SimSun-ExtB', 'SimSun-ExtG'];

const ROLES: Readonly<Record<FontRole, RoleFonts>> = {
  title: {
    wanted: '方正小标宋简体',
    exact: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', 'FZXBSJW--GB1-0', 'FZXBSK--GBK1-0', '方正小标宋简体', '方正小标宋_GBK'],
    near: ['STZhongsong', '华文中宋'],
    open: { family: OPEN_SERIF, weight: 700 },
  },
  fangsong: {
    wanted: '仿宋_GB2312',
    exact: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'FZFangSong-Z02S', 'FZFangSong-Z02'],
    near: ['STFangsong', '华文仿宋', 'FandolFang', 'FandolFang R'],
    open: { family: OPEN_SERIF, weight: 400 },
  },
  song: {
    wanted: '宋体',
    exact: ['SimSun', '宋体', 'NSimSun', 'FZShuSong-Z01S'],
    near: ['STSong', '华文宋体', 'Songti SC'],
    open: { family: OPEN_SERIF, weight: 400 },
  },
  kai: {
    wanted: '楷体_GB2312',
    exact: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'FZKai-Z03S'],
    near: ['STKaiti', '华文楷体', 'Kaiti SC', 'FandolKai', 'LXGW WenKai'],
    open: { family: OPEN_SERIF, weight: 500 },
  },
  hei: {
    wanted: '黑体',
    exact: ['SimHei', '黑体', 'FZHei-B01S'],
    near: ['STHeiti', '华文黑体', 'Microsoft YaHei', 'Heiti SC'],
    open: { family: OPEN_SANS, weight: 500 },
  },
};

export interface Face {
  readonly families: readonly string[];
  readonly weight: number;
}

export interface ChosenFonts {
  readonly faces: Readonly<Record<FontRole, Face>>;
  readonly infos: readonly FontInfo[];
}

/** Chooses a font for every role: the office's own where installed, else the open ones shipped with the product. */
export function chooseFonts(compiler: NodeCompiler, workspace: string): ChosenFonts {
  const known = knownFamilies(compiler, workspace);
  const infos: FontInfo[] = [];
  const faces = {} as Record<FontRole, Face>;
  for (const [role, fonts] of Object.entries(ROLES) as [FontRole, RoleFonts][]) {
    const exact = fonts.exact.find((family) => known.has(family));
    const own = exact ?? fonts.near.find((family) => known.has(family));
    const used = own ?? fonts.open.family;
    infos.push({ role, wanted: fonts.wanted, used, exact: exact !== undefined });
    const rest = LAST_RESORT.filter((family) => family !== used && known.has(family));
    faces[role] = { families: [used, ...rest], weight: own === undefined ? fonts.open.weight : 400 };
  }
  return { faces, infos };
}

/**
 * Asks the compiler itself, so that what is reported is what is used: it warns of every family it does not know. The
 * texts are empty, because a character to set would load the font (15 MB each) long before a document needs it.
 */
function knownFamilies(compiler: NodeCompiler, workspace: string): ReadonlySet<string> {
  const all = [...new Set([...Object.values(ROLES).flatMap((fonts) => [...fonts.exact, ...fonts.near, fonts.open.family]), ...LAST_RESORT])];
  compiler.addSource(`${workspace}/probe.typ`, all.map((family) => `#text(font: ${JSON.stringify(family)})[]`).join('\n'));
  const warnings = compiler.compile({ mainFilePath: `${workspace}/probe.typ` }).takeWarnings();
  const unknown = new Set((warnings?.shortDiagnostics ?? []).map(unknownFamily));
  return new Set(all.filter((family) => !unknown.has(family.toLowerCase())));
}

function unknownFamily(diagnostic: unknown): string {
  const message = typeof diagnostic === 'object' && diagnostic !== null && 'message' in diagnostic ? String(diagnostic.message) : '';
  return message.replace(/^unknown font family: /u, '');
}

/** Folders of the open fonts inside a `node_modules`; the packaged product copies these into its resources. */
export function openFontDirectories(nodeModules: string): readonly string[] {
  const packages = `${nodeModules}/@expo-google-fonts`;
  return [
    `${packages}/noto-serif-sc/400Regular`,
    `${packages}/noto-serif-sc/500Medium`,
    `${packages}/noto-serif-sc/700Bold`,
    `${packages}/noto-sans-sc/500Medium`,
  ];
}
