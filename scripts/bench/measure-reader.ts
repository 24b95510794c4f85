import type { Tab } from '../../test/browser/driver/browser-driver.ts';

interface ReaderTimes {
  /** From the start of the page to its first text on the screen, in milliseconds. */
  opened: number;
  /** For each setting the time from the change to the frame after it. */
  settings: Record<string, number>;
  /** Middle of the times between frames while a wheel turns fast: 400 px for each frame. */
  frame: number;
  /** The frame that only one in twenty is longer than. */
  slowFrame: number;
  /** Longest stretch in which the page could not answer, in all that was done. */
  longestTask: number;
}

/** Measures an article in the reader tab, in Chromium. */
export function measureReader(tab: Tab): Promise<ReaderTimes> {
  return tab.evaluate(measureInPage);
}

async function measureInPage(): Promise<ReaderTimes> {
  const changes: [string, unknown][] = [
    ['theme', 'dark'],
    ['textSize', 120],
    ['typeface', 'sans'],
    ['lineHeight', 110],
    ['width', 120],
    ['paragraphs', 'indent'],
    ['align', 'justify'],
    ['letterSpacing', 5],
    ['wordSpacing', 10],
    ['hyphens', true],
    ['hidePictures', true],
  ];
  let longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const page = document.querySelector<HTMLElement>('.page') ?? document.body;
  const changed = (wait: MutationCallback) => {
    const watcher = new MutationObserver(wait);
    for (const element of [page, document.documentElement]) watcher.observe(element, { attributes: true });
    return watcher;
  };
  const settings: Record<string, number> = {};
  for (const [name, value] of changes) {
    let start = 0;
    // The time that storage takes to report a change is the browser's own, so the measurement begins when the reader is
    // told.
    const watcher = changed(() => {
      start ||= performance.now();
    });
    await chrome.storage.local.set({ [`settings.${name}`]: value });
    for (const end = performance.now() + 2000; start === 0 && performance.now() < end; ) await frame();
    await frame();
    settings[name] = performance.now() - start;
    watcher.disconnect();
  }
  await chrome.storage.local.remove(changes.map(([name]) => `settings.${name}`));
  const frames: number[] = [];
  for (let last = await frame(), count = 0; count < 120; count += 1) {
    scrollBy(0, 400);
    const now = await frame();
    frames.push(now - last);
    last = now;
  }
  frames.sort((one, other) => one - other);
  return {
    opened: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    settings,
    frame: frames[60] ?? Number.NaN,
    slowFrame: frames[114] ?? Number.NaN,
    longestTask,
  };
}
