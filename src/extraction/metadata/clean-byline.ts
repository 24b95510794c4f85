import { pattern } from '../../model/pattern.ts';
import { cleanText } from './clean-text.ts';

/** A cheap test before `LEAD`. This and the other `MAY_` patterns save compiling one that takes a millisecond. */
export const MAY_LEAD =
  /^\s*(?:[^\0-\x7f]|(?:\w+ )?by\b|wri|con|aut|hab|wor|te[xk]|mor|abo|von|ein|p[ao]r|di\b|a c|doo|ole|pen|a[fv]\b|yaz|sze)/i;

/** *Written by*, in languages that need two words for it or that put *written* alone before the name. */
const WRITTEN = pattern('i')`
  ^(?:
    (?:[ée]crit|publi(?:é|cado)|r[ée]dig(?:é|ido)|soumis|e?scritt?o|verfasst|gesch?r(?:ie|e)[bv]en) (?:von|p[ao]r|da|door)
    |yazan
  )\b`;

/** Replaces such words by *by*: `Écrit par Léa Martin` becomes `by Léa Martin`. */
export const withBy = (line: string): string => line.replace(WRITTEN, 'by');

/**
 * What stands before the name in a byline, in many languages. Words for editors are left out, since they are not
 * authors.
 */
const LEAD = pattern('iu')`
  ^(?:
    (?:(?!phot|edit|review|transl|illus|fact)\w+ )?by\b:?  # By, Written by, Story by.
    |(?:more )?about(?:\s+(?:the\s+)?author\b:?)?
    |(?:author|writer|contributor|words|text)(?:s|\(s\))?\s*(?::|\b)(?!\s*to\b)
    |(?:eine? \p{L}+ )?von\b|p[ao]r\b|(?:a cura )?di\b|door\b|oleh\b|a[fv]\b|yaza[nr]\b|haber(?=:)|szerző|โดย|teksti?\b
    |aut(?:or(?:en|es|[ae])?|eurs?)\b|penulis|а[ву]тор(?:ы| статьи)?|текст
    |作者|(?:特[约約])?撰[文稿]人?|采写|文字|[〔（(【]?(?:\p{sc=Han}{2,6}\s*[／/]?\s*)?[记記]者(?=[\s:：]*\p{sc=Han} ?\p{sc=Han})
    |文(?=[\s:：/／|｜=＝・])|著者|執筆者?|取材
    |글|기자|[가-힣]{2}(?==)
    |بقلم|بواسطة|كتب|نویسنده|מאת|כתב|लेखक
  )(?:\s*[:：/／|｜=＝・,]|\s+|(?=[\p{sc=Han}\p{Lu}]))\s*`;

/** A line without what stands before the name in it. */
export const withoutLead = (name: string): string => (MAY_LEAD.test(name) ? name.replace(LEAD, '') : name);

/** A date before or after the name, with the month in any language. */
const DATE = pattern('iu')`
  (?:\b(?:on|at|last|le|el|am)\s+)?
  (?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?
  (?:
    \p{L}{3,9}\.?\s*\d{1,2}\p{L}{0,2},?\s+\d{4}  # May 3rd, 2026
    |\d{1,2}[\p{L}.]{0,2}\s+(?:de )?\p{L}{3,10}\.?,?\s+(?:de )?\d{4}  # 3 de mayo de 2026
    |\d{4}[-/.年]\d
    |\d{1,2}[/.]\d{1,2}[/.]\d{2,4}
  )`;

/**
 * What follows the name in a byline: an editor, a source, a job, the numbers of an account. A dot without spaces in
 * Chinese is part of a foreign name (`加布里埃尔·加西亚·马尔克斯`, `乔治·R·R·马丁`), unless an agency or a newspaper follows, which
 * ends in characters that are not used for foreign names: `张三·新华社`.
 */
