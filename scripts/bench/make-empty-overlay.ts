import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const WORKER = `
chrome.action.onClicked.addListener(({ id }) => {
  chrome.scripting.executeScript({ target: { tabId: id }, files: ['overlay.js'] });
});
`;

const OVERLAY = `
const host = document.createElement('div');
const dialog = document.createElement('dialog');
dialog.innerHTML = '<div class="page-body"><p>Floor</p></div>';
host.attachShadow({ mode: 'open' }).append(dialog);
document.documentElement.append(host);
dialog.showModal();
`;

/** An extension that puts one sentence over the page and does nothing else: the time Chromium itself takes. Gives its folder. */
export function makeEmptyOverlay(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recto-floor-'));
  const manifest = {
    manifest_version: 3,
    name: 'Overlay floor',
    version: '1',
    permissions: ['activeTab', 'scripting'],
    action: {},
    background: { service_worker: 'worker.js' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'worker.js'), WORKER);
  writeFileSync(join(folder, 'overlay.js'), OVERLAY);
  return folder;
}
