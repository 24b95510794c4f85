import { rawText } from '../find-elements.ts';

/** Whether a link is the mark beside a heading that leads to the heading itself, as manuals have it (`#`, `¶`), or to the top of the page. */
export const isPermalink = (link: Element): boolean =>
  /^(?:[#¶§🔗]+|(?:back to )?top|(?:返回|回到)顶部)$/iu.test(rawText(link).trim());
