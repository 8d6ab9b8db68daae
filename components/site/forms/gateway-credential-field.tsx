import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_CREDENTIAL_LENGTH } from '@/lib/activation/start/activation-credentials';
import { proofNames } from '@/lib/shared/names/sign-in-names';
import { t } from '@/lib/shared/language/t';

/** What the gateway registers with. It shares the name of the password that confirms who somebody is, so that no form asks for both. */
export function GatewayCredentialField() {
  return (
    <TextField
      label={t(proofNames.credential)}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={MAXIMUM_CREDENTIAL_LENGTH}
      hint={t('The activation service checks it. A device that you have activated before shows one-time passwords.')}
    />
  );
}
