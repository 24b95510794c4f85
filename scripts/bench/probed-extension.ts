import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyExtension } from '../extraction/copy-extension.ts';

/**
 * Notes, in one of Recto's own pages, when something was first laid out: `probe.laidOut` for text or rows,
 * `probe.pressed` and `probe.saved` around a save. Times are milliseconds since 1970, as `Date.now()`, but finer.
 */
const PROBE = `
const now = () => performance.timeOrigin + performance.now();
const probe = (globalThis.probe = { started: now(), laidOut: 0, pressed: 0, saved: 0 });
addEventListener('click', () => { probe.pressed ||= now(); }, true);
const look = () => {
  const shown = document.querySelector('.page-body:not(:empty), main li[data-id]');
  if (!probe.laidOut && shown && shown.getBoundingClientRect().height > 0) probe.laidOut = now();
  if (probe.pressed && !probe.saved && /Saved/.test(document.querySelector('.popup-bar')?.textContent ?? '')) probe.saved = now();
};
new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
look();
`;

/** A copy of the build with access to every page and the probe in popup and library, which holds nothing up. Gives its folder. */
export function makeProbedExtension(build: string): string {
  const folder = copyExtension(build, { 'probe.js': PROBE });
  for (const name of ['popup', 'library']) {
    const path = join(folder, 'src', name, `${name}.html`);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('<title>', '<script async src="/probe.js"></script><title>'),
    );
  }
  return folder;
}

/** An extension that is nothing but a popup with one script: the time Chromium itself takes. Gives its folder. */
export function makeEmptyPopup(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-floor-'));
  const action = { default_popup: 'popup.html' };
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name: 'Floor', version: '1', action }),
  );
  writeFileSync(join(folder, 'popup.html'), '<!doctype html><script src="probe.js"></script><p>Floor</p>');
  writeFileSync(join(folder, 'probe.js'), PROBE);
  return folder;
}
