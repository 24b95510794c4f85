/**
 * An address of the web that stands in the words of a text, up to its last letter, digit or slash: the signs behind are of
 * the sentence. With backslashes, where signs in it were escaped. Readers of Markdown link such an address as it stands
 * (https://github.github.com/gfm/#autolinks-extension-).
 */
export const BARE_ADDRESS = /https?:\/\/(?:[\w/]|[-.?#@!$&'()*+,;=:~%\\[\]]+(?=[\w/]))+/g;
