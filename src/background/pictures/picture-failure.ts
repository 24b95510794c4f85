import type { PictureProblem } from '../../model/picture.ts';

/** Why the bytes of a picture were not got. */
export class PictureFailure extends Error {
  readonly problem: PictureProblem;

  constructor(problem: PictureProblem, message: string = problem, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PictureFailure';
    this.problem = problem;
  }
}
