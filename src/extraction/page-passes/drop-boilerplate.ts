import { measureText } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, rawText } from '../find-elements.ts';
import { namesBoilerplate, surelyNamesBoilerplate } from './boilerplate-names.ts';

/** Elements that hold no article text, whatever they are called. */
const NEVER = /^(?:LINK|NAV|DIALOG|SELECT)$/;
const NEVER_ROLE = /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|alertdialog|complementary)$/;

/** Elements whose name says what they usually hold; articles put their own text there as well. */
const SUSPECT = /^(?:ASIDE|FOOTER|FORM|BUTTON)$/;

/** A named element that holds more of the page's prose than this is the article under a misleading name. */
const MOST_PROSE = 0.25;
/** The same for what is hardly ever anything else: `nav`, dialogs, comments. Menus have sentences in them, too. */
const MOST_PROSE_WHEN_SURE = 0.6;

const CALL =
  /^[【[（(>]?(?:点击|點擊|戳此|扫码|掃碼|长按|立即|马上)(?:投票|下载|下載|关注|訂閱|订阅|报名|参与|购买|领取|识别).{0,6}$/;
const LONGEST_CALL = 150;

const KEEP =
  /^(?:HTML|BODY|MAIN|ARTICLE|PRE|CODE|TABLE|TBODY|TR|TD|TH|MATH|SVG|P|A|EM|STRONG|B|I|IMG|H1|SUP|SUB|FIGURE|PICTURE)$/;

/**
 * Navigation, share bars, related lists, newsletter boxes, cookie walls, comments and advertisements stand in and
 * around the article.
 */
export const dropBoilerplate: PagePass = {
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    for (const element of findAll(body, 'script, style, template, noscript')) element.remove();
    dropCalls(body);
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    for (const element of findAll(body, '*')) {
      if (KEEP.test(element.tagName) || !element.isConnected || !isSuspect(element)) continue;
      const measure = measures.get(element);
      if (measure && measure.prose > prose * (isSure(element) ? MOST_PROSE_WHEN_SURE : MOST_PROSE)) continue;
      element.remove();
    }
  },
};

/** A short paragraph around a link such as 【点击投票】 asks the reader for something and tells nothing. */
function dropCalls(body: Element): void {
  for (const link of findAll(body, 'a')) {
    if (!CALL.test(rawText(link).trim())) continue;
    const block = link.closest('p, li, div');
    if (block && rawText(block).trim().length < LONGEST_CALL) block.remove();
  }
}

function isSuspect(element: Element): boolean {
  const { tagName } = element;
  if (NEVER.test(tagName) || SUSPECT.test(tagName)) return true;
  if (tagName === 'META') return element.hasAttribute('itemprop');
  return NEVER_ROLE.test(attributeOf(element, 'role')) || namesBoilerplate(element);
}

function isSure(element: Element): boolean {
  return (
    NEVER.test(element.tagName) ||
    /^(?:navigation|menu|(?:alert)?dialog)$/.test(attributeOf(element, 'role')) ||
    surelyNamesBoilerplate(element)
  );
}
