import type { JSX, RefObject } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import {
  AGES,
  type Arrangement,
  AS_KEPT,
  filterChoices,
  filtersAnything,
  LENGTHS,
  SORTS,
  TEXTS,
} from '../../model/arrange-items.ts';
import type { MessageKey, Translate } from '../../model/message-key.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { useWords } from './words-context.ts';

interface ArrangeBarProps {
  /** All items of the list, filtered or not, which give the choices. */
  items: readonly SavedMetadata[];
  /** How many of them are shown. */
  shown: number;
  /** False while more items are read. */
  whole: boolean;
  /** Something else is shown in its place: it only takes room. */
  resting: boolean;
  arrangement: Arrangement;
  onChange(arrangement: Arrangement): void;
  /** Esc in a menu: back to the rows. */
  onLeave(): void;
  firstRef: RefObject<HTMLSelectElement | null>;
}

interface Option {
  value: string;
  text: string;
}

/** A menu of thousands helps nobody; rarer values are found by `site:` in the search box. */
const MOST_OPTIONS = 60;

type FilterName = 'site' | 'tag' | 'length' | 'age' | 'language' | 'text';

const SORT_TEXTS: Record<Arrangement['sort'], MessageKey> = {
  newest: 'listSortNewest',
  oldest: 'listSortOldest',
  title: 'listSortTitle',
  shortest: 'listSortShortest',
  longest: 'listSortLongest',
};
const LENGTH_TEXTS: Record<(typeof LENGTHS)[number], MessageKey> = {
  short: 'listLengthShort',
  medium: 'listLengthMedium',
  long: 'listLengthLong',
};
const AGE_TEXTS: Record<(typeof AGES)[number], MessageKey> = {
  week: 'listAgeWeek',
  month: 'listAgeMonth',
  year: 'listAgeYear',
  older: 'listAgeOlder',
};
const TEXT_TEXTS: Record<(typeof TEXTS)[number], MessageKey> = {
  link: 'listTextLink',
  kept: 'listTextFetched',
  gone: 'listTextGone',
  'sign-in': 'listTextSignIn',
  'not-article': 'listTextNotArticle',
};
/** Name of each menu, and what it says while it lets everything through. */
const MENU_TEXTS: Record<FilterName, { label: MessageKey; any: MessageKey }> = {
  site: { label: 'listSiteLabel', any: 'listAnySite' },
  tag: { label: 'listTagLabel', any: 'listAnyTag' },
  length: { label: 'listLengthLabel', any: 'listAnyLength' },
  age: { label: 'listAgeLabel', any: 'listAnyAge' },
  language: { label: 'listLanguageLabel', any: 'listAnyLanguage' },
  text: { label: 'listTextLabel', any: 'listAnyText' },
};

/**
 * How the list is sorted and filtered: one quiet line of menus. A menu without a choice is left out. If the list was
 * shown before all of it was read, room is kept for menus that may still appear.
 */
export function ArrangeBar(props: ArrangeBarProps): JSX.Element {
  const { items, shown, arrangement, onChange, firstRef, resting } = props;
  const words = useWords();
  const { t } = words;
  const filters = useFilters(items);
  const [keepsRoom] = useState(!props.whole);
  const set = (change: Partial<Arrangement>) => onChange({ ...arrangement, ...change });
  return (
    <fieldset
      class="arrange"
      data-resting={resting || undefined}
      aria-label={t('listArrange')}
      onKeyDown={({ key, repeat }) => key === 'Escape' && !repeat && props.onLeave()}
    >
      <Menu
        label={t('listSortLabel')}
        value={arrangement.sort}
        options={optionsOf(SORTS, SORT_TEXTS, t)}
        changed={arrangement.sort !== AS_KEPT.sort}
        onChange={(sort) => set({ sort: sort as Arrangement['sort'] })}
        selectRef={resting ? undefined : firstRef}
      />
      {filters.map(({ name, options, least, nameOf }) => {
        const isEmpty = options.length < least && arrangement[name] === null;
        if (isEmpty && !keepsRoom) return null;
        return (
          <Menu
            key={name}
            label={t(MENU_TEXTS[name].label)}
            value={arrangement[name] ?? ''}
            options={[{ value: '', text: t(MENU_TEXTS[name].any) }, ...withChosen(options, arrangement[name], nameOf)]}
            changed={arrangement[name] !== null}
            resting={isEmpty}
            onChange={(value) => set({ [name]: value === '' ? null : value })}
          />
        );
      })}
      {filtersAnything(arrangement) && (
        <span class="arrange-end">
          <span aria-hidden="true">{t('listShownOf', words.number(shown), words.number(items.length))}</span>
          <button type="button" onClick={() => onChange({ ...AS_KEPT, sort: arrangement.sort })}>
            {t('listClearFilters')}
          </button>
        </span>
      )}
    </fieldset>
  );
}

