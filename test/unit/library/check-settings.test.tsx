// @vitest-environment jsdom
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import type { LibraryFiles } from '../../../src/library/library-files.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { RectoError } from '../../../src/model/recto-error.ts';
import { createWords } from '../../../src/model/words.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const send = vi.fn(async () => Promise.reject(new RectoError('not-found')));
vi.mock('../../../src/messaging/send.ts', () => ({ send }));
const { CheckSettings } = await import('../../../src/library/check-settings.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));

const press = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();

test('a page of a lost text that cannot be opened says why', async () => {
  const files = {
    check: async () => ({ checked: 1, mended: 0, setAside: [], withoutText: [{ id: 'a', title: 'Lamps' }] }),
    damaged: async () => null,
  } as Partial<LibraryFiles> as LibraryFiles;
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <CheckSettings files={files} />
    </WordsProvider>,
    document.body,
  );
  press('checkNow');
  await vi.waitFor(() => expect(document.body.textContent).toContain('Lamps'));
  press('Lamps');
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('error_not_found'));
});
