import { measureText, type TextMeasure } from '../choosing/text-measure.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, rawText } from '../find-elements.ts';
import { namesBoilerplate, surelyNamesBoilerplate } from './boilerplate-names.ts';

/** Elements that hold no article text, whatever they are called. */
const NEVER = new Set(['LINK', 'NAV', 'DIALOG', 'SELECT']);
const NEVER_ROLE = /^(?:navigation|banner|contentinfo|search|menu|menubar|toolbar|dialog|alertdialog|complementary)$/;

/** Elements whose name says what they usually hold; articles put their own text there as well. */
const SUSPECT = new Set(['ASIDE', 'FOOTER', 'FORM', 'BUTTON']);

/** A named element that holds more of the page's prose than this is the article under a misleading name. */
const MOST_PROSE = 0.25;
/** The same for what is hardly ever anything else: `nav`, dialogs, comments. Menus have sentences in them, too. */
const MOST_PROSE_WHEN_SURE = 0.6;

/** Where a link leads, and what it says: channels of messengers and news services that sites ask to be followed on, 点击投票 … */
const CALL =
  /chat\.whats|whatsapp\.com\/ch|news\.google.*pub|\s[【[（(>]?(?:点击|點擊|戳此|扫码|掃碼|长按|立即|马上)(?:投票|下载|下載|关注|訂閱|订阅|报名|参与|购买|领取|识别).{0,6}$/;
const LONGEST_CALL = 300;

/** "Read also" where two words say it: Lesen Sie auch, À lire aussi, Czytaj też, before the link. */
const ALSO =
  /^.{0,16}\s(?:auch|aussi|anche|également|tambi?é[nm]|ook|też|tak(?:że|é)|[sșş]i:|επίσης|так(?:же|ож)|även|o[cg]k?så|myös|interesar)(?=\s|:|$)/i;
const LONGEST_LABEL = 40;

/** Leads a line that names another article, 延伸阅读 and 相关阅读 as well. "See also" is not among them: manuals lead with it to their own pages. */
const OTHER_ARTICLE =
  /^\W*(?:related[\w ]*|also read|baca juga|xem thêm|[阅閱][读讀]|関連記事|관련 ?기사|أيضًا?ا?|بخوانید|גם|यह भी[^:]{0,9})\s*[:：]/i;

const KEEP = new Set(
  'MAIN ARTICLE PRE CODE TABLE TBODY TR TD TH MATH SVG P A EM STRONG B I IMG H1 SUP SUB FIGURE PICTURE'.split(' '),
);

/**
 * Navigation, share bars, related lists, newsletter boxes, cookie walls, comments and advertisements stand in and
 * around the article.
 */
export const dropBoilerplate: PagePass = {
  run({ clone }) {
    const { body } = clone;
    if (!body) return;
    for (const element of findAll(body, 'script, style, template, noscript')) element.remove();
    const measures = measureText(body);
    const prose = measures.get(body)?.prose ?? 0;
    for (let next = body.firstElementChild, element = next; element; element = next) {
      const measure = measures.get(element);
      const drop =
        (measure && isCall(element, measure)) ||
        (!KEEP.has(element.tagName) && isSuspect(element) && !isTooMuch(element, prose, measure?.prose));
      next = nextElement(element, body, !drop);
      if (!drop) continue;
      const { parentElement: box } = element;
      // A heading that opens and closes its section is a button from end to end.
      if (box && /^H\d/.test(box.tagName) && rawText(element).trim() === rawText(box).trim())
        element.replaceWith(...element.childNodes);
      else element.remove();
    }
  },
};

/** The element after another in document order, past what it holds unless `into`. */
function nextElement(element: Element, root: Element, into: boolean): Element | null {
  if (into && element.firstElementChild) return element.firstElementChild;
  for (let at: Element | null = element; at && at !== root; at = at.parentElement)
    if (at.nextElementSibling) return at.nextElementSibling;
  return null;
}

/** Whether a short block around a link asks the reader for something and tells nothing. */
function isCall(element: Element, { chars, linked, inline }: TextMeasure): boolean {
  if (inline || !linked || chars > LONGEST_CALL) return false;
  const text = rawText(element).trim();
  // A title that is a link as a whole may say "also", too.
  if (chars - linked < LONGEST_LABEL && (linked < chars || text.includes(':')) && ALSO.test(text)) return true;
  if (linked * 2 > chars && OTHER_ARTICLE.test(text)) return true;
  const link = findFirst(element, 'a');
  return !findFirst(element, 'p, li, div') && CALL.test(`${attributeOf(link, 'href')} ${rawText(link).trim()}`);
}

/** Whether it holds more of all `prose` than what is named so may. */
function isTooMuch(element: Element, prose: number, own = 0): boolean {
  return own > prose * MOST_PROSE && own > prose * (isSure(element) ? MOST_PROSE_WHEN_SURE : MOST_PROSE);
}

function isSuspect(element: Element): boolean {
  const { tagName } = element;
  if (NEVER.has(tagName) || SUSPECT.has(tagName)) return true;
  // The life of who wrote, marked for machines; a name alone may stand in a line of the article.
  const isMarked = element.hasAttribute('itemprop');
  if (isMarked && (tagName === 'META' || element.matches('[itemprop=author]:has([itemprop=description])'))) return true;
  const role = attributeOf(element, 'role');
  return (role !== '' && NEVER_ROLE.test(role)) || namesBoilerplate(element);
}

function isSure(element: Element): boolean {
  return (
    NEVER.has(element.tagName) ||
    /^(?:navigation|menu|(?:alert)?dialog)$/.test(attributeOf(element, 'role')) ||
    surelyNamesBoilerplate(element)
  );
}
