/** Extension id in Firefox; also what a test profile maps to a fixed address. */
export const GECKO_ID = 'recto@recto.example';

type Manifest = Record<string, unknown> & { background: { service_worker: string; type: 'module' } };

/**
 * Derives the Firefox manifest from the shipped Chrome one.
 *
 * Firefox runs the background as an event page, wants an id, and since 140 asks each extension to declare what data it
 * collects: none (https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/).
 */
export function firefoxManifest(manifest: Manifest): Record<string, unknown> {
  const { minimum_chrome_version: _chrome, background, ...shared } = manifest;
  return {
    ...shared,
    // For automatic backups, since in Firefox a page cannot write to a folder.
    optional_permissions: ['downloads'],
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: { id: GECKO_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
      gecko_android: { strict_min_version: '142.0' },
    },
  };
}
