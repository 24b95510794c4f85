import type { Translate } from '../../model/message-key.ts';
import { Switch } from '../switch.tsx';
import type { SitePreferences } from './use-site-preferences.ts';

/** What is for the article's site alone. */
export function SiteChoices({ site, translate }: { site: SitePreferences; translate: Translate }) {
  return (
    <div class="site-choices">
      <Switch
        label={translate('readerOwnStyle', site.site)}
        checked={site.hasOwnStyle}
        onChange={(on) => site.setOwnStyle(on)}
      />
      <Switch
        label={translate('readerAlwaysOpen', site.site)}
        checked={site.alwaysOpens}
        onChange={(on) => site.setAlwaysOpen(on)}
      />
    </div>
  );
}
