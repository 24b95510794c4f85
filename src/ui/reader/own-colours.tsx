import { contrast, READABLE_CONTRAST } from '../../model/own-theme.ts';
import type { TypePanelProps } from './type-panel.tsx';

/** The person's own paper and ink, and whether one can be read on the other. */
export function OwnColours({ settings, translate, locale, onChange }: TypePanelProps) {
  const { ownPaper, ownInk } = settings;
  const ratio = contrast(ownPaper, ownInk);
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(ratio);
  const poor = ratio < READABLE_CONTRAST;
  return (
    <div class="own-colours">
      <label>
        <input type="color" value={ownPaper} onInput={(event) => onChange({ ownPaper: event.currentTarget.value })} />
        {translate('readerOwnPaper')}
      </label>
      <label>
        <input type="color" value={ownInk} onInput={(event) => onChange({ ownInk: event.currentTarget.value })} />
        {translate('readerOwnInk')}
      </label>
      <p role="status" data-poor={poor || undefined}>
        {translate(poor ? 'readerContrastPoor' : 'readerContrast', shown)}
      </p>
    </div>
  );
}
