/**
 * The background: wiring only. Every listener is added in the first turn, or the browser does not wake the worker for
 * its event; nothing here may wait. Nothing that matters lives in memory: the worker may end after each event.
 */
import { listen } from '../messaging/listen.ts';
import { beginNewLog } from '../storage/begin-new-log.ts';
import { listenForSites } from './always-open.ts';
import { listenForGrants } from './ask-permission.ts';
import { backgroundLibrary } from './background-library.ts';
import { listenForCommands } from './listen-for-commands.ts';
import { listenForInstall, listenForUpdate } from './listen-for-install.ts';
import { listenForMenus } from './listen-for-menus.ts';
import { listenForToolbar } from './listen-for-toolbar.ts';
import { messageHandlers } from './message-handlers.ts';
import { listenForPictures, pictureKeeper } from './pictures/picture-keeper.ts';
import { rememberOverlayTheme } from './remember-overlay-theme.ts';
import { setUpAgain } from './set-up.ts';

const library = backgroundLibrary();
const keeper = pictureKeeper(library);

listenForCommands(library);
listenForToolbar(library);
listen(messageHandlers(library, keeper));
listenForMenus(library);
listenForInstall(library);
listenForUpdate();
listenForGrants(keeper);
listenForSites();
listenForPictures(keeper);
rememberOverlayTheme();
// As early as possible: from then on nothing is appended to what a killed browser may have left incomplete.
void setUpAgain('log', beginNewLog);
