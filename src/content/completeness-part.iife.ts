/** Defines the optional part `completeness` in the page's isolated world. */
import { COMPLETENESS } from '../ui/parts/completeness.ts';
import { definePart } from './part-scope.ts';

definePart('completeness', COMPLETENESS);
