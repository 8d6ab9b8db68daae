import { BackupRows } from '@/components/site/recovery/backup-rows';
import { LinkButton } from '@/components/ui/buttons/link-button';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { services } from '@/lib/server/composition/compose';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { requestTrace } from '@/lib/server/web/actions/request-trace';
import { readWaysBack } from '@/lib/server/web/read-ways-back';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { backupNames, passkeysNames } from '@/lib/shared/names/profile-names';
import { t } from '@/lib/shared/language/t';
import { AddPasskeyLater } from './later-forms';

/** The ways back for the day on which a new device is lost. @param path of the page */
export async function IfThisPhoneIsLost({ signedIn, path }: { signedIn: SignedIn; path: `/activations/${string}` }) {
  const waysBack = await readWaysBack(signedIn);
  if (!waysBack) return null;
  return (
    <section aria-labelledby="if-lost" className="grid gap-facts">
      <h2 id="if-lost" className="text-xl font-semibold">
        {t(backupNames.ifLost)}
      </h2>
      <BackupRows {...waysBack} addPasskey={waysBack.mayAdd && <AddPasskey signedIn={signedIn} path={path} />} />
    </section>
  );
}

/** Adds one in one press where nothing is to be confirmed first. */
async function AddPasskey({ signedIn, path }: { signedIn: SignedIn; path: `/activations/${string}` }) {
  const { relyingParty } = (await services()).proofs.passkeys;
  if (!relyingParty) return null;
  if ((await askBeforehand(signedIn, { action: 'add-passkey' })) !== null)
    return (
      <LinkButton href="/profile#passkeys" variant="secondary">
        {t(passkeysNames.add)}
      </LinkButton>
    );
  return (
    <AddPasskeyLater
      origin={relyingParty.origin}
      path={path}
      suggestedName={browserInWords((await requestTrace()).browser)}
      proof={null}
      isOnePress
    />
  );
}
