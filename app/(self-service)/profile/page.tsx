import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActivityTimeline } from '@/components/audit/activity-timeline';
import { refusalWords } from '@/components/forms/refusal-words';
import { MainContent } from '@/components/layout/main-content';
import { RecoveryCard } from '@/components/recovery/if-you-lose-your-phone';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { PageHeading } from '@/components/ui/page-heading';
import { PASSKEYS_WITHOUT_PASSWORD } from '@/lib/accounts/passkeys/turn-password-off';
import { listOwnSessions } from '@/lib/accounts/sessions/own-sessions';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/composition/compose';
import { requestTrace } from '@/lib/web/actions/request-trace';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { knownRecoveryCode } from '@/lib/web/known-recovery-code';
import { getSignedIn } from '@/lib/web/sessions/signed-in';
import { contactNames, profileNames } from '@/lib/names/profile-names';
import { areaNames } from '@/lib/names/area-names';
import { readActivity, shownLines, type ActivitySearch } from '../read-activity';
import { AddressesForm } from './addresses-form';
import { NumbersForm } from './numbers-form';
import { ChangePasswordForm } from './change-password-form';
import { Passkeys } from './passkeys/passkeys';
import { TurnPasswordOff, TurnPasswordOn } from './passkeys/password-off';
import { OpenSessions } from './open-sessions';
import { TimeZoneForm } from './time-zone-form';
import { FreezeEverything } from './freeze-everything';
import { SignOutEverywhere } from './sign-out-everywhere';
import { browserInWords } from '@/lib/language/browser-in-words';
import { t } from '@/lib/language/t';

export const generateMetadata = (): Metadata => ({ title: t(areaNames.profile) });

const RECENT = 12;

export default async function ProfilePage({ searchParams }: { searchParams: Promise<ActivitySearch> }) {
  // Requires no permission: users who lack one for another page are redirected here.
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in?next=/profile');
  const { user } = signedIn;
  const { accounts, administration, devices: authenticators, config, helpdesk } = await services();
  const { store, relyingParty } = accounts.passkeys;
  const passkeys = await store.list(user);
  const isPasswordOff = (await accounts.users.changesPasswords?.isOff(user)) ?? false;
  const devices = may(signedIn, 'authenticator:view')
    ? await withGatewayFallback([], () => authenticators.directory.list(user))
    : [];
  const recovery = may(signedIn, 'authenticator:change') ? await knownRecoveryCode(user) : undefined;
  const { events, more } = await readActivity(user, shownLines(await searchParams, RECENT), devices);
  return (
    <MainContent>
      <PageHeading>{t(areaNames.profile)}</PageHeading>
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <div className="grid min-w-0 gap-6">
          <Card>
            <DescriptionList
              items={[
                { term: t('Name'), description: user.displayName },
                { term: t('User ID'), description: user.userId },
                { term: t('Domain'), description: user.domain },
              ]}
            />
          </Card>
          <div id="password">
            <Card>
              <h2 className="mb-4 text-xl font-semibold">
                {isPasswordOff ? t('Password') : t(profileNames.changePassword)}
              </h2>
              <div className="max-w-form">
                {!accounts.users.changesPasswords ? (
                  <p>{refusalWords('changed-elsewhere')}</p>
                ) : isPasswordOff ? (
                  <TurnPasswordOn userId={user.userId} />
                ) : (
                  <>
                    <ChangePasswordForm userId={user.userId} />
                    {passkeys.length >= PASSKEYS_WITHOUT_PASSWORD && <TurnPasswordOff />}
                  </>
                )}
              </div>
            </Card>
          </div>
          <div id="passkeys">
            <Card>
              <Passkeys
                passkeys={passkeys}
                relyingParty={relyingParty}
                browser={browserInWords((await requestTrace()).browser)}
              />
            </Card>
          </div>
          <div id="addresses">
            <Card>
              <h2 className="mb-2 text-xl font-semibold">{t('Email addresses')}</h2>
              {administration ? (
                <div className="max-w-form">
                  <p className="mb-5 text-ink-soft">
                    {t(
                      'We tell them what happens to your account. For a week after a change, an email to them does not confirm that it’s you.',
                    )}
                  </p>
                  <AddressesForm user={user} />
                </div>
              ) : (
                <p>{refusalWords('addresses-changed-elsewhere')}</p>
              )}
            </Card>
          </div>
          <div id="numbers">
            <Card>
              <h2 className="mb-2 text-xl font-semibold">{t(contactNames.phoneNumbers)}</h2>
              {administration ? (
                <div className="max-w-form">
                  <p className="mb-5 text-ink-soft">
                    {t(
                      'When you call the helpdesk, it makes sure that it’s you by calling back on one of these. A new one counts in a week.',
                    )}
                  </p>
                  <NumbersForm contacts={await administration.contacts.contactsOf(user)} />
                </div>
              ) : (
                <p>{refusalWords('numbers-changed-elsewhere')}</p>
              )}
            </Card>
          </div>
          <Card>
            <h2 className="mb-4 text-xl font-semibold">{t('Times in emails and letters')}</h2>
            {accounts.users.keepsTimeZones ? (
              <div className="max-w-form">
                <TimeZoneForm chosen={user.timeZone} sites={config.timeZone} />
              </div>
            ) : (
              <p>
                {t(
                  'Emails and letters tell times in the site’s zone, {zone}. Your organisation’s directory cannot keep another one for you.',
                  { zone: config.timeZone },
                )}
              </p>
            )}
          </Card>
          {recovery !== undefined && (
            <Card>
              <RecoveryCard code={recovery} />
            </Card>
          )}
          <Card>
            <OpenSessions sessions={await listOwnSessions({ ...helpdesk, settings: accounts.settings }, signedIn)} />
          </Card>
          <Card>
            <SignOutEverywhere />
          </Card>
          <Card>
            <FreezeEverything />
          </Card>
        </div>
        <ActivityTimeline events={events} more={more ? `/profile?activity=${more}` : undefined} />
      </div>
    </MainContent>
  );
}
