import { pattern } from '../../model/pattern.ts';
import type { PageMetadata } from '../extraction-pass.ts';
import { cleanByline } from './clean-byline.ts';

/**
 * Chinese, Japanese and Korean lines that say where an article comes from, who edited it or who holds the rights:
 * labels before a colon or a bar, and beginnings of whole clauses.
 */
const HAN = pattern()`
  ^[（(【[「\s]*(?:
    (?:  # Labels.
      (?:本文|文章|稿件|新闻|信息|内容|转载)?(?:[来來稿]源|出处)
      |原(?:文(?:[标標][题題]|链接|地址)?|[标標]?[题題])
      |作者|[供撰]?[文稿]|采写|[编翻]译|译者?|校对|[一-龥]{0,6}[编編][辑輯]|[责主美]编|审[核校]|监制|出品
      |记者(?!.*[，。？！])
      |出典|引用元|출처|編集
    )\s*[:：/／丨|｜]
    |(?<!「)(?:  # Clauses.
      版[权權](?:[声聲]明|归|所有(?![者人权權]))|著作权归
      |本文(?:
        转载|[转摘选]自|来自(?:微信|.+(?:作者|原文))|首发|刊于|发表于|原[载刊]
        |[系经](?!过).{0,16}(?:授权|原创|转载)
        |由.{2,24}(?:授权|原创|整理|[投供]稿)
      )
      |(?:转载|[转摘选]自)(?:请|自|须|[:：])
      |(?:免责|[特平广].)?声明\s*[:：]
      |.{2,4}声明[:：]此消息系
      |未经.{0,12}(?:授权|许可|允许)
      |(?:[该本此仅]|以上|文章).{0,24}(?:代表作者|不代表.{1,12}[立观][场点]|存储空间)
      |《.{2,14}》 ?（ ?\d{4}年.{4,18}版
    )
  )`;

/** The first character of such a line, possibly after brackets. */
const HAN_FIRST = /^[([\s]*[\u3000-\uffff]/;

/** A label of the source or the editor, in languages with spaces between words. */
const LABELLED = pattern('i')`
  ^[([\s]*(?:original )?(?:
    source|via|editor
    |quelle|redaktion|fuente|fonte|bron|kild[ea]|källa|lähde|zdroj|źródło|kaynak|forrás|sursa|nguồn|sumber
    |πηγή|источник|джерело|المصدر|منبع|מקור|स्रोत|ที่มา
  )\s*:`;

/**
 * Sentences in these languages that say where an article was first published, or who edited or translated it. What was
 * posted by somebody is a quotation in a forum.
 */
const PUBLISHED = pattern('i')`
  ^[([\s]*(?:
    (?:(?:this (?:article|story|post|piece|essay|excerpt|report|interview)|it) (?:was |has been |is )?)?
    (?:
      (?:originally|first|also|previously) (?:published|posted|appeared|ran)(?! by)
      |re-?p(?:rint|ublish)ed (?:from|with)
      |cross-?posted (?:from|at)
    )
    |(?:edited|translated) by(?= )
    |(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)
    |publié (?:initialement|à l.origine)
    |publicado originalmente
  )\b`;

/** Copyright notices, e-mail addresses of reporters, and bans on reposting. */
const RIGHTS = pattern('i')`
  ^(?:(?:copyright\s*)?(?:©|ⓒ|\(c\))|copyright(?= \d))\s*(?:\d{4}|copyright|.*(?:무단|r[ei]serv))
  |^.{0,30}저작권자
  |^(?=.*[가-힣]|\S+$)[^@]{1,40}@[\w.-]+(?: ?다른 ?기사.*)?$  # A reporter's address, alone or in a Korean line.
  |^riproduzione ris
  |(?:不得|禁止|勿(?!忘)|[^不]断).{0,8}[转轉転][载載貼].{0,20}$
  |[转轉][载載].{0,4}[注註]明`;

/** A cheap test before `isAttribution`: how all these lines begin, also with white space that is not yet collapsed. */
export const MAY_BE_ATTRIBUTION =
  /^[（(【[「\s\u200b]*(?:[^\0-;=-\x7f]|[\w.+-]+@|c\)|[^\s:]+\s?:(?!\/)|thi|it|ori|fir|re-?p|cro|edi|tra|zue|urs|pub|cop|rip)/i;

/** A line that is only such a short label, as `via:`, introduces something of the article's. */
const LONGEST_LEAD = 4;

/** Whether a line names an article's source, editors or rights, and so is not part of its body. */
export function isAttribution(line: string): boolean {
  if (line.length < 3 || line.length > 320 || !MAY_BE_ATTRIBUTION.test(line)) return false;
  if (RIGHTS.test(line)) return true;
  if (HAN_FIRST.test(line)) return HAN.test(line) && line.replace(/[ -~]/g, '').length < 160;
  return LABELLED.test(line) ? line.length > LONGEST_LEAD : PUBLISHED.test(line);
}

/** The author and the source in an attribution line, without their labels. */
export function readAttribution(line: string): { author: string | null; source: string | null } {
  const field = (label: string) =>
    new RegExp(`(?:^|[\\s（(【|丨，,])(?:${label})\\s*[:：/／丨|｜]\\s*([^\\s|丨；;，,。）)】]{2,30})`).exec(
      line,
    )?.[1] ?? null;
  return {
    author: field('作者|撰?[文稿]|采写'),
    source:
      field('(?:本文|文章|稿件|新闻|信息)?[来來稿]源') ??
      /转载?自[:：]?\s*([^\s，,。）)]{2,30})/.exec(line)?.[1] ??
      null,
  };
}

/** Takes author and source from an attribution line where they are unknown. */
export function takeAttribution(line: string, metadata: PageMetadata): void {
  const { author, source } = readAttribution(line);
  metadata.byline ??= cleanByline(author);
  metadata.siteName ??= source;
}

/** What WeChat accounts and others put above and below an article: 点击蓝字关注我们, 长按识别二维码, 点赞、在看, - END -. */
const CALL =
  /^[-— the]*end[-— ]*$|(?:点击|长按|扫码).*(?:关注|二维码)|[点分].{1,14}(?:在看|朋友圈)|^انتهای پیام|往期.{2}$|关注.*公众号/i;

/** Whether a line at either end of an article is a call to action or an end mark, and not a sentence of the article. */
export const isCall = (line: string): boolean =>
  line.length < 48 && (/ランキングに参加して/.test(line) || (!line.includes('。') && CALL.test(line)));
