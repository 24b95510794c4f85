import { pattern } from '../../model/pattern.ts';
import { collapseSpace } from '../../model/text/collapse-space.ts';
import { findAll, rawText, textNodes } from '../find-elements.ts';
import { cleanByline, MAY_LEAD, withBy, withoutLead } from './clean-byline.ts';
import { isOutsideArticle } from './is-outside-article.ts';

/** Text that announces an author: "By Jane Doe", 记者 王五, ▲記者王小明／台北報導. Labels (作者：张三, 文／李四) are among `LEAD`. */
const ANNOUNCED = pattern('u')`
  ^(?:
    (?:(?:(?:written|posted|submitted|article) )?[Bb][Yy]|von|p[ao]r|di|door|oleh|โดย):?\s+(?=[\p{Lu}\p{Lo}])
    |[一-龥]{0,6}[记記]者\s+(?=[一-龥 ]{2,4}$)
    |.{0,8}[记記]者[^／/]{2,12}[／/].*[報报][導道]
    |(?!..부)[가-힣]{3} ?기자(?!\p{L})
  )`;

/** How a label ends that may announce an author. *About: …* says something else, and *Writer: …* often who wrote a film. */
const LABEL = /^(?!.*abou|wr).*[:：/／|｜]\s*$/i;

/**
 * A person's name and nothing else: up to seven words, each with a capital or a particle, or a few characters of Han,
 * Hangul and others. The look-ahead with `\2` makes each word atomic. Without it a line in capitals would be split into
 * seven words in every possible way, which takes minutes.
 */
const PERSON = pattern('u')`
  ^(?=.+[\p{Lu}\s&,])(
    (?=(
      (\p{Lu}[\p{L}.'’-]*|de[rn]?|v[ao]n|[ld]a|le|di|bin|[ae]l|and|und|et|[ey]|&|,)[\s,]*
    ))\2
  ){1,7}$
  |^[\p{sc=Han}·\s]{2,12}$
  |^[가-힣\s]{2,8}$
  |^[\u0590-\u0eff\s]{4,30}$`;

/**
 * The reporter's name in the dateline of a report: `（记者王小明、李雷）`, `〔記者王小明／台北報導〕`, `[서울=뉴시스] 홍길동 기자 =`,
 * but not a photographer's. Also the author in a line of facts: `日期：8月6日 作者：李雷 点击：12`.
 */
const DATELINE = pattern('u')`
  [（(〔【[](?:
    \p{L}{0,8}[记記]者(?!手)\s?(\p{L}{2,3}(?:、\p{L}{2,3})*)(?:\p{L}{2,4}\d+日|(?!\s?[摄攝])[^\p{L}、])
    |.{2,20} (\p{L}{2,4}) 기자 ?[=\]]
  )
  |(?<=^|[ （(])(?:作者|撰稿人?|文(?:.[图圖])?) ?[:：] ?(\p{L}{2,8})(?=[ ）)]|$)`;

/** The name that the text `said` announces, alone or together with the text `before` it, or that its dateline holds. */
function announcedName(said: string, before: string): string | null {
  const text = withBy(said);
  const line = before && before.length < 20 && text.length < 60 ? withBy(`${before} ${said}`) : '';
  const announced = isAnnounced(text) ? text : isAnnounced(line) && line;
  const name = announced ? cleanByline(announced) : null;
  if (name && PERSON.test(name)) return name;
  // Every line of the page comes here, and hardly one has any of these characters.
  const head = text.slice(0, 60);
  return /[者자稿文]/.test(head) ? cleanByline(DATELINE.exec(head)?.slice(1).find(Boolean)) : null;
}

function isAnnounced(line: string): boolean {
  return (
    line.length < 100 &&
    MAY_LEAD.test(line) &&
    (ANNOUNCED.test(line.replace(/^\p{L}+/u, (word) => word.toLowerCase())) ||
      LABEL.test(line.split(withoutLead(line))[0] ?? ''))
  );
}

/** The most characters that may stand before the name in its paragraph: a source, a place, a date. */
const LONGEST_BEFORE = 80;

/**
 * Whether a text stands inside a paragraph, which may name the author of something else: `a library by <a>Dan Roe</a>`.
 */
const isInsideParagraph = ({ parentElement, data }: Text): boolean =>
  collapseSpace(rawText(parentElement?.closest('p'))).indexOf(collapseSpace(data)) > LONGEST_BEFORE;

/** The first name that a text of the page announces, among its first 3,000 texts; null when none does. */
export function findAnnouncedName(page: Document): string | null {
  let before = '';
  let seen = 0;
  const isDeep = findAll(page, 'noscript').some(({ firstElementChild }) => firstElementChild);
  for (const node of textNodes(page.body ?? page)) {
    if (seen >= 3000) break;
    if (!/\S/.test(node.data)) continue;
    const box = node.parentNode?.nodeName ?? '';
    // Words in a drawing (SVG `text`) have no order. In a list of works each link is followed by the author of that
    // work.
    if (/^(?:SCRIPT|STYLE|NOSCRIPT|text)$/.test(box) || (box === 'LI' && node.previousSibling?.nodeName === 'A'))
      continue;
    const text = collapseSpace(node.data).trim();
    if (!text || (isDeep && node.parentElement?.closest('noscript'))) continue;
    seen++;
    const name = announcedName(text, before);
    before = text;
    if (name && !isOutsideArticle(node.parentElement) && !isInsideParagraph(node)) return name;
  }
  return null;
}
