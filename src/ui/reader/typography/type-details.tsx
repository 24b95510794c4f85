import { useState } from 'preact/hooks';
import { ALIGNMENTS, FOCUS_MODES, HAN_SCRIPTS, PARAGRAPHS } from '../../../model/settings/reader-settings.ts';
import { Button } from '../../button.tsx';
import { ChoiceGroup } from '../../choice-group.tsx';
import { LETTER_STEPS, Stepper, WORD_STEPS } from '../../stepper.tsx';
import { Switch } from '../../switch.tsx';
import type { TypePanelProps } from './type-panel-props.ts';

const PARAGRAPH_LABELS = { space: 'readerParagraphsSpace', indent: 'readerParagraphsIndent' } as const;
const ALIGN_LABELS = { auto: 'readerAlignAuto', start: 'readerAlignStart', justify: 'readerAlignJustify' } as const;
const SCRIPT_LABELS = {
  'as-written': 'readerHanAsWritten',
  simplified: 'readerHanSimplified',
  traditional: 'readerHanTraditional',
} as const;
const FOCUS_LABELS = {
  off: 'readerFocusOff',
  paragraph: 'readerFocusParagraph',
  line: 'readerFocusLine',
  ruler: 'readerFocusRuler',
} as const;

/** Languages whose letters are joined: space between them would tear words apart. */
const JOINED = ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd'];

/** The settings that few people change often, behind a fold. Those that mean nothing in the article's script are left out. */
export function TypeDetails(props: TypePanelProps) {
  const { settings, lang, translate, onChange } = props;
  const [open, setOpen] = useState(false);
  const language = lang?.toLowerCase().split('-')[0] ?? '';
  return (
    <>
      <div class="type-more">
        <Button label={translate('readerMoreSettings')} expanded={open} onPress={() => setOpen(!open)} />
      </div>
      {open && (
        <div class="type-details">
          <ChoiceGroup
            label={translate('readerParagraphs')}
            value={settings.paragraphs}
            choices={PARAGRAPHS.map((value) => ({ value, label: translate(PARAGRAPH_LABELS[value]) }))}
            onChoose={(paragraphs) => onChange({ paragraphs })}
          />
          <ChoiceGroup
            label={translate('readerAlign')}
            value={settings.align}
            choices={ALIGNMENTS.map((value) => ({ value, label: translate(ALIGN_LABELS[value]) }))}
            onChoose={(align) => onChange({ align })}
          />
          <SpacingSteppers
            {...props}
            hasLetters={!JOINED.includes(language)}
            hasWords={!['zh', 'ja'].includes(language)}
          />
          {!['zh', 'ja', 'ko'].includes(language) && (
            <Switch
              label={translate('readerHyphens')}
              checked={settings.hyphens}
              onChange={(hyphens) => onChange({ hyphens })}
            />
          )}
          {['zh', 'ja'].includes(language) && (
            <Switch
              label={translate('readerHanSpacing')}
              checked={settings.hanSpacing}
              onChange={(hanSpacing) => onChange({ hanSpacing })}
            />
          )}
          {language === 'zh' && (
            <ChoiceGroup
              label={translate('readerHanScript')}
              value={settings.hanScript}
              choices={HAN_SCRIPTS.map((value) => ({ value, label: translate(SCRIPT_LABELS[value]) }))}
              onChoose={(hanScript) => onChange({ hanScript })}
            />
          )}
          <ChoiceGroup
            label={translate('readerFocus')}
            value={settings.focus}
            choices={FOCUS_MODES.map((value) => ({ value, label: translate(FOCUS_LABELS[value]) }))}
            onChoose={(focus) => onChange({ focus })}
          />
          <Switch
            label={translate('readerHidePictures')}
            checked={settings.hidePictures}
            onChange={(hidePictures) => onChange({ hidePictures })}
          />
        </div>
      )}
    </>
  );
}

/** Space between letters and between words, where the script has them. */
function SpacingSteppers(props: TypePanelProps & { hasLetters: boolean; hasWords: boolean }) {
  const { settings, translate, locale, onChange } = props;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const labels = { lessLabel: translate('readerLessSpace'), moreLabel: translate('readerMoreSpace') };
  return (
    <div class="type-panel-steps">
      {props.hasLetters && (
        <Stepper
          {...labels}
          label={translate('readerLetterSpacing')}
          display={percent.format(settings.letterSpacing / 100)}
          value={settings.letterSpacing}
          steps={LETTER_STEPS}
          onChange={(letterSpacing) => onChange({ letterSpacing })}
        />
      )}
      {props.hasWords && (
        <Stepper
          {...labels}
          label={translate('readerWordSpacing')}
          display={percent.format(settings.wordSpacing / 100)}
          value={settings.wordSpacing}
          steps={WORD_STEPS}
          onChange={(wordSpacing) => onChange({ wordSpacing })}
        />
      )}
    </div>
  );
}
