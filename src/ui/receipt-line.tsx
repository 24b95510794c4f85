import { useEffect, useState } from 'preact/hooks';
import type { MessageKey } from '../model/message-key.ts';
import type { PictureProblem, PictureReceipt } from '../model/pictures/picture.ts';
import type { Words } from '../model/words.ts';
import { type NoticeAction, NoticeLine } from './notice-line.tsx';
import { tellReceipt } from './tell-receipt.ts';

interface ReceiptLineProps {
  receipt: PictureReceipt;
  words: Words;
  onKeepRest: () => void;
  /** What else can be done, such as Undo. */
  actions?: readonly NoticeAction[];
}

/**
 * The receipt of a save: "Saved with 5 of 8 pictures · 1.2 MB", Keep the rest, details behind it. Keep the rest comes
 * last, because it comes late: it must not stand where Undo is about to be pressed.
 */
export function ReceiptLine({ receipt, words, onKeepRest, actions = [] }: ReceiptLineProps) {
  const keep = { label: words.count('receiptKeepRest', receipt.total), onPress: onKeepRest };
  const rest = receipt.refused.length > 0 ? [keep] : [];
  const told = tellReceipt(receipt, words) ?? words.t('readerSaved');
  // Screen readers are told the outcome, not each number on the way.
  const text = receipt.pending > 0 ? <span aria-live="off">{told}</span> : told;
  return (
    <NoticeLine text={text} actions={[...actions, ...rest]}>
      {receipt.refused.length > 0 && <ReceiptDetails receipt={receipt} words={words} />}
    </NoticeLine>
  );
}

interface ReceiptDetailsProps {
  receipt: PictureReceipt;
  words: Words;
}

/** Behind the receipt: for each site why its pictures are not kept. */
function ReceiptDetails({ receipt, words }: ReceiptDetailsProps) {
  const { t } = words;
  const groups = groupBySite(receipt.refused);
  return (
    <details class="receipt">
      <summary>{t('receiptDetails')}</summary>
      <ul>
        {groups.map(({ site, problem, count }) => (
          <li key={`${site} ${problem}`}>
            <bdi>{site}</bdi> {words.count('receiptNotKept', count, t(PICTURE_PROBLEM_WORDS[problem]))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Why a picture is not kept, in words. */
const PICTURE_PROBLEM_WORDS: Record<PictureProblem, MessageKey> = {
  'needs-access': 'pictureNeedsAccess',
  refused: 'pictureRefused',
  gone: 'pictureGone',
  'too-large': 'pictureTooLarge',
  'not-a-picture': 'pictureNotAPicture',
  substitute: 'pictureSubstitute',
  'no-answer': 'pictureNoAnswer',
  quota: 'pictureQuota',
  missing: 'pictureMissing',
};

function groupBySite(refused: PictureReceipt['refused']): { site: string; problem: PictureProblem; count: number }[] {
  const groups = new Map<string, { site: string; problem: PictureProblem; count: number }>();
  for (const { url, problem } of refused) {
    const site = URL.canParse(url) ? new URL(url).host : '';
    const key = `${site} ${problem}`;
    const group = groups.get(key) ?? { site, problem, count: 0 };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups.values()];
}

/** How often the queue is asked while it is working. */
const ASK_EVERY_MS = 400;

/**
 * How many of an article's pictures are kept, followed while the queue is working. Null until known, and without an id.
 * `turn` changes when it should be asked again. It asks instead of listening, because announcements do not reach the
 * overlay.
 */
export function useReceipt(
  load: (id: string) => Promise<PictureReceipt>,
  id: string | null,
  turn: unknown = null,
): PictureReceipt | null {
  const [known, setKnown] = useState<{ id: string; receipt: PictureReceipt | null } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const ask = async () => {
      // Without an answer no receipt is shown; the save itself has been reported.
      const next = await load(id).catch(() => null);
      if (ended) return;
      setKnown({ id, receipt: next });
      if (next && next.pending > 0) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
    };
    void ask();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [id, turn]);
  return known?.id === id ? known.receipt : null;
}
