import type { WindowBounds } from '../settings/settings.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const MINIMUM_SIZE = { width: 1180, height: 700 } as const;
const USUAL_SIZE = { width: 1366, height: 768 } as const;
/** So much of the title bar must stand on a screen for a window to be caught by the mouse. */
const GRIP = 80;

export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

/** Where the window opens: as it was left, if that place is still on a screen; else at its usual size on the first one. */
export function placement(remembered: WindowBounds | null, screens: readonly Area[]): Placement {
  const first = screens[0] ?? { x: 0, y: 0, ...USUAL_SIZE };
  const usual = { width: Math.min(USUAL_SIZE.width, first.width), height: Math.min(USUAL_SIZE.height, first.height), maximized: false };
  if (remembered === null) return usual;
  const visible = screens.some((screen) => isReachable(remembered, screen));
  return visible ? remembered : { ...usual, maximized: remembered.maximized };
}

function isReachable(window: Area, screen: Area): boolean {
  const onScreen = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return onScreen >= GRIP && window.y >= screen.y - GRIP / 2 && window.y <= screen.y + screen.height - GRIP;
}
