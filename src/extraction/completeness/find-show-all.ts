import { pattern } from '../../model/pattern.ts';
import { lettersAndDigits } from '../../model/text/letters.ts';
import { findAll } from '../find-elements.ts';
import type { ComparedBlock, PageComparison } from './compare-page.ts';
import { isSeen, parentOf } from './page-block.ts';
import { listBehind, standsBehind } from './stands-behind.ts';

/**
 * Labels of buttons that show the rest of a text, without spaces, marks and numbers: "Continue reading →", "展开剩余 80%".
 * Not words that as often lead to other texts (更多, "more stories").
 */
const WORDS = pattern()`
  ^(?:
    (?:点击|點擊|点此)?(?:展开|展開)(?:阅读|閱讀|显示|顯示)?(?:全文|全部(?:内容|內容)?|剩余(?:内容|部分|全文)?|剩餘(?:內容|部分|全文)?|余下全文|更多)?
    |(?:点击|點擊|点此)?(?:阅读|閱讀|查看|显示|顯示|浏览|瀏覽)(?:全文|全部内容|全部內容|余下全文|餘下全文|剩余全文|完整内容|完整內容)
    |(?:继续|繼續)(?:阅读|閱讀)(?:全文)?
    |(?:続き|全文|もっと)を?(?:読む|見る|表示(?:する)?)|すべて表示(?:する)?
    |계속읽기|더보기|(?:전체|전문|기사)보기
    |(?:continue|keep)reading(?:thearticle|thisarticle|thestory|thisstory|thepost)?|expand(?:article|all)?
    |(?:read|show|see|view|load|display)(?:more|all|on|(?:the)?(?:full|whole|entire|restofthe)(?:article|story|post|text|page))
    |weiterlesen|mehr(?:lesen|anzeigen)|(?:ganzen|vollständigen)artikel(?:lesen|anzeigen)
    |lire(?:lasuite|plus)|(?:afficher|voir)(?:plus|lasuite|tout)
    |(?:seguir|continuar)leyendo|leermás|(?:ver|mostrar)(?:más|todo)|continuar(?:lendo|aler)|lermais
    |(?:متابعة|مواصلة|أكمل)القراءة|(?:اقرأ|قراءة|عرض)المزيد
    |читать(?:далее|дальше|полностью)|показать(?:ещё|еще|всё|все|полностью)
  )$`;

const CONTROL = 'button, [role=button], summary, a';
const PRESSED = `${CONTROL}, div, span, p`;
const ELSEWHERE =
  'nav, aside, footer, header, form, dialog, [role=navigation], [role=complementary], [role=contentinfo], ' +
  '[class*=comment i], [id*=comment i]';
/** Characters; a longer text is no label. */
const LONGEST_LABEL = 32;
/** A box hides a part of its text when that part is at least this high, in px. */
const CLIPPED = 40;

/**
 * The page's own button that shows the rest of the article. Null where there is none, or where the hidden text is in
 * the page and was read already.
 */
export function findShowAll({ prose }: PageComparison): HTMLElement | null {
  const end = prose.findLast(({ isShown }) => isShown);
  if (!end || !isSeen(end.block.element) || isClipped(end.block.element)) return null;
  const isButton = (element: HTMLElement) =>
    Element.prototype.matches.call(element, PRESSED) && isShowAll(element, end, prose);
  const box = listBehind(end.block.element).find(isButton);
  // The innermost one: the boxes around it hear a press, too.
  return box ? (findAll<HTMLElement>(box, PRESSED).findLast(isButton) ?? box) : null;
}

function isShowAll(element: HTMLElement, end: ComparedBlock, prose: readonly ComparedBlock[]): boolean {
  return (
    element.childElementCount <= 3 &&
    WORDS.test(wordsOf(element.textContent ?? '')) &&
    isPressable(element) &&
    element.closest(ELSEWHERE) === null &&
    !(element instanceof HTMLButtonElement && element.form !== null) &&
    standsBehind(element, end, prose) &&
    isSeen(element)
  );
}

function wordsOf(label: string): string {
  const words = label.trim();
  return words.length > LONGEST_LABEL ? '' : lettersAndDigits(words.toLowerCase()).replace(/\d/g, '');
}

/** Whether an element is a control, or has a hand as its pointer, and is no link to another page or place. */
function isPressable(element: Element): boolean {
  const link = element.closest('a[href]') ?? findAll(element, 'a[href]')[0];
  if (link) return /^(?:#!?|javascript:.*)$/s.test(link.getAttribute('href')?.trim() ?? '');
  return element.matches(CONTROL) || element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

/**
 * Whether an element stands in a box that is lower than its text: then all of the text is in the page, and was read.
 */
function isClipped(element: Element): boolean {
  const view = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at && at !== element.ownerDocument.body; at = parentOf(at))
    if (at.scrollHeight - at.clientHeight > CLIPPED && view?.getComputedStyle(at).overflowY !== 'visible') return true;
  return false;
}
