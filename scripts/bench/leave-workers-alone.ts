import type { ChromiumDriver } from '../../test/browser/driver/chromium-driver.ts';
import { connectionOf } from './connection-of.ts';

/**
 * Has DevTools stay away from service workers. It would halt each one that starts until this process says to go on, which
 * nobody's browser does: a worker of four lines then takes 59 ms to start instead of 36.
 */
export async function leaveWorkersAlone(driver: ChromiumDriver): Promise<void> {
  const connection = await connectionOf(driver);
  const filter = [{ type: 'page', exclude: true }, { type: 'service_worker', exclude: true }, {}];
  await connection.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter,
  });
}
