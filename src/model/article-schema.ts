import { type GenericSchema, minValue, nonEmpty, nullable, number, object, picklist, pipe, string, url } from 'valibot';
import type { Article } from './article.ts';

const text = nullable(string());
const count = pipe(number(), minValue(0));

/** The shape of an article. Says nothing about `html`, which stays hostile until it is sanitised on render. */
export const ARTICLE_SCHEMA = object({
  url: pipe(string(), url()),
  canonicalUrl: text,
  title: pipe(string(), nonEmpty()),
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
  wordCount: count,
  readingMinutes: pipe(number(), minValue(1)),
  contentHash: string(),
}) satisfies GenericSchema<unknown, Article>;
