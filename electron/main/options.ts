/** Switches of the desktop's own. Those that only tests need are heard in unpackaged builds only. */
export interface DesktopOptions {
  /** Folder of all data of this installation; the system's usual place when absent. */
  readonly profileDir: string | null;
  /** Unpackaged builds: SQLite addon for a runtime the prebuilt one does not fit. */
  readonly sqliteAddon: string | null;
  /** Unpackaged builds: save there without asking. */
  readonly testSaveDir: string | null;
}

export function desktopOptions(argv: readonly string[], packaged: boolean): DesktopOptions {
  return {
    profileDir: switchValue(argv, 'profile-dir'),
    sqliteAddon: packaged ? null : switchValue(argv, 'sqlite-addon'),
    testSaveDir: packaged ? null : switchValue(argv, 'test-save-dir'),
  };
}

function switchValue(argv: readonly string[], name: string): string | null {
  const prefix = `--${name}=`;
  const found = argv.find((word) => word.startsWith(prefix));
  const value = found?.slice(prefix.length).trim() ?? '';
  return value === '' ? null : value;
}
