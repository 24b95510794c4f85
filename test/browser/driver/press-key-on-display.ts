import { execFileSync } from 'node:child_process';

/**
 * Presses keys on a display as a keyboard would, one after the other without a pause, in the browser window whose title
 * begins with `title`. `keys` as xdotool writes them: `alt+r`.
 */
export function pressKeyOnDisplay(display: string, title: string, ...keys: string[]): void {
  const xdotool = (...args: string[]): string =>
    execFileSync('xdotool', args, {
      env: { ...process.env, DISPLAY: display },
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim();
  // A window of which the list tells may have gone before it is asked.
  const isWanted = (id: string): boolean => {
    try {
      return xdotool('getwindowname', id).startsWith(title);
    } catch {
      return false;
    }
  };
  const windows = xdotool('search', '--onlyvisible', '--class', 'chrom|firefox').split('\n');
  const window = windows.find(isWanted) ?? windows.at(-1);
  if (window === undefined) throw new Error('No browser window on the display');
  // There is no window manager to ask for focus, so it is set directly.
  xdotool('windowfocus', '--sync', window);
  xdotool('key', '--clearmodifiers', ...keys);
}
