import { LinkButton } from '@/components/ui/buttons/link-button';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { startsLeft } from '@/lib/activation/start/register-activation';
import { services } from '@/lib/server/composition/compose';
import { devicesNames } from '@/lib/shared/names/device-names';
import { prepareStart } from '@/lib/server/web/actions/start-prompt';
import { FirstActivationForm } from './first-activation-form';
import { t } from '@/lib/shared/language/t';

/**
 * What a first device begins with: one button that starts its activation where nothing is to be asked before, and else the
 * way to the form, which asks for a proof or a credential, or says where to get a vendor's app.
 */
export async function FirstActivation({ signedIn }: { signedIn: SignedIn }) {
  const { activation } = await services();
  const [{ prompt }, { left }] = await Promise.all([prepareStart(signedIn), startsLeft(activation, signedIn.user)]);
  const asksNothing = prompt.proof === null && !prompt.credential;
  return activation.gateway.capabilities.hasOwnApp && asksNothing && left > 0 ? (
    <FirstActivationForm />
  ) : (
    <LinkButton href="/activations/new">{t(devicesNames.activate)}</LinkButton>
  );
}
