/** Defines the optional part `focus` in the page's isolated world. */
import { followFocus } from '../ui/parts/follow-focus.ts';
import { definePart } from './part-scope.ts';

definePart('focus', followFocus);
