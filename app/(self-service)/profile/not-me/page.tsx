import type { Metadata } from 'next';
import { Link } from '@/components/ui/buttons/link';
import { DeviceState } from '@/components/site/devices/device-facts';
import { PHONE_OFF_WORDS } from '@/components/site/phone-sign-in/off-ways';
import { refusalWords } from '@/components/site/forms/refusal-words';
import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { getSignedIn } from '@/lib/server/web/sessions/signed-in';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { profileNames } from '@/lib/shared/names/profile-names';
import { FreezeEverything } from '../freeze-everything';
import { SignOutEverywhere } from '../sign-out-everywhere';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('It wasn’t me') });

/** For somebody who sees something in their activity that they did not do: what shuts a stranger out, in order. */
export default async function NotMePage() {
  const signedIn = await getSignedIn();
  if (!signedIn) return <SignedOut />;
  const { accounts, devices: authenticators, organisation, phoneSignIn } = await services();
  const { contact } = organisation.live.look();
  const notMe = phoneSignIn?.gateway.capabilities.notMe;
  const canLock = authenticators.directory.capabilities.lock === true;
  const devices = may(signedIn, 'authenticator:view')
    ? await withGatewayFallback([], () => authenticators.directory.list(signedIn.user))
    : [];
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Didn’t do this? Secure your account:')}>{t('It wasn’t me')}</PageHeading>
      <div className="grid gap-6">
        {phoneSignIn && notMe !== undefined && notMe !== true && (
          <Card>
            <h2 className="mb-2 text-xl font-semibold">{t('A request on your phone that you didn’t make')}</h2>
            <p>{t('Decline it there: then nobody is signed in and nothing is confirmed.')}</p>
            <p className="mt-2">
              {t(
                'Saying there that it wasn’t you is off, because {cause}. Instead, sign out everywhere below: that ends the session that asked.',
                { cause: t(PHONE_OFF_WORDS[notMe]) },
              )}
            </p>
          </Card>
        )}
        {devices.length > 0 && (
          <Card>
            <h2 className="mb-2 text-xl font-semibold">
              {t(canLock ? 'Lock devices you don’t recognise' : 'Remove devices you don’t recognise')}
            </h2>
            <p className="mb-4 text-ink-soft">
              {t(canLock ? 'Open the device, then lock or remove it.' : 'Open the device, then remove it.')}
            </p>
            <ul className="divide-y divide-line">
              {devices.map(({ instanceId, name, state }) => (
                <li key={instanceId} className="flex min-h-11 flex-wrap items-center justify-between gap-3 py-2">
                  <Link
                    href={`/authenticators/${encodeURIComponent(instanceId)}`}
                    className="min-w-0 font-semibold wrap-anywhere text-accent underline underline-offset-4"
                  >
                    {name}
                  </Link>
                  <DeviceState state={state} />
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card>
          <h2 className="mb-2 text-xl font-semibold">{t('Change your password')}</h2>
          {(accounts.users.changesPasswords ?? accounts.gatewayPasswords) ? (
            <>
              <p className="mb-5 text-ink-soft">{t('This also signs you out everywhere else.')}</p>
              <LinkButton href="/profile#password">{t(profileNames.changePassword)}</LinkButton>
            </>
          ) : (
            <p className="text-ink-soft">{refusalWords('changed-elsewhere')}</p>
          )}
        </Card>
        <Card>
          <h2 className="mb-4 text-xl font-semibold">{t(profileNames.signOutEverywhere)}</h2>
          <SignOutEverywhere hasOthers />
        </Card>
        <Card>
          <FreezeEverything />
        </Card>
        <Card>
          <h2 className="mb-2 text-xl font-semibold">{t('Tell the helpdesk')}</h2>
          <p>{t('They can find out what happened. Give them the time shown in your activity.')}</p>
          {contact && (
            <p className="mt-2">
              <HelpdeskContactLine contact={contact} />
            </p>
          )}
        </Card>
      </div>
    </MainContent>
  );
}

/** Mails lead here, and what they tell of may have closed the sign-in: a stranger may have changed the password. */
async function SignedOut() {
  const { contact } = (await services()).organisation.live.look();
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Sign in, and we show you how to secure your account.')}>{t('It wasn’t me')}</PageHeading>
      <div className="grid justify-items-start gap-6">
        <LinkButton href="/sign-in?next=/profile/not-me" variant="primary">
          {t('Go to sign-in')}
        </LinkButton>
        <p>
          {t('Can’t sign in any more? Lock your phones or freeze everything with your password or a code by email.')}
        </p>
        <LinkButton href="/lost-phone">{t(lostPhoneNames.heading)}</LinkButton>
        {contact && (
          <p>
            <HelpdeskContactLine contact={contact} />
          </p>
        )}
      </div>
    </MainContent>
  );
}
