import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { firefoxManifest } from '../../scripts/build/firefox-manifest.ts';

const ROOT = join(import.meta.dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Every permission is a promise to the user. A change here is a change of the product, never a detail. */
const PERMISSIONS = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob: https: http:",
  "connect-src 'self' blob: https: http:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types dompurify',
];

const source = readJson('manifest.json');
const manifests: [string, Record<string, unknown>][] = [
  ['manifest.json', source],
  ['the manifest for Firefox', firefoxManifest(source)],
];
for (const build of ['chromium', 'firefox']) {
  const path = `dist/${build}/manifest.json`;
  if (existsSync(join(ROOT, path))) manifests.push([path, readJson(path)]);
  else console.log(`${path} is not built: its permissions are not checked in this run`);
}

test.each(manifests)('%s asks for these permissions and no other', (_name, manifest) => {
  expect((manifest['permissions'] as string[]).toSorted()).toEqual(PERMISSIONS);
  expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
  // Asked for by a click, for automatic backups where no folder can be chosen.
  const isFirefox = 'browser_specific_settings' in manifest;
  expect(manifest['optional_permissions']).toEqual(isFirefox ? ['downloads'] : undefined);
  for (const key of ['host_permissions', 'content_scripts', 'externally_connectable'])
    expect(manifest, key).not.toHaveProperty(key);
});

test.each(manifests)(
  '%s shows no file to pages, so that a site cannot tell that Recto is installed',
  (_name, manifest) => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  },
);

test.each(manifests)('%s has the agreed content security policy', (_name, manifest) => {
  const policy = (manifest['content_security_policy'] as Record<string, string>)['extension_pages'];
  expect(policy?.split('; ')).toEqual(CSP);
});

test.each(manifests.filter(([name]) => name.startsWith('dist/')))(
  '%s has a background that is no module, whose compiled code Chromium keeps',
  (name, { background }) => {
    expect(background).not.toHaveProperty('type');
    const script = readFileSync(join(ROOT, name, '../service-worker-loader.js'), 'utf8');
    expect(script).not.toMatch(/^(?:import|export)\b|[;}]export\b/m);
  },
);

test('four commands have suggested keys, which is as many as Chrome allows', () => {
  const keys = Object.values(source.commands as Record<string, { suggested_key?: { default: string } }>);
  expect(keys.map((command) => command.suggested_key?.default)).toEqual(['Alt+R', 'Alt+P', 'Alt+K', 'Alt+L']);
});
