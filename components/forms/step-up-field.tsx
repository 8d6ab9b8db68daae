import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_CREDENTIAL_LENGTH } from '@/lib/activation/start/activation-credentials';
import { proofNames } from '@/lib/names/sign-in-names';
import { t } from '@/lib/language/t';

/** The password, asked again for a sensitive action. */
export function StepUpField() {
  return (
    <TextField
      label={t(proofNames.password)}
      name="password"
      type="password"
      autoComplete="current-password"
      required
      maxLength={128}
      hint={t('You signed in a while ago, so please confirm that it is you.')}
    />
  );
}

/** What the gateway registers with. It shares the name of the step-up field, so that no form asks for both. */
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
