import { rawText } from '../find-elements.ts';

/** Whether a link is the mark beside a heading that leads to the heading itself, as manuals have it: `#`, `¶`. */
export const isPermalink = (link: Element): boolean => /^[#¶§🔗]+$/u.test(rawText(link).trim());
