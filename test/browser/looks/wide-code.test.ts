import { describe, expect, test } from 'vitest';
import { openOverlay } from '../steps/open-surfaces.ts';
import { useBrowser } from '../use-browser.ts';

const used = useBrowser({ colorScheme: 'light' });

const PARAGRAPH = `<p>${'The tide at a harbour can be told years ahead, by brass. '.repeat(6)}</p>`;
const lineOf = (characters: number) => `<pre><code>${'tide '.repeat(60).slice(0, characters)}</code></pre>`;

const pageIn = (dir: string) => `<!doctype html><html lang="en" dir="${dir}"><title>Heights of the tide</title>
  <meta property="og:type" content="article"><article><h1>Heights of the tide</h1>${PARAGRAPH.repeat(3)}
  ${lineOf(20)}${PARAGRAPH}${lineOf(79)}${PARAGRAPH}${lineOf(300)}${PARAGRAPH}
  <ol><li>${PARAGRAPH}${lineOf(79)}</li><li>${PARAGRAPH}</li></ol>${PARAGRAPH}</article></html>`;

/** Runs in the overlay: px by which each block of code is wider than the text around it, and px of its line that are cut. */
function measureCode() {
  const overlay = document.documentElement.lastElementChild?.shadowRoot;
  const blocks = [...(overlay?.querySelectorAll('.page-body pre') ?? [])];
  // The button that copies comes with the colours of code, and with it a box around each block.
  if (blocks.length < 4 || !blocks.every((block) => block.closest('.code'))) return null;
  const scroller = overlay?.querySelector('.page')?.parentElement;
  return {
    blocks: blocks.map((block) => {
      const text = (block.closest('li') ?? block.closest('.page-body'))?.getBoundingClientRect().width ?? 0;
      return [Math.round(block.getBoundingClientRect().width - text), block.scrollWidth - block.clientWidth];
    }),
    sideways: scroller ? scroller.scrollWidth - scroller.clientWidth : -1,
  };
}

describe.each(['ltr', 'rtl'])('in a text that is %s', (dir) => {
  test('lines of 79 characters fit where the window has room, and nothing else is wider than the text', async () => {
    used.site.serve(`/code-${dir}.html`, pageIn(dir), { 'content-type': 'text/html; charset=utf-8' });
    const tab = await openOverlay(used, `/code-${dir}.html`);
    const { blocks, sideways } = await tab.waitFor(measureCode);
    expect(blocks[0]).toEqual([0, 0]);
    expect(blocks[1]?.[0]).toBeGreaterThan(0);
    expect(blocks[1]?.[1]).toBe(0);
    // A line of 300 characters scrolls within its block, which ends before the window does.
    expect(blocks[2]?.[0]).toBeLessThan(240);
    expect(blocks[2]?.[1]).toBeGreaterThan(0);
    expect(blocks[3]?.[1]).toBe(0);
    expect(sideways).toBe(0);
  });
});
