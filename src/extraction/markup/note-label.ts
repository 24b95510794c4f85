import { textOf } from './elements.ts';

const LABEL =
  /^(?:foot ?notes?|end ?notes?|notes?|references?|citations?|sources?|fu(?:ß|ss)noten|anmerkungen|einzelnachweise|notes et références|références|notas|referencias|referências|примечания|脚注|注释|註釋|注解|注|参考(?:资料|文献)?|引用|參考資料)(?:\s*\[.*\])?\s*[:：]?$/i;

/** Whether an element is the heading of notes and nothing else. */
export const isNoteLabel = (element: Element | null): boolean => LABEL.test(textOf(element));
