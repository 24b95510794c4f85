// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { Blob as NodeBlob } from 'node:buffer';
import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import { planImport } from '../../../src/library/importing/import-plan.ts';
import { IntakeView } from '../../../src/library/intake/intake-view.tsx';
import type { Intake, IntakeState } from '../../../src/library/intake/use-intake.ts';
import type { RefusedLine } from '../../../src/model/backup/backup-line.ts';
import type { Translate } from '../../../src/model/message-key.ts';
import { createWords } from '../../../src/model/words.ts';
import { previewBackup } from '../../../src/storage/backup/preview-backup.ts';
import { readBackup } from '../../../src/storage/backup/read-backup.ts';
import { restoreBackup } from '../../../src/storage/backup/restore-backup.ts';
import { openDatabase } from '../../../src/storage/open-database.ts';
import { WordsProvider } from '../../../src/ui/list/words-context.ts';

const keyed: Translate = (key, ...values) => (key === 'localeTag' ? 'en' : [key, ...values].join(' '));
const show = (state: IntakeState) =>
  render(
    <WordsProvider value={createWords(keyed, 'en')}>
      <IntakeView intake={{ state } as Intake} />
    </WordsProvider>,
    document.body,
  );
const buttons = () => [...document.querySelectorAll('button')].map(({ textContent }) => textContent);
const reasons = () => [...document.querySelectorAll('small')].map(({ textContent }) => textContent);

afterEach(() => render(null, document.body));

test.each([
  [2, 1, 'importPromise', ['importNow 2', 'importCancel']],
  [0, 1, 'importNothingNew', ['importMerge', 'importCancel']],
  [0, 0, 'importNothing', ['importCancel']],
])(
  'the preview of a file with %i new and %i known pages says what it would do: %s',
  (fresh, present, promise, offered) => {
    const plan = { source: 'pocket', fresh, present, repeated: 0, refused: [], moreRefused: 0, items: [] };
    show({ step: 'import-preview', plan } as unknown as IntakeState);
    expect(document.querySelector('.preview p')?.textContent).toBe(promise);
    expect(buttons()).toEqual(offered);
  },
);

test('a page that is twice in a file is counted as such, and not as refused', async () => {
  const database = await openDatabase();
  const csv = 'url,title,tags\nhttps://a.example/,A,one\nhttps://a.example/#top,A,two\nno address,B,';
  const plan = await planImport(database, new NodeBlob([csv]) as unknown as Blob);
  if (plan === 'recto') throw new Error('not a backup');
  expect(plan).toMatchObject({ fresh: 1, present: 0, repeated: 1, items: [{ tags: ['one', 'two'] }] });
  show({ step: 'import-preview', plan } as IntakeState);
  expect([...document.querySelectorAll('.preview p.quiet')].map(({ textContent }) => textContent)).toEqual([
    'importRepeatedOne 1',
    'importPromise',
  ]);
  expect(document.querySelector('summary')?.textContent).toBe('importRefusedOne 1');
});

test('refused records of a backup are explained in the language of the interface, before and after the restore', async () => {
  const file = new NodeBlob(['{"format":"recto-backup","version":1}\nno JSON\n{"future":1}\n']);
  const refused: RefusedLine[] = [];
  for await (const line of readBackup(file as unknown as Blob)) if (line.kind === 'refused') refused.push(line);
  const told = [
    'error_record_damaged errorNext_record_damaged',
    'error_record_unknown errorNext_record_unknown',
    'error_backup_cut_short errorNext_backup_cut_short',
  ];
  show({
    step: 'restore-preview',
    preview: { fresh: 1, present: 0, refused, moreRefused: 0 },
  } as unknown as IntakeState);
  expect(reasons()).toEqual(told);
  show({ step: 'restored', report: { imported: 1, present: 0, refused, moreRefused: 0 } } as unknown as IntakeState);
  expect(reasons()).toEqual(told);
});

test('all damaged records of a backup are counted, also those that are not named', async () => {
  const file = new NodeBlob([
    `{"format":"recto-backup","version":1}\n${'no JSON\n'.repeat(1200)}{"end":{"lines":1201}}\n`,
  ]);
  const database = await openDatabase();
  const preview = await previewBackup(database, file as unknown as Blob);
  show({ step: 'restore-preview', preview } as IntakeState);
  expect(document.querySelector('summary')?.textContent).toBe('importRefusedOther 1,200');
  const report = await restoreBackup(database, file as unknown as Blob);
  show({ step: 'restored', report } as IntakeState);
  expect(document.querySelector('p')?.textContent).toContain('backupRefusedOther 1,200');
  expect(document.querySelector('li:last-child')?.textContent).toBe('importMore 200');
});

test('a restore links to the articles that it left in Recently deleted, and to nothing where there are none', () => {
  const report = { imported: 0, present: 4, refused: [], moreRefused: 0 };
  show({ step: 'restored', report: { ...report, deleted: 3 } });
  const link = document.querySelector<HTMLAnchorElement>('a[href="#deleted"]');
  expect(link?.parentElement?.textContent).toBe('listDeletedTitle 3');
  show({ step: 'restored', report });
  expect(document.querySelector('a')).toBeNull();
});
