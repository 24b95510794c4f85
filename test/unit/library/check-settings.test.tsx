// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { LibraryFiles } from '../../../src/library/library-files.ts';
import { RectoError } from '../../../src/model/errors/recto-error.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import type { CheckReport } from '../../../src/storage/check-library.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const send = vi.fn(async () => Promise.reject(new RectoError('not-found')));
vi.mock('../../../src/messaging/send.ts', () => ({ send }));
const isFirefox = vi.fn(() => false);
vi.mock('../../../src/platform/is-firefox.ts', () => ({ isFirefox }));
const downloadBlob = vi.fn();
vi.mock('../../../src/library/download-blob.ts', () => ({ downloadBlob }));
const { CheckSettings } = await import('../../../src/library/check-settings.tsx');

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));

const press = (label: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click();

afterEach(() => act(() => render(null, document.body)));

/** The settings' check, of which this is the report, after it was pressed. */
async function checked(report: Partial<CheckReport>, damaged: Blob | null = null): Promise<void> {
  const whole = { checked: 4, mended: 0, setAside: [], withoutText: [], ...report };
  const files = { check: async () => whole, damaged: async () => damaged } as Partial<LibraryFiles> as LibraryFiles;
  await act(() =>
    render(
      <WordsProvider value={createWords(keyed, 'en')}>
        <CheckSettings files={files} />
      </WordsProvider>,
      document.body,
    ),
  );
  await act(async () => press('checkNow'));
}
const lost = (url: string | null) => ({ id: 'a', title: 'Lamps', url });
const told = () => [...document.querySelectorAll('[role=status] > *')].map(({ textContent }) => textContent);

test.each([
  ['all is in order', {}, ['checkFineOther 4']],
  ['records were mended', { mended: 2 }, ['checkMendedOther 2']],
  [
    'records were set aside, and what they are as far as that is known',
    {
      mended: 1,
      setAside: [
        { title: 'Lamps', why: 'a' },
        { title: null, why: 'b' },
      ],
    },
    ['checkMendedOne 1 · checkSetAsideOther 2', 'LampscheckNoTitle'],
  ],
  [
    'texts were lost, and of which articles',
    { withoutText: [lost('https://news.example/lamps')] },
    ['checkMendedOther 0', 'checkTextsLost', 'Lamps'],
  ],
])('a check reports that %s', async (_what, report, lines) => {
  await checked(report);
  await vi.waitFor(() => expect(told()).toEqual(lines));
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).not.toContain(
    'checkSaveDamaged',
  );
});

test('records that were set aside, now or before, can be saved to a file', async () => {
  const file = new Blob(['[]']);
  await checked({}, file);
  press('checkSaveDamaged');
  expect(downloadBlob.mock.calls).toEqual([[file, 'recto-damaged.json']]);
});

test('a failure to open the page of a lost text is reported', async () => {
  await checked({ withoutText: [lost('https://news.example/lamps')] });
  press('Lamps');
  await vi.waitFor(() => expect(document.querySelector('[role=alert]')?.textContent).toContain('error_not_found'));
});

test.each([
  ['page on the web', 'https://news.example/lamps', true, true],
  ['file that the browser lets Recto open', 'file:///home/me/lamps.html', false, true],
  ['file that it does not', 'file:///home/me/lamps.html', true, false],
  ['page whose address is lost, too', null, false, false],
])(
  'a lost text of a %s leads there if it can be opened, and is named in any case',
  async (_what, url, inFirefox, leads) => {
    isFirefox.mockReturnValue(inFirefox);
    await checked({ withoutText: [lost(url)] });
    await vi.waitFor(() => expect(told()).toContain('Lamps'));
    expect(document.querySelector('.set-aside button') !== null).toBe(leads);
  },
);
