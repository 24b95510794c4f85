import { bbpress } from './bbpress.ts';
import { discourse } from './discourse.ts';
import { discuz } from './discuz.ts';
import { flarum } from './flarum.ts';
import { fluxbb } from './fluxbb.ts';
import { hackerNews } from './hacker-news.ts';
import { invision } from './invision.ts';
import { lemmy } from './lemmy.ts';
import { lobsters } from './lobsters.ts';
import { messageCard } from './message-card.ts';
import { mybb } from './mybb.ts';
import { nodebb } from './nodebb.ts';
import { phpbb } from './phpbb.ts';
import { reddit } from './reddit.ts';
import { smf } from './smf.ts';
import { stackExchange } from './stack-exchange.ts';
import type { ThreadPlatform } from './thread-platform.ts';
import { vanilla } from './vanilla.ts';
import { vbulletin } from './vbulletin.ts';
import { xenforo } from './xenforo.ts';

/** Forum engines that many sites share. The one whose posts hold the most text is believed. */
export const THREAD_PLATFORMS: readonly ThreadPlatform[] = [
  bbpress,
  discourse,
  discuz,
  flarum,
  fluxbb,
  hackerNews,
  invision,
  lemmy,
  lobsters,
  messageCard,
  mybb,
  nodebb,
  phpbb,
  reddit,
  smf,
  stackExchange,
  vanilla,
  vbulletin,
  xenforo,
];