const TAIL = pattern('isu')`
  \s*(?:
    [|•»]
    |(?<!\p{L})·|·(?=\p{sc=Han}*[社报報网網刊视視])|·(?!\p{sc=Han}|\p{Lu}[.·])
    |\s[–—-]\s
    |\b(?:
      updated|published|posted|last (?:\w+ed|update)|(?:medically )?reviewed|edited by|fact[- ]checked|avec
      |min(?:ute)? read|photo\w* by
      |\d[\d.k]* \w+ badges?|\d[\d,]* (?:points|posts|reputation)  # Numbers of an account in a forum.
    )
    |(?<=\p{L},?\s)(?:
      (?:(?:staff|senior|contributing|executive|managing|associate|deputy) )?(?:writer|editor)
      |reporter|correspondent|contributor|content marketing|expert reviewer|(?:co-)?founder|discussion starter
    )\b
    |(?:责任)?[编編][辑輯]|责编|[来來]源|审核|校对|发布|发表于|[发發]自|[／/][^／/]*[報报][導道]
    |(?<=[가-힣]{2})\s?(?:기자|특파원)
    |(?:\bat )?\d{1,2}:\d\d
    |\(opens
  ).*$`;

/** A cheap test before `TAIL`: what hardly a name in Latin letters has. */
const MAY_TAIL = /[^a-zÀ-ɏ .,&'’-]| - |upd|ed\b|[eo]r\b|las|ave|rea|pho|nden|keti/i;

/**
 * What stands in one line before the author's label, such as the date: `Data publicării: 24.12.2023 Autor: Ion
 * Popescu`.
 */
const LABELLED = /^.+\s(?=(?:aut(?:h?or|eur)e?|автор|szerző|yazar) ?:)/i;

/** What is not a name: default accounts of the software, labels and links. */
const NOBODY = pattern('i')`
  ^(?:
    admin(?:istrator)?|root|(?:super )?user|discuz!.*|guest
    |editor|(?:expert )?reviewer|unknown|null|undefined|none|name|(?:the )?author|writer|by|posted|staff(?: writer)?|default|webmaster|profile
    |[ck]ategor.*|(?:.* )?written by
    |(?:member|skip to|view (?:all|more)|more (?:posts|articles|from|by)|sign in|log ?in|follow|read more|share).*
    |佚名|匿名|未知|管理员|小编|网络|本站
  )$`;

/**
 * Cleans a byline: the name of an author or a short list, without "By", "作者：", roles, dates or e-mail addresses. Null
 * when the text is not a name but an address, a sentence, an account of the software or an empty template.
 */
export function cleanByline(text: string | null | undefined): string | null {
  let name = withBy(cleanText(text, 300) ?? '').replace(LABELLED, '');
  if (!name || /^(?:https?:|www\.|\/|@)|^[\w-]+(?:\.[\w-]+){2,}$|[{}<>]|\.(?:com|org|net)\/|\/\S*\//i.test(name))
    return null;
  name = name.replace(/[\w.+-]+@[\w.-]+\.\w+/g, (mail) => (mail === name ? (mail.split('@')[0] ?? '') : ''));
  for (let before = ''; before !== name; ) {
    before = name;
    name = withoutLead(name).replace(/^[\s,&|•·:：/—–-]+/, '');
    const day = /\d/.test(name) ? name.search(DATE) : -1;
    if (day >= 0)
      name =
        day < 4
          ? name.slice(day).replace(DATE, '').replace(/^\d+/, '')
          : name.slice(0, day).replace(/(?:\blast)?\s\S+[:：]\s*$/i, '');
    name = (MAY_TAIL.test(name) ? name.replace(TAIL, '') : name).replace(
      /(?:[\s,;|•·:：/@(（—–-]|(?<=[a-z]{2})\.)+$/,
      '',
    );
  }
  name = name
    .replace(/(?<=.)\s*[(（](?:[^)）]*[ ,报報社网][^)）]*)?[)）]/g, '')
    .replace(/\s*,\s*/g, ', ')
    .trim();
  if (name.length < 2 || name.length > 160) return null;
  return NOBODY.test(name) || !(/[A-Za-z]{2}/.test(name) || /\p{L} ?\p{L}/u.test(name)) ? null : name;
}
