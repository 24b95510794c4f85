import { attributeOf, findFirst } from './find-elements.ts';
import { resolveAddress } from './resolve-address.ts';

/** Where relative addresses of a page start: at what it says, seen from its own address. */
export const baseOf = (page: Document, url: string): string =>
  resolveAddress(attributeOf(findFirst(page, 'base[href]'), 'href'), url) ?? url;
