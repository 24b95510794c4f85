/** Defines the optional part `code` in the page's isolated world. */
import { findCodeTokens } from '../ui/parts/find-code-tokens.ts';
import { definePart } from './part-scope.ts';

definePart('code', findCodeTokens);
