/**
 * The background: wiring only. Every listener is added in the first turn, or the browser does not wake the worker for
 * its event; nothing here may wait. Nothing that matters lives in memory: the worker may end after each event.
 */
import { listen } from '../messaging/listen.ts';
import { listenForSites } from './always-open.ts';
import { backgroundLibrary } from './background-library.ts';
import { listenForCommands } from './commands.ts';
import { listenForGrants } from './fulfil-wishes.ts';
import { listenForInstall } from './listen-for-install.ts';
import { listenForMenus } from './listen-for-menus.ts';
import { listenForToolbar } from './listen-for-toolbar.ts';
import { messageHandlers } from './message-handlers.ts';

const library = backgroundLibrary();

listenForCommands(library);
listenForToolbar(library);
listen(messageHandlers(library));
listenForMenus(library);
listenForInstall(library);
listenForGrants(library);
listenForSites();
