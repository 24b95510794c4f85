/** Whether this is a page or the background of Recto in Firefox, by its address. False in a content script, whose address is its page's. */
export const isFirefox = (): boolean => globalThis.location?.protocol === 'moz-extension:';
