import { pattern } from '../../model/pattern.ts';
import { attributeOf, findAll, rawText } from '../find-elements.ts';
import { textOf } from './elements.ts';

/** A call to action as the text of a link: 【点击投票】, 扫码关注. */
const CALL =
  /^[【[（(>]?(?:点击|點擊|戳此|扫码|掃碼|长按|立即|马上)(?:投票|下[载載]|关注|訂閱|订阅|报名|参与|购买|领取|识别).{0,6}$/;
/** A paragraph with more characters is not dropped for a call in it. */
const LONGEST_CALL = 150;
/** The same for the bare address of a channel on WhatsApp, which stands in hardly anything but calls. */
const LONGEST_CHANNEL = 300;

/**
 * What a line begins with that names another article: 延伸阅读, Lesen Sie auch … "See also" is not among them, since
 * manuals lead to their own pages with it.
 */
const OTHER_ARTICLE = pattern('i')`
  ^[►▶]
  |^\W*(?:
    related[\w ]*|also read|more(?=:)
    |(?!siehe|voir|véa|ver |zie |se |katso )[^:]{2,24} (?:  # "Read also" and the like, but not "see also".
      auch|aussi|éga\w+t|anche|tambi?é[nm]|ook|też|równie[żz]|tak(?:[żž]e|é)|[sșş]i|aj|jo[sš]|tudi|arī|επ[ίι]σης|ακ[όο]μ[ηα]
      |так(?:же|ож)|още|још|även|o[gck]k?så|myös|interes\w+
    )
    |още по темата|soma (?:zaidi|pia)|(?:saib|lei|vej)a mais|lue lis\S+|(?:baca|simak|lihat) juga[^:]*
    |xem thêm|อ่าน[^:]+|[阅閱][读讀]|[关關][新文报報].{1,4}|関連記事|読みたい】?|관련 ?기사
    |أيض[ًا]*|مزيد|بخوانید|גם|עוד|נוספו?ת
    |lg.l. haber|lgi(?:ni|li h)[^:]+  # Turkish, without the letters whose case depends on the language: ilgili haber.
    |भी प[^:।]{0,6}|वाचा|படி[^:]+|చదవ[^:]+|আর[ওো] প[^:।]{0,6}|(?:بھی|مزید) پڑھ[^:]{0,4}
    |kapcsolódó[^:]*|mohlo by[^:]+ za[uj]\S*
  )\s*(?:[:：︰–|>-]|\.\.|$)`;

/**
 * A Cyrillic line that asks to report a typing error with the keys of the Orphus script: `Якщо ви помітили помилку, …
 * Ctrl+Enter`. A manual that explains these keys for something else is not meant.
 */
const REPORT = /^.{0,60}(?:шибк|милк|печат).{4,60}Ctrl.{1,5}Enter.{0,60}$/;

/** A line, without spaces and signs, that says that the article goes on below, or (where the page cuts it short) elsewhere. */
const GO_ON = pattern('i')`
  ^(?:
    continuereading(?:below)?
    |[请請]?[继繼][续續](?:往下)?[阅閱][读讀]|続きを読む|계속읽기|weiterlesen|lirelasuite
    |(?:sigue|seguir)leyendo|continua(?:re)?aleggere|читатьдалее
  )$`;

/** Longest line that consists of such a lead alone, in characters. */
const LONGEST_LEAD = 40;

/**
 * Addresses where a site can be followed. A channel on Telegram may also be the source of the news, so there the line
 * must ask the reader to join, with a verb that ends as `ASKED` says (Russian and Ukrainian imperatives).
 */
const FOLLOWED = /\/news\.google\.|whatsapp\.com\/ch|\/t\.me\/\w+$/;
const ASKED = /[йиі]т[еь]с[ья]/i;

/**
 * Drops calls to action and links to other articles that stand between the paragraphs: short paragraphs around a link
 * such as 【点击投票】, and those that are hardly more than a link behind "Related:".
 */
export function dropCallsToAction(body: Element): void {
  for (const link of findAll(body, 'a')) {
    const text = rawText(link).trim();
    // Such a link may end a paragraph of the article.
    if (/查看更多$|^back to top$/i.test(text)) link.remove();
    const href = attributeOf(link, 'href');
    const block = CALL.test(text) || FOLLOWED.test(href) ? link.closest('p, li, div') : null;
    const said = rawText(block).trim();
    if (
      said.length < (text.includes('whatsapp') ? LONGEST_CHANNEL : LONGEST_CALL) &&
      (!href.includes('/t.me/') || ASKED.test(said))
    )
      block?.remove();
  }
  for (const block of findAll(body, 'p, h4, h5, h3:has(+ a), div:has(> a), :is(b, strong):has(+ ul)'))
    dropForeignLine(block);
}

/**
 * Drops a block that only leads to other articles, asks to report errors or says "continue reading", and the links it
 * leads.
 */
export function dropForeignLine(block: Element): void {
  const text = rawText(block).trim();
  const link = findAll(block, 'a').map(rawText).join('').trim();
  const lead = (text.endsWith(link) && text.slice(0, -link.length).trim()) || text;
  // `OTHER_ARTICLE` last: in a long Chinese paragraph it is tried at every character.
  const leads =
    link.length * 2 > text.length ? OTHER_ARTICLE.test(text) || isLead(lead) : !link && dropLinksAfterLead(block, text);
  if (leads || REPORT.test(text) || GO_ON.test(text.replace(/[\s -@[-`{-»‐-〿]/g, ''))) block.remove();
}

/** Whether a text is nothing but a lead to other articles. */
const isLead = (text: string): boolean =>
  !!text && text.length < LONGEST_LEAD && text.replace(OTHER_ARTICLE, '') === '';

/**
 * Drops the links that follow a block which is nothing but a lead. They are in the next sibling, or in the parent's.
 * False where the block is no such lead, or where something else than links follows.
 */
function dropLinksAfterLead(block: Element, text: string): boolean {
  const next = isLead(text) ? (block.nextElementSibling ?? block.parentElement?.nextElementSibling) : null;
  if (!next) return false;
  const links = next.matches('a') ? [next] : findAll(next, 'a');
  if (links.map(textOf).join('').length * 1.5 <= textOf(next).length) return false;
  next.remove();
  return true;
}
