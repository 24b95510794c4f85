import { check, type GenericSchema, nullable, object, picklist, pipe, string } from 'valibot';
import type { Article } from './article.ts';
import { COUNT_SCHEMA } from './count-schema.ts';

const text = nullable(string());

/** The shape of an article. Says nothing about `html`, which stays hostile until it is sanitised on render. */
export const ARTICLE_SCHEMA = object({
  url: pipe(
    string(),
    check((address) => URL.canParse(address)),
  ),
  canonicalUrl: text,
  title: pipe(
    string(),
    check((title) => title !== ''),
  ),
  byline: text,
  siteName: text,
  publishedTime: text,
  lang: text,
  dir: picklist(['ltr', 'rtl']),
  excerpt: text,
  leadImage: text,
  attribution: text,
  html: string(),
  text: string(),
  wordCount: COUNT_SCHEMA,
  readingMinutes: pipe(
    COUNT_SCHEMA,
    check((minutes) => minutes >= 1),
  ),
  contentHash: string(),
}) satisfies GenericSchema<unknown, Article>;
