/** Defines the optional part `copying` in the page's isolated world. */
import { COPYING } from '../ui/parts/copying.ts';
import { definePart } from './part-scope.ts';

definePart('copying', COPYING);
