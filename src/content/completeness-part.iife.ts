/** Defines the optional part `completeness` in the page's isolated world. */
import { checkCompleteness } from '../ui/parts/check-completeness.ts';
import { definePart } from './part-scope.ts';

definePart('completeness', checkCompleteness);
