import { pattern } from '../../model/pattern.ts';
import type { TextUnit } from './text-units.ts';

/**
 * The tag and the text of the lines with which pages end: on which day they were last changed, and whether they helped.
 * The line must name a day or the page: changelogs end with `Updated vite to 5.1`, essays and interviews with *Did the
 * ban help the birds?*
 */
export const CLOSING = pattern('i')`
  ^\S+ (?:
    (?:last )?(?:updated|modified|edited)(?: by .{2,30})?(?: on)?:? (?:
      (?:\w+ ){2,3}ago
      |(?:[a-z]{0,9}\.? ?\d\d?\W+(?:\w{1,9}\W+)?\d{4}|\d{4}[./-]\d\d?)\b.{0,20}
    )
    |最[后後終终](?:更新|修改|[编編][辑輯])\S{0,3}[:：\s]*\d{4}[-\d\s./年月日時时分:：]+
    |(?:was|did|is) this(?: (?:page|article|answer|topic|doc\w*|info\w*|guide))? help(?:ful)?(?: you)?\s*\?(?:\s*yes\s*no)?
  )$`;

/**
 * The tag and the text of a unit that only says that an advertisement (a video, a photo) stands there, or that the text
 * goes on below it: *Continua após a publicidade*, *Artikkelen fortsetter under annonsen*. With a full stop it may be a
 * sentence of the article (*Компания продаёт рекламу.*). Headings and code tell of something else with the same words.
 */
export const ADVERT = pattern('i')`
  ^(?:P|DIV) [-[(*— ]*(?:
    (?:.{0,30}(?:contin|forts.t|pokra|verder|tykułu|прод|suite).{1,25})?  # That the text goes on.
    (?:
      advert\w+|anzeige|werbung|annon\S*|hirdet\S*|pub+lici\S+|реклам\S(?:[.,:].{0,60}\w)?|re[ck]lam\S{0,3}|[vw]id.o\S*|foto
    )(?<![.!?])
    |.{0,30}jatkuu main.{0,17}|mainos  # Finnish.
    |scroll to con.*|(?:article|story) continues [ab].{0,35}
    |[広廣广]告|광고
  )[-\])*—: ]*$`;

/**
 * The tag and the text of the line above a table of contents. Only names that mean nothing else: *Contents* may head
 * what is in a box, *Sommaire* a summary.
 */
export const CONTENTS = pattern('i')`
  ^\w+ (?:
    tabl.{5,6}(?:conte|mati).{2,6}  # Table of contents, table des matières, tabla de contenido.
    |(?:[io]n (?:this|di\w+|questo)|dans cet|en este|neste) (?:art.{3,6}|beitrag|guide|page|post)
    |.ndice.{4,6}conte.{3,5}|inh(?:altsv|oudso)\w+|spis tre.ci
    |оглав.{5}|содерж.{4}|зміст
    |..indekiler|daftar isi|m.c l.c|.{0,2}目[录錄次]|목차
    |فهرست.{6}|.{0,7}محتوي..
  ):?$`;

/** The tag and the text of a paragraph that is complete. A name below verse, a quotation or *Yours sincerely* signs it. */
export const COMPLETE = /^P .*[.!?…。！？]\W?$/s;

/** What these patterns are tried on. */
export const tagAndText = (unit: TextUnit | undefined): string => `${unit?.element.tagName} ${unit?.text.trim()}`;