interface Filter {
  name: FilterName;
  options: Option[];
  /** With fewer options it is no choice. */
  least: number;
  /** The name of a chosen value that no item has any more. If absent, the value itself. */
  nameOf?: (value: string) => string;
}

/** The menus that filter, with what the items of the list can be filtered by. */
function useFilters(items: readonly SavedMetadata[]): Filter[] {
  const words = useWords();
  const { t } = words;
  const choices = useMemo(() => filterChoices(items), [items]);
  const languages = useMemo(() => new Intl.DisplayNames(words.locale, { type: 'language' }), [words]);
  const languageOf = (value: string) => languageName(value, languages);
  const texts = optionsOf(TEXTS, TEXT_TEXTS, t);
  const counted = (text: string, count: number) => `${text} (${words.number(count)})`;
  return [
    {
      name: 'site',
      least: 2,
      options: choices.sites.map(({ value, count }) => ({ value, text: counted(value, count) })),
    },
    {
      name: 'tag',
      least: 1,
      options: choices.tags.map(({ value, count, name }) => ({ value, text: counted(name, count) })),
    },
    { name: 'length', least: 1, options: optionsOf(LENGTHS, LENGTH_TEXTS, t) },
    { name: 'age', least: 1, options: optionsOf(AGES, AGE_TEXTS, t) },
    {
      name: 'language',
      least: 2,
      options: choices.languages.map(({ value, count }) => ({ value, text: counted(languageOf(value), count) })),
      nameOf: languageOf,
    },
    {
      name: 'text',
      least: 1,
      options: optionsOf(choices.texts, TEXT_TEXTS, t),
      nameOf: (value) => texts.find((option) => option.value === value)?.text ?? value,
    },
  ];
}

const optionsOf = <Key extends string>(keys: readonly Key[], texts: Record<Key, MessageKey>, t: Translate): Option[] =>
  keys.map((key) => ({ value: key, text: t(texts[key]) }));

/** The most frequent options, and the chosen one in any case. */
function withChosen(options: Option[], chosen: string | null, nameOf = (value: string) => value): Option[] {
  const shown = options.slice(0, MOST_OPTIONS);
  if (chosen === null || shown.some(({ value }) => value === chosen)) return shown;
  return [...shown, options.find(({ value }) => value === chosen) ?? { value: chosen, text: nameOf(chosen) }];
}

function languageName(language: string, names: Intl.DisplayNames): string {
  try {
    return names.of(language) ?? language;
  } catch {
    // A page may declare nonsense as its language.
    return language;
  }
}

interface MenuProps {
  label: string;
  value: string;
  options: Option[];
  changed: boolean;
  /** It only takes room. */
  resting?: boolean;
  onChange(value: string): void;
  selectRef?: RefObject<HTMLSelectElement | null> | undefined;
}

function Menu({ label, value, options, changed, resting, onChange, selectRef }: MenuProps): JSX.Element {
  return (
    <select
      {...(selectRef && { ref: selectRef })}
      aria-label={label}
      value={value}
      data-changed={changed || undefined}
      data-resting={resting || undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}
