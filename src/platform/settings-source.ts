import { askSettings } from './ask-settings.ts';
import { watchSettings } from './watch-settings.ts';
import { writeSettings } from './write-settings.ts';

/** How a page reads the reader's settings, keeps changes of them, and hears of those made elsewhere. */
export const SETTINGS_SOURCE = { read: askSettings, watch: watchSettings, write: writeSettings };
