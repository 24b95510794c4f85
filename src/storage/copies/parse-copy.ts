import { number, object, picklist } from 'valibot';
import { COPY_REASONS } from '../../model/article-copy.ts';
import { ARTICLE_SCHEMA } from '../../model/article-schema.ts';
import { parseWith } from '../../model/parse-with.ts';

/** Reads a stored copy; null when it is damaged. */
export const parseCopy = parseWith(object({ keptAt: number(), why: picklist(COPY_REASONS), article: ARTICLE_SCHEMA }));
