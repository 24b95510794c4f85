import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LibraryReader, TagChange, TagCount } from '../../model/library.ts';
import type { SavedMetadata } from '../../model/saved-article.ts';
import { foldName } from '../../model/search/fold-name.ts';
import { joinTags } from '../../model/search/join-tags.ts';
import { sameTag } from '../../model/search/same-tag.ts';
import { tagKey } from '../../model/search/tag-key.ts';
import { useWords } from './words-context.ts';

interface TagDialogProps {
  library: LibraryReader;
  /** What is tagged. */
  items: readonly SavedMetadata[];
  onDone(change: Required<TagChange>): void;
  onClose(): void;
}

/**
 * Tags of one or many articles: type and press Enter for the first that fits, or for a new one; Enter in the empty field is Done. Nothing
 * is written before Done.
 */
export function TagDialog({ library, items, onDone, onClose }: TagDialogProps): JSX.Element {
  const words = useWords();
  const { t } = words;
  const dialog = useRef<HTMLDialogElement>(null);
  const [known, setKnown] = useState<TagCount[]>([]);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => dialog.current?.showModal?.(), []);
  useEffect(() => {
    library.tags().then(setKnown, () => undefined);
  }, [library]);

  const having = useMemo(() => countTags(items), [items]);
  const howMany = (name: string): number => having.get(tagKey(name)) ?? 0;
  const allHave = (name: string): boolean => items.length > 0 && howMany(name) === items.length;
  const counts = useMemo(() => new Map(known.map(({ name, count }) => [tagKey(name), count])), [known]);
  const names = useMemo(() => allNames(items, known, [...wanted.keys()]), [items, known, wanted]);
  const typed = text.trim();
  const sought = foldName(typed);
  const fitting = names.filter((name) => tagKey(name).includes(sought));
  const isNew = typed !== '' && !names.some((name) => sameTag(name, typed));
  const has = (name: string): boolean => wanted.get(name) ?? allHave(name);
  const set = (name: string, on: boolean) => setWanted((old) => new Map([...old, [name, on]]));

  const finish = () => {
    const changed = [...wanted].filter(([name, on]) => (on ? !allHave(name) : howMany(name) > 0));
    onDone({
      add: changed.flatMap(([name, on]) => (on ? [name] : [])),
      remove: changed.flatMap(([name, on]) => (on ? [] : [name])),
    });
    onClose();
  };
  const onEnter = () => {
    if (typed === '') return finish();
    const name = names.find((each) => sameTag(each, typed)) ?? typed;
    set(name, !has(name));
    setText('');
  };

  return (
    <dialog ref={dialog} class="tag-dialog" aria-labelledby="tag-dialog-title" onClose={onClose}>
      <h2 id="tag-dialog-title">{t('listTags')}</h2>
      <p class="tag-dialog-of" dir="auto">
        {items.length === 1 ? items[0]?.title : words.count('listSelected', items.length)}
      </p>
      <input
        type="text"
        value={text}
        placeholder={t('listTagAdd')}
        aria-label={t('listTagAdd')}
        maxLength={100}
        autocomplete="off"
        spellcheck={false}
        dir={text === '' ? undefined : 'auto'}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
      />
      <ul>
        {isNew && (
          <li>
            <button type="button" class="tag-new" onClick={onEnter}>
              {t('listTagNew', typed)}
            </button>
          </li>
        )}
        {fitting.map((name) => (
          <TagChoice
            key={name}
            name={name}
            count={counts.get(tagKey(name)) ?? 0}
            checked={has(name)}
            partly={!wanted.has(name) && howMany(name) > 0 && !allHave(name)}
            onChange={(on) => set(name, on)}
          />
        ))}
      </ul>
      {names.length === 0 && !isNew && <p class="tag-dialog-none">{t('listTagNone')}</p>}
      <p class="tag-dialog-end">
        <button type="button" onClick={finish}>
          {t('listDone')}
        </button>
        <button type="button" onClick={onClose}>
          {t('listCancel')}
        </button>
      </p>
    </dialog>
  );
}

interface TagChoiceProps {
  name: string;
  count: number;
  checked: boolean;
  /** Some of the articles have it. */
  partly: boolean;
  onChange(on: boolean): void;
}

function TagChoice({ name, count, checked, partly, onChange }: TagChoiceProps): JSX.Element {
  const words = useWords();
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={checked}
          ref={(input) => {
            if (input) input.indeterminate = partly;
          }}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <bdi>{name}</bdi>
        {count > 0 && <span class="tag-count">{words.number(count)}</span>}
      </label>
    </li>
  );
}

/** Those the articles have first, then what was added here, then all others. */
function allNames(items: readonly SavedMetadata[], known: readonly TagCount[], added: readonly string[]): string[] {
  return joinTags([], [...items.flatMap(({ tags }) => tags), ...added, ...known.map((tag) => tag.name)]);
}

/** How many of the items have each tag, whatever its spelling: counted once, since thousands may be selected. */
function countTags(items: readonly SavedMetadata[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { tags } of items)
    for (const key of new Set(tags.map(tagKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
