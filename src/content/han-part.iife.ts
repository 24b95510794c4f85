/** Defines the optional part `han` in the page's isolated world. */
import { showHanScript } from '../ui/parts/show-han-script.ts';
import { definePart } from './part-scope.ts';

definePart('han', showHanScript);
