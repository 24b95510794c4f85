import type { MessageKey, Translate } from '../../../model/message-key.ts';
import type { SpeechState } from '../../../model/speech.ts';
import { Button } from '../../button.tsx';
import { SPEED_STEPS, Stepper } from '../../stepper.tsx';
import { ActionButton } from '../bar/action-button.tsx';
import type { ReaderAction } from '../reader-keys.ts';
import type { ReadAloud } from './use-read-aloud.ts';

interface SpeechBarProps {
  speech: ReadAloud;
  rate: number;
  letterKeys: boolean;
  /** The language of the article, for the sentence that says that no voice speaks it. */
  lang: string | null;
  translate: Translate;
  locale: string;
}

/** The controls of reading aloud, or why nothing is heard. */
export function SpeechBar({ speech, rate, letterKeys, lang, translate, locale }: SpeechBarProps) {
  const { state, actions } = speech;
  if (state === null) return null;
  const speaking = state.kind === 'speaking';
  const lack = LACKS[state.kind];
  const silent = state.kind === 'no-voices' || state.kind === 'no-voice-for-language';
  const control = { translate, letterKeys, run: (action: ReaderAction) => actions[action]?.() };
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <section class="speech-bar" aria-label={translate('readerReadAloud')}>
      <p role="alert">{lack && translate(lack, languageName(lang, locale))}</p>
      {!silent && (
        <>
          <ActionButton action="previous-sentence" icon="previous" show="icon" {...control} />
          <ActionButton
            action="read-aloud"
            icon={speaking ? 'pause' : 'play'}
            show={state.kind === 'needs-click' ? 'both' : 'icon'}
            primary={state.kind === 'needs-click'}
            label={translate(speaking ? 'readerPause' : 'readerContinue')}
            {...control}
          />
          <ActionButton action="next-sentence" icon="next" show="icon" {...control} />
          <Stepper
            label={translate('readerSpeed')}
            display={percent.format(rate / 100)}
            value={rate}
            steps={SPEED_STEPS}
            lessLabel={translate('readerSlower')}
            moreLabel={translate('readerFaster')}
            onChange={speech.setRate}
          />
          <VoiceChoice speech={speech} chosen={state.voice} translate={translate} />
        </>
      )}
      <Button icon="close" show="icon" label={translate('readerStopReading')} onPress={() => speech.stop?.()} />
    </section>
  );
}

function VoiceChoice({
  speech,
  chosen,
  translate,
}: {
  speech: ReadAloud;
  chosen: string | null;
  translate: Translate;
}) {
  if (speech.voices.length < 2) return null;
  return (
    <select
      aria-label={translate('readerVoice')}
      value={chosen ?? ''}
      onChange={(event) => speech.setVoice(event.currentTarget.value)}
    >
      {speech.voices.map(({ name, voiceURI }) => (
        <option key={voiceURI} value={voiceURI}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Why nothing is heard. */
const LACKS: Partial<Record<SpeechState['kind'], MessageKey>> = {
  'no-voices': 'readerNoVoices',
  'no-voice-for-language': 'readerNoVoiceForLanguage',
  failed: 'readerSpeechFailed',
  'needs-click': 'readerSpeechNeedsClick',
};

function languageName(lang: string | null, locale: string): string {
  try {
    return (lang && new Intl.DisplayNames(locale, { type: 'language' }).of(lang)) || '';
  } catch {
    return lang ?? '';
  }
}
