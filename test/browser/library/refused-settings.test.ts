import { test } from 'vitest';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser();

test('when the browser refuses to store a setting, Recto says so and what to do', async () => {
  const settings = await used.browser.openRecto('library#settings');
  await settings.waitFor(() => document.querySelector('.settings .switch input'));
  await settings.evaluate(() => {
    const refuse = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    Object.defineProperty(chrome.storage.local, 'set', { value: refuse });
  });
  await settings.evaluate(() => document.querySelector<HTMLInputElement>('.settings .switch input')?.click());
  await settings.waitFor(() => {
    const told = document.querySelector('[role=alert]')?.textContent;
    return told?.includes('could not be saved') && told.includes('choose it again');
  });
  await settings.close();
});
