import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Popup } from './driver/browser-driver.ts';
import { useBrowser } from './use-browser.ts';

const used = useBrowser();

const STORY = pathToFileURL(join(import.meta.dirname, '../site/en/news.html')).href;
const TITLE = 'The lighthouse keepers of Skerry Sound are going home';

/** What the popup says about the page, once it has said something. */
const readNotice = (popup: Popup): Promise<string> =>
  popup.waitFor(() => document.querySelector('.notice')?.textContent);

test("the browser's own extension store: the reason, and the link can be kept", async () => {
  const store = used.browser.name === 'firefox' ? 'addons.mozilla.org' : 'chromewebstore.google.com';
  used.site.serve('/detail/recto', '<title>Recto</title><h1>Recto</h1><p>Add it to your browser.</p>');
  const tab = await used.browser.open(`http://${store}/detail/recto`);
  const popup = await tab.pressToolbar();
  expect(await readNotice(popup)).toContain('Browsers do not let extensions read the pages of their stores');
  await popup.clickNamed('Save link', 'button');
  await popup.waitFor(() => document.body.textContent?.includes('Link saved'));
  await popup.close();
  await tab.close();
});

/** The refusal without file access is shown by the unit tests of `classifyAddress`: flipping the switch reloads the extension under the test. */
test('a file is read where the browser lets extensions', async () => {
  const tab = await used.browser.open(STORY);
  const popup = await tab.pressToolbar();
  expect(await popup.waitFor(() => document.querySelector('.page-title')?.textContent)).toContain(TITLE);
  await popup.close();
  await tab.close();
});
