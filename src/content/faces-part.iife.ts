/** Defines the optional part `faces` in the page's isolated world. */
import { loadFaces } from '../ui/parts/load-faces.ts';
import { definePart } from './part-scope.ts';

definePart('faces', loadFaces);
