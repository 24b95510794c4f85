import { attributeOf, findFirst } from './find-elements.ts';

/** An address resolved against another; null where that gives none. */
export const resolveAddress = (address: string, base: string): string | null => URL.parse(address, base)?.href ?? null;

/** The base of a page's relative addresses: its `base`, resolved against its own address. */
export const baseOf = (page: Document, url: string): string =>
  resolveAddress(attributeOf(findFirst(page, 'base[href]'), 'href'), url) ?? url;
