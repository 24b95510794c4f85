import type { Translate } from '../../model/message-key.ts';
import { createWords } from '../../model/words.ts';
import { Button } from '../button.tsx';
import { keyName } from './reader-keys.ts';
import type { Hiding } from './use-hiding.ts';

interface HideBarProps {
  hiding: Hiding;
  translate: Translate;
  locale: string;
}

/** What to do while blocks are chosen, what was done last, and the way out. */
export function HideBar({ hiding, translate, locale }: HideBarProps) {
  if (!hiding.isOn) return null;
  const { count } = createWords(translate, locale);
  const back = hiding.last === 'back' ? translate('readerBlockBack') : '';
  return (
    <section
      class="hide-bar"
      aria-label={translate('readerHideBlock')}
      onFocusIn={() => hiding.onControls(true)}
      onFocusOut={() => hiding.onControls(false)}
    >
      <p>{translate('readerHideHow')}</p>
      <p role="status">{hiding.count > 0 ? count('readerHiddenCount', hiding.count) : back}</p>
      <Button primary label={translate('readerHideDone')} keyHint={keyName('close')} onPress={hiding.stop} />
    </section>
  );
}
