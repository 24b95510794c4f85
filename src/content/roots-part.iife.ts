/** Defines the optional part `roots` in the page's isolated world. */
import { watchRoots } from '../ui/parts/watch-roots.ts';
import { definePart } from './part-scope.ts';

definePart('roots', watchRoots);
