/**
 * The sheets of the typeset article, in the order they must stand, for pages that a bundler serves. The overlay adopts
 * the same sheets in its shadow root (`article-sheet.ts`).
 */
import './page.css';
import './text.css';
import './pictures.css';
import './wide-blocks.css';
import './notes.css';
import './cjk.css';
import './type-choices.css';
import './arabic.css';
import './hiding.css';
import './print.css';
