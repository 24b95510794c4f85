import type { BodyPass } from '../extraction-pass.ts';
import { isElement, listBlocks, textOf } from '../markup/elements.ts';
import { isAttribution, isCall, takeAttribution } from '../metadata/attribution-line.ts';
import { squeeze } from '../metadata/site-names.ts';

/** Lines looked at from either end of the body. */
const AT_HEAD = 5;
const AT_TAIL = 8;

/**
 * Moves lines on source, editors and rights from the head and the tail of the body into `attribution`, and drops calls
 * to follow, to share and to read on.
 *
 * 原文标题, 责任编辑, 版权声明 or “Originally published in …” would read as the first or last paragraph of the article.
 */
export const moveAttribution: BodyPass = {
  run(body, { metadata }) {
    const blocks = listBlocks(body);
    const ends = new Set([...blocks.slice(0, AT_HEAD), ...blocks.slice(-AT_TAIL)]);
    const lines = metadata.attribution?.split('\n') ?? [];
    let length: number | undefined;
    for (const block of ends) {
      const line = textOf(block);
      const isAsked = isCall(line);
      if (!(isAsked || isAttribution(line)) || isElement(block, 'LI', 'TD', 'TH')) continue;
      length ??= textOf(body).length;
      // A body this short may consist of nothing else.
      if (line.length * 2 > length) continue;
      block.remove();
      // A label alone lost what it introduced when that was dropped by its class.
      if (isAsked || /[:：]$/.test(line)) continue;
      takeAttribution(line, metadata);
      if (!lines.some((known) => squeeze(known) === squeeze(line))) lines.push(line);
    }
    // What the text still says is about a picture or a table in it.
    metadata.attribution = lines.filter((line) => !textOf(body).includes(line)).join('\n') || null;
  },
};
