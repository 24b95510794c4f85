import type { Translate } from '../../../model/message-key.ts';
import type { ThemeChoice } from '../../apply-theme.ts';

/** What the picker says, and how it looks. */
export interface PickOptions {
  translate: Translate;
  /** The browser's, of which the interface speaks the nearest. */
  language: string;
  theme: ThemeChoice;
  /** There is a choice for this site that can be taken back; null where none is kept, as in a private window. */
  hasChoice: boolean | null;
}
