import type { Tab } from '../driver/browser-driver.ts';

/**
 * Chooses a file as the file dialog does: sets it on the input of a part of the settings and fires the event, once the
 * button that would open the dialog can be pressed.
 */
export async function chooseFile(
  tab: Tab,
  part: 'backup' | 'import',
  name: string,
  content: string | Uint8Array,
): Promise<void> {
  await tab.waitFor(
    (id) => document.querySelector(`#${id} .button:not([aria-disabled='true']) + input[type=file]`) !== null,
    part,
  );
  await tab.evaluate(
    (id, fileName, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const files = new DataTransfer();
      files.items.add(new File([bytes], fileName));
      const input = document.querySelector<HTMLInputElement>(`#${id} input[type=file]`);
      if (input === null) throw new Error('no file input');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    part,
    name,
    Buffer.from(content).toString('base64'),
  );
}
