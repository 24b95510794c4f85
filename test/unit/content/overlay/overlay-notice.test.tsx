// @vitest-environment jsdom
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { ErrorCode } from '../../../../src/model/errors/error-code.ts';
import { RectoError } from '../../../../src/model/errors/recto-error.ts';
import type { Translate } from '../../../../src/model/message-key.ts';
import type { PictureReceipt } from '../../../../src/model/pictures/picture.ts';
import type { Saving } from '../../../../src/ui/reader/use-saving.ts';

import { sampleMetadata } from '../../fakes/sample-article.ts';

const sending = vi.hoisted(() => ({ send: vi.fn(async () => undefined) }));
const runtime = vi.hoisted(() => ({ browser: { runtime: { id: 'recto' } as { id?: string } } }));
vi.mock('../../../../src/platform/browser.ts', () => runtime);
vi.mock('../../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: sending.send }));
const { overlayNotice } = await import('../../../../src/content/overlay/overlay-notice.tsx');

const translate: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const nothing = vi.fn();
const fail = vi.fn();
const closeReceipt = vi.fn();

/** What full view says when a save ended with this error, or with none and this outcome. */
function sayAbout(
  code: ErrorCode | null,
  changes: Partial<Saving> = {},
  problem: ErrorCode | null = null,
  receipt: PictureReceipt | null = null,
): HTMLElement {
  const saving: Saving = {
    ...{ state: { kind: 'unsaved' }, saved: null, changed: false, aside: false, error: code && new RectoError(code) },
    ...{
      save: nothing,
      find: async () => null,
      ensureSaved: async () => null,
      update: nothing,
      closeAside: nothing,
      undo: nothing,
      dismissError: nothing,
    },
    ...changes,
  };
  const root = document.createElement('div');
  const none = { moved: false, fought: false, removed: null, movedTo: null, receipt };
  const found = { ...({} as Pick<Parameters<typeof overlayNotice>[0], 'completeness' | 'showAll' | 'pages'>) };
  const facts = {
    translate,
    locale: 'en',
    saving,
    ...none,
    readAgain: nothing,
    problem,
    closeProblem: nothing,
    consent: nothing,
    fail,
    undoHighlight: nothing,
    undoMove: nothing,
    keepRest: nothing,
    closeReceipt,
  };
  render(overlayNotice({ ...facts, ...found }), root);
  return root;
}

test('without room full view opens the settings for making room', () => {
  const root = sayAbout('quota');
  expect(root.querySelector('[role=alert]')?.textContent).toBe('error_quota errorNext_quotamakeRoomlistClose');
  root.querySelector('button')?.click();
  expect(sending.send).toHaveBeenCalledExactlyOnceWith('tab.open-list', { makeRoom: true });
});

test('another failure of a save has its two sentences and can be closed', () => {
  const dismissError = vi.fn();
  const root = sayAbout('storage-unavailable', { dismissError });
  expect(root.textContent).toBe('error_storage_unavailable errorNext_storage_unavailablelistClose');
  root.querySelector('button')?.click();
  expect(dismissError).toHaveBeenCalledOnce();
});

test('once Recto was updated under it, full view says so whatever failed, in words that it has', () => {
  delete runtime.browser.runtime.id;
  onTestFinished(() => void Object.assign(runtime.browser.runtime, { id: 'recto' }));
  expect(sayAbout('no-answer').querySelector('[role=alert]')?.textContent).toBe('overlayCutOfflistClose');
  expect(sayAbout(null, {}, 'settings-unkept').textContent).toBe('overlayCutOfflistClose');
});

test('a copy that was set aside is reported in a notice that can be closed', () => {
  const closeAside = vi.fn();
  const root = sayAbout(null, { aside: true, closeAside });
  expect(root.textContent).toBe('popupAsidelistClose');
  root.querySelector('button')?.click();
  expect(closeAside).toHaveBeenCalledOnce();
});

test('a failure to open the list or the saved article is reported', async () => {
  const thrown = new RectoError('no-answer');
  sending.send.mockRejectedValue(thrown);
  sayAbout('quota').querySelector('button')?.click();
  await vi.waitFor(() => expect(fail).toHaveBeenCalledExactlyOnceWith(thrown));
  sayAbout(null, { saved: sampleMetadata(), aside: true }).querySelector('button')?.click();
  await vi.waitFor(() => expect(fail).toHaveBeenCalledTimes(2));
});

test('the later failure is shown in place of the earlier, with its next step and, without room, the way to make room', () => {
  const root = sayAbout('storage-unavailable', {}, 'quota');
  expect(root.textContent).toBe('error_quota errorNext_quotamakeRoomlistClose');
});

test('the receipt of the pictures is shown until it is closed', () => {
  const receipt: PictureReceipt = { total: 2, kept: 2, pending: 0, bytes: 2000, refused: [] };
  const close = sayAbout(null, {}, null, receipt).querySelector('button');
  expect(close?.textContent).toBe('listClose');
  close?.click();
  expect(closeReceipt).toHaveBeenCalledOnce();
});
