/** The address of a page: without the fragment, which scrolls and no more. A hash route (`#/a`, `#!a`) names a page and stays. */
export const pageAddress = (address: string): string => address.replace(/^([^#]*)#(?![!/]).*$/s, '$1');
