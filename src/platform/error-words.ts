import type { ErrorCode } from '../model/error-code.ts';
import { errorKeys } from '../model/error-keys.ts';
import { translate } from './translate.ts';

/** What went wrong, in one sentence. */
export const errorSentence = (code: ErrorCode): string => translate(errorKeys(code).what);

/** What the person can do now, in one sentence. */
export const errorNextStep = (code: ErrorCode): string => translate(errorKeys(code).next);
