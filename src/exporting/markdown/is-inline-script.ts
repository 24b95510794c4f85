/**
 * Whether Obsidian's plug-in Dataview takes code, which a page may have written, for a script to run: what begins so, in
 * a line or in a block (https://blacksmithgu.github.io/obsidian-dataview/queries/dql-js-inline/#inline-dataview-js).
 * Its owner must have allowed that. As plain text it is never run.
 */
export const isInlineScript = (code: string): boolean => /^\s*\$=/.test(code);
