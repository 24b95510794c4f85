import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import type { OverlayCommands } from '../../../src/content/overlay/overlay-commands.ts';
import type { ErrorCode } from '../../../src/model/errors/error-code.ts';
import type { ReaderProps } from '../../../src/ui/reader/reader-props.ts';
import type { ReaderPreferences, ReaderSurfaceParts } from '../../../src/ui/reader/reader-surface.ts';
import { fakeBrowser } from './fake-browser.ts';
import { sampleArticle, sampleMetadata } from './sample-article.ts';
import { sampleHighlight } from './sample-highlight.ts';

const fakes = vi.hoisted(() => ({ browser: {} as unknown, reader: {} as unknown, send: vi.fn() }));
vi.mock('../../../src/platform/browser.ts', () => fakes);
vi.mock('../../../src/messaging/send-from-page.ts', () => ({ sendFromPage: fakes.send }));
// What the reader itself draws is tested elsewhere: here it shows the line below the bar alone.
vi.mock('../../../src/ui/reader/reader.tsx', () => ({
  Reader: (props: ReaderProps) => {
    fakes.reader = props;
    return props.notice;
  },
}));
const { OverlayArticle } = await import('../../../src/content/overlay/overlay-article.tsx');

const article = sampleArticle();
/** What is highlighted in it. */
const HIGHLIGHT = sampleHighlight({ id: 'h1' });
const NOTHING_ELSE = { missing: null, isPartial: false, isWithheld: false, offerPages: null };
const settings = { settings: { highlightBar: true }, change: () => undefined } as unknown as ReaderPreferences;

/** Does it and lets everything that follows from it come to its end. */
async function settled(work: () => void): Promise<void> {
  await act(work);
  for (let turn = 0; turn < 3; turn += 1) await act(() => new Promise<void>((resolve) => setImmediate(resolve)));
}

/** The article of full view in the document of each test, with a background that answers what the test says. */
export function useOverlayArticle() {
  const commands: OverlayCommands = { save: null, article: null, dialog: null };
  /** What the background answers; throws what is an error. */
  const answers: Record<string, unknown> = {};
  let found = NOTHING_ELSE;
  const parts = {
    translate: (key: string) => (key === 'localeTag' ? 'en' : key),
    locale: 'en',
    loadPart: async () => ({ check: async () => found }),
  } as unknown as ReaderSurfaceParts;

  beforeEach(() => {
    fakes.browser = fakeBrowser();
    vi.stubGlobal('requestIdleCallback', (work: () => void) => window.setTimeout(work));
    vi.stubGlobal('cancelIdleCallback', (handle: number) => clearTimeout(handle));
    found = NOTHING_ELSE;
    for (const name of Object.keys(answers)) delete answers[name];
    Object.assign(answers, { 'highlight.list': [HIGHLIGHT], 'article.undo-save': true });
    fakes.send.mockReset().mockImplementation(async (name: string) => {
      const answer = answers[name] ?? null;
      if (answer instanceof Error) throw answer;
      return answer;
    });
  });
  afterEach(() => act(() => render(null, document.body)));

  /** The overlay keeps what went wrong. */
  function Drawn({ moved, first }: { moved: boolean; first: ErrorCode | null }) {
    const [problem, setProblem] = useState(first);
    const nothing = () => undefined;
    return (
      <OverlayArticle
        {...{ parts, article, preferences: settings, moved, problem, setProblem }}
        {...{ unkept: new Map(), fought: false, commands }}
        {...{ readAgain: nothing, pick: async () => undefined, close: nothing }}
      />
    );
  }
  const drawNow = ({ moved = false, problem = null }: { moved?: boolean; problem?: ErrorCode | null } = {}) =>
    render(<Drawn moved={moved} first={problem} />, document.body);
  const draw = (...how: Parameters<typeof drawNow>) => settled(() => drawNow(...how));
  return {
    ...{ article, commands, answers, HIGHLIGHT, settled, draw },
    /** Draws it, and waits for no effect. */
    drawNow,
    send: fakes.send,
    reader: () => fakes.reader as ReaderProps,
    line: () => document.querySelector('.notice-text')?.textContent ?? null,
    press: (label: string) =>
      settled(() => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.click()),
    sentOf: (name: string) => fakes.send.mock.calls.filter(([sent]) => sent === name).map(([, input]) => input),
    /** Draws it where it can be saved. */
    async saving() {
      answers['article.save'] = { id: 'a1', savedAt: 1, existed: false };
      answers['page.saved'] = null;
      await draw();
      answers['page.saved'] = sampleMetadata();
    },
    /** Has the page compared with that outcome, for one test. */
    findInPage(outcome: object) {
      found = { ...NOTHING_ELSE, ...outcome };
    },
  };
}
