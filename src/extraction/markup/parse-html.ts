/** The document that HTML makes; it runs and loads nothing. */
export const parseHtml = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
