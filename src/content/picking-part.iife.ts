/** Defines the optional part `picking` in the page's isolated world. */
import { pickBlock } from '../ui/parts/picking/pick-block.ts';
import { definePart } from './part-scope.ts';

definePart('picking', pickBlock);
