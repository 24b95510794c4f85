import type { ErrorCode } from '../model/error-code.ts';
import { translate } from './translate.ts';

type Underscored<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Text;

/** Names of strings may not hold a dash. */
const inName = <Code extends ErrorCode>(code: Code) => code.replaceAll('-', '_') as Underscored<Code>;

/** What went wrong, in one sentence. */
export const errorSentence = (code: ErrorCode): string => translate(`error_${inName(code)}`);

/** What the person can do now, in one sentence. */
export const errorNextStep = (code: ErrorCode): string => translate(`errorNext_${inName(code)}`);
