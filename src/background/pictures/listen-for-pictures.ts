import { listenForWaking } from '../../platform/wake-later.ts';
import { PICTURES_ALARM, type PictureKeeper } from './picture-keeper.ts';

/** Long enough after the start that what woke the worker has been done. */
const START_DELAY_MS = 3000;

/** Goes on with the picture queue when the worker starts and when its alarm rings. */
export function listenForPictures(keeper: PictureKeeper): void {
  const goOn = () => void keeper.goOn().catch(() => undefined);
  listenForWaking(PICTURES_ALARM, goOn);
  setTimeout(goOn, START_DELAY_MS);
}
