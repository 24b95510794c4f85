import type { Extension } from 'puppeteer-core';
import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';

/** What `chrome://extensions` itself calls when somebody pins an icon: https://source.chromium.org/chromium/chromium/src/+/main:chrome/common/extensions/api/developer_private.idl */
interface ExtensionsPage {
  developerPrivate: {
    updateExtensionConfiguration(change: { extensionId: string; pinnedToToolbar: boolean }): Promise<unknown>;
  };
}

/**
 * Pins the icons of extensions to the toolbar, as a person who presses one has done, and as Recto's first page advises.
 * An icon that is not pinned slides out of the menu before its popup opens, which takes some 0.2 s, on some pages and
 * not on others. Throws if the browser has no such call.
 */
export async function pinIcons(driver: ChromiumDriver, extensions: readonly Extension[]): Promise<void> {
  const page = await driver.puppeteer.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (ids) => {
      const { developerPrivate } = chrome as unknown as ExtensionsPage;
      for (const extensionId of ids)
        await developerPrivate.updateExtensionConfiguration({ extensionId, pinnedToToolbar: true });
    },
    extensions.map(({ id }) => id),
  );
  await page.close();
}
