import { siteHasChanged } from '@/components/site/following/site-has-changed';
import type { PasskeyAnswer } from './ask-passkey';

/** As `askPasskey` does, by a script that few pages need: it is loaded when somebody presses. */
export async function loadAndAsk(path: `/api/passkeys/${string}`): Promise<PasskeyAnswer> {
  return import('./ask-passkey').then(
    ({ askPasskey }) => askPasskey(path),
    async () => ({ ok: false, trouble: (await siteHasChanged()) ? 'page-too-old' : 'unreachable' }),
  );
}
