/**
 * An address of the web that stands in the words of a text, up to its last letter, digit or slash: the signs behind are of
 * the sentence.
 */
export const BARE_ADDRESS = /https?:\/\/(?:[\w/]|[-.?#@!$&'()*+,;=:~%[\]]+(?=[\w/]))+/g;
