/** Defines the optional part `hiding` in the page's isolated world. */
import { chooseBlocks } from '../ui/parts/choose-blocks.ts';
import { definePart } from './part-scope.ts';

definePart('hiding', chooseBlocks);
