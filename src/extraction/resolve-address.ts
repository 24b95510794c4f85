import { attributeOf, findFirst } from './find-elements.ts';

/** An address as seen from another; null where it is none. */
export const resolveAddress = (address: string, base: string): string | null => URL.parse(address, base)?.href ?? null;

/** Where relative addresses of a page start: at what it says, seen from its own address. */
export const baseOf = (page: Document, url: string): string =>
  resolveAddress(attributeOf(findFirst(page, 'base[href]'), 'href'), url) ?? url;
