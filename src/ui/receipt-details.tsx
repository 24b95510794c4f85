import type { PictureProblem, PictureReceipt } from '../model/picture.ts';
import type { Words } from '../model/words.ts';
import { PICTURE_PROBLEM_WORDS } from './picture-problem-words.ts';

interface ReceiptDetailsProps {
  receipt: PictureReceipt;
  words: Words;
}

/** Behind the receipt: for each site why its pictures are not kept. */
export function ReceiptDetails({ receipt, words }: ReceiptDetailsProps) {
  const { t } = words;
  const groups = groupBySite(receipt.refused);
  return (
    <details class="receipt">
      <summary>{t('receiptDetails')}</summary>
      <ul>
        {groups.map(({ site, problem, count }) => (
          <li key={`${site} ${problem}`}>
            <bdi>{site}</bdi> {words.count('receiptNotKept', count)}: {t(PICTURE_PROBLEM_WORDS[problem])}
          </li>
        ))}
      </ul>
    </details>
  );
}

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
