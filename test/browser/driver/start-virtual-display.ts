import { startVirtualDisplay } from './virtual-display.ts';

/** Vitest's global setup: one virtual display for all test files, handed on in `RECTO_DISPLAY`. */
export default async function setup(): Promise<() => void> {
  if (process.env['RECTO_DISPLAY']) return () => undefined;
  const display = await startVirtualDisplay();
  if (display === null) console.warn('No Xvfb: Chromium runs headless, and its shortcut is a stand-in.');
  else process.env['RECTO_DISPLAY'] = display.name;
  return () => display?.stop();
}
