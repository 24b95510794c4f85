/** Defines the optional part `speech` in the page's isolated world. */
import { readAloud } from '../ui/parts/speech/read-aloud.ts';
import { definePart } from './part-scope.ts';

definePart('speech', readAloud);
