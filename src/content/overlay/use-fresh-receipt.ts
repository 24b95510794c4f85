import { useState } from 'preact/hooks';
import type { PageLibrary } from '../../messaging/page-library.ts';
import type { PictureReceipt } from '../../model/picture.ts';
import { useReceipt } from '../../ui/receipt-line.tsx';

interface FreshReceipt {
  /** Null until it is known, and once nothing more is to be said about it. */
  receipt: PictureReceipt | null;
  /** Tries again to keep the pictures that were not. */
  keepRest: () => void;
  closeReceipt: () => void;
}

/** What was kept of the pictures of the article that was just saved; `freshId` is null when none was. `begin` is called before each attempt. */
export function useFreshReceipt(
  library: PageLibrary,
  freshId: string | null,
  begin: () => void,
  fail: (thrown: unknown) => void,
): FreshReceipt {
  const [askedAgain, setAskedAgain] = useState(0);
  /** The save whose pictures nothing more is to be said about. */
  const [told, setTold] = useState<string | null>(null);
  const receipt = useReceipt(library.pictureReceipt, freshId, askedAgain);
  return {
    receipt: told === freshId ? null : receipt,
    keepRest: () => {
      begin();
      if (freshId) void library.keepPictures(freshId).then(() => setAskedAgain(askedAgain + 1), fail);
    },
    closeReceipt: () => setTold(freshId),
  };
}
