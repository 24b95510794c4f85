import type { PermissionWish, WishKind, WishOf } from '../model/permission-wish.ts';
import { hasAccess, watchAccess } from '../platform/host-access.ts';
import { dropWish, waitingWishes } from '../platform/permission-wishes.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { WISH_HANDLERS } from './wish-handlers.ts';

/** Does what was wished as soon as the browser says that access was given, also to a worker that was asleep meanwhile. */
export function listenForGrants(library: BackgroundLibrary): void {
  watchAccess((change) => {
    if (change === 'added') void fulfilGranted(library);
  });
}

/** A wish is taken away before it is done: two events for one grant do not do it twice. */
async function fulfilGranted(library: BackgroundLibrary): Promise<void> {
  for (const { id, wish } of await waitingWishes()) {
    if (!(await hasAccess(wish.origins))) continue;
    await dropWish(id);
    await fulfilWish(wish, library).catch(() => undefined);
  }
}

/** Does what is wished; the access must be there. */
export function fulfilWish(wish: PermissionWish, library: BackgroundLibrary): Promise<void> {
  return runHandler(wish.kind, wish, library);
}

async function runHandler<Kind extends WishKind>(kind: Kind, wish: WishOf<Kind>, library: BackgroundLibrary) {
  await WISH_HANDLERS[kind]?.(wish, library);
}
