import type messages from '../../public/_locales/en/messages.json';

/** Name of an interface string. The English file is the list; a test keeps the other locales equal to it. */
export type MessageKey = keyof typeof messages;

/** Gives the string in the interface language; `$1` … `$9` in it are replaced by `substitutions`. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;
