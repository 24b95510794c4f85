/** Defines the optional part `formulas` in the page's isolated world. */
import { drawTex } from '../ui/parts/draw-tex.ts';
import { definePart } from './part-scope.ts';

definePart('formulas', drawTex);
