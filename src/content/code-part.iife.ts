/** Defines the optional part `code` in the page's isolated world. */
import { colourBlocks } from '../ui/parts/colour-blocks.ts';
import { definePart } from './part-scope.ts';

definePart('code', colourBlocks);
