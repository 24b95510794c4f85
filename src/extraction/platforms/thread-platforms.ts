import { asgaros } from './asgaros.ts';
import { bbpress } from './bbpress.ts';
import { bugzilla } from './bugzilla.ts';
import { discourse } from './discourse.ts';
import { discuz } from './discuz.ts';
import { flarum } from './flarum.ts';
import { fluxbb } from './fluxbb.ts';
import { gitlab } from './gitlab.ts';
import { hackerNews } from './hacker-news.ts';
import { hyperkitty } from './hyperkitty.ts';
import { invision } from './invision.ts';
import { ipBoard } from './ip-board.ts';
import { khoros } from './khoros.ts';
import { kunena } from './kunena.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { messageCard } from './message-card.ts';
import { mybb } from './mybb.ts';
import { nodebb } from './nodebb.ts';
import { phpbb } from './phpbb.ts';
import { phpbb2 } from './phpbb-2.ts';
import { pipermail } from './pipermail.ts';
import { question2answer } from './question2answer.ts';
import { reddit } from './reddit.ts';
import { smf } from './smf.ts';
import { stackExchange } from './stack-exchange.ts';
import type { ThreadPlatform } from './thread-platform.ts';
import { tieba } from './tieba.ts';
import { ucoz } from './ucoz.ts';
import { vanilla } from './vanilla.ts';
import { vbulletin } from './vbulletin.ts';
import { wpforo } from './wpforo.ts';
import { xenforo } from './xenforo.ts';
import { zendesk } from './zendesk.ts';

/** Forum engines that many sites share. The one whose posts hold the most text is believed. */
export const THREAD_PLATFORMS: readonly ThreadPlatform[] = [
  asgaros,
  bbpress,
  bugzilla,
  discourse,
  discuz,
  flarum,
  fluxbb,
  gitlab,
  hackerNews,
  hyperkitty,
  invision,
  ipBoard,
  khoros,
  kunena,
  lemmy,
  lobsters,
  messageCard,
  mybb,
  nodebb,
  phpbb,
  phpbb2,
  pipermail,
  question2answer,
  reddit,
  smf,
  stackExchange,
  tieba,
  ucoz,
  vanilla,
  vbulletin,
  wpforo,
  xenforo,
  zendesk,
];
