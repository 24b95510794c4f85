import { render } from 'preact';
import { act } from 'preact/test-utils';
import { beforeEach, vi } from 'vitest';
import type { Article } from '../../../../src/model/article.ts';
import type { Library, SaveReceipt } from '../../../../src/model/library.ts';
import type { SavedMetadata } from '../../../../src/model/saved-article.ts';
import { type Saving, useSaving } from '../../../../src/ui/reader/use-saving.ts';
import { sampleArticle } from '../../fakes/sample-article.ts';
import { trustEvents } from '../../fakes/trust-events.ts';

/** What every save of the probe's library gives, unless a test says otherwise. */
export const RECEIPT: SaveReceipt = { id: 'a1', savedAt: 1, existed: false };

/** Does it and lets everything that follows from it come to its end. */
export const settled = async (work: () => void) => {
  await act(work);
  await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
};

/** `useSaving` over a library that says what is `kept`, drawn anew before each test of the file that calls this. */
export function savingProbe() {
  const article = sampleArticle();
  let saving: Saving | undefined;
  const probe = {
    article,
    kept: null as SavedMetadata | null,
    library: {
      find: vi.fn(async () => probe.kept),
      save: vi.fn<Library['save']>(),
      updateCopy: vi.fn<Library['updateCopy']>(),
      undoSave: vi.fn(async () => true),
    },
    onUndone: vi.fn(),
    get saving(): Saving {
      if (!saving) throw new Error('The probe is not drawn.');
      return saving;
    },
    draw: (shown: Article = article) => render(<Probe shown={shown} />, document.body),
    /** As in a page that is opened anew. */
    async drawAnew() {
      render(null, document.body);
      await settled(() => probe.draw());
    },
    focusComesBack: () => settled(() => window.dispatchEvent(new Event('focus'))),
  };
  function Probe({ shown }: { shown: Article }) {
    saving = useSaving(probe.library, shown, probe.onUndone);
    return null;
  }
  trustEvents();
  beforeEach(async () => {
    probe.kept = null;
    for (const call of Object.values(probe.library)) call.mockClear();
    probe.onUndone.mockClear();
    probe.library.save.mockResolvedValue(RECEIPT);
    probe.library.updateCopy.mockResolvedValue(RECEIPT);
    await probe.drawAnew();
  });
  return probe;
}
