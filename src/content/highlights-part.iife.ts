/** Defines the optional part `highlights` in the page's isolated world. */
import { mountHighlights } from '../ui/parts/mount-highlights.tsx';
import { definePart } from './part-scope.ts';

definePart('highlights', mountHighlights);
