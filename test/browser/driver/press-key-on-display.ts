import { execFileSync } from 'node:child_process';

/**
 * Presses keys on a display as a keyboard would, one after the other without a pause, in the browser window whose title
 * begins with `title`. `keys` as xdotool writes them: `alt+r`.
 */
export function pressKeyOnDisplay(display: string, title: string, ...keys: string[]): void {
  focusWindowOnDisplay(display, title);
  xdotool(display, 'key', '--clearmodifiers', ...keys);
}

/** Gives the focus to the browser window whose title begins with `title`: there is no window manager to ask for it. */
export function focusWindowOnDisplay(display: string, title: string): void {
  // A window of which the list tells may have gone before it is asked.
  const isWanted = (id: string): boolean => {
    try {
      return xdotool(display, 'getwindowname', id).startsWith(title);
    } catch {
      return false;
    }
  };
  const windows = xdotool(display, 'search', '--onlyvisible', '--class', 'chrom|firefox').split('\n');
  const window = windows.find(isWanted) ?? windows.at(-1);
  if (window === undefined) throw new Error('No browser window on the display');
  xdotool(display, 'windowfocus', '--sync', window);
}

const xdotool = (display: string, ...args: string[]): string =>
  execFileSync('xdotool', args, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8', stdio: 'pipe' }).trim();
