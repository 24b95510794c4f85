import type { MessageKey } from '../model/message-key.ts';
import type { PictureProblem } from '../model/picture.ts';

/** Why a picture is not kept, in words. */
export const PICTURE_PROBLEM_WORDS: Record<PictureProblem, MessageKey> = {
  'needs-access': 'pictureNeedsAccess',
  refused: 'pictureRefused',
  gone: 'pictureGone',
  'too-large': 'pictureTooLarge',
  'not-a-picture': 'pictureNotAPicture',
  substitute: 'pictureSubstitute',
  'no-answer': 'pictureNoAnswer',
  quota: 'pictureQuota',
  missing: 'pictureMissing',
};
