import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { refusalWords } from '@/components/site/forms/refusal-words';
import { MainContent } from '@/components/site/layout/main-content';
import { NAVIGATION_ITEM } from '@/components/site/layout/navigation-classes';
import { WaysBack } from '@/components/site/recovery/ways-back';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { PASSKEYS_WITHOUT_PASSWORD } from '@/lib/accounts/passkeys/turn-password-off';
import { listOwnSessions } from '@/lib/accounts/sessions/own-sessions';
import { may } from '@/lib/accounts/users/permission';
import { services, type Services } from '@/lib/server/composition/compose';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { requestTrace } from '@/lib/server/web/actions/request-trace';
import { knownRecoveryCode } from '@/lib/server/web/known-recovery-code';
import { readWaysBack } from '@/lib/server/web/read-ways-back';
import { getSignedIn } from '@/lib/server/web/sessions/signed-in';
import { contactNames, passkeysNames, profileNames } from '@/lib/shared/names/profile-names';
import { areaNames } from '@/lib/shared/names/area-names';
import { AddressesForm } from './addresses-form';
import { NumbersForm } from './numbers-form';
import { ChangeGatewayPasswordForm, ChangePasswordForm } from './change-password-form';
import { ChangePinForm } from './change-pin-form';
import { SynchronisePasswordForm } from './synchronise-password-form';
import { Passkeys } from './passkeys/passkeys';
import { TurnPasswordOff, TurnPasswordOn } from './passkeys/password-off';
import { OpenSessions } from './open-sessions';
import { LanguageForm } from './language-form';
import { TimeZoneForm } from './time-zone-form';
import { FreezeEverything } from './freeze-everything';
import { browserInWords } from '@/lib/shared/language/browser-in-words';
import { t, type Message } from '@/lib/shared/language/t';
import { ProfileGroup, ProfilePart } from './profile-part';

export const generateMetadata = (): Metadata => ({ title: t(areaNames.profile) });

export default async function ProfilePage() {
  // Requires no permission: users who lack one for another page are redirected here.
  const signedIn = await getSignedIn();
  if (!signedIn) redirect('/sign-in?next=/profile');
  const { user } = signedIn;
  const { accounts, administration, config, helpdesk } = await services();
  const { store, relyingParty } = accounts.passkeys;
  const passkeys = await store.list(user);
  const isPasswordOff = (await accounts.users.changesPasswords?.isOff(user)) ?? false;
  const recovery = may(signedIn, 'authenticator:change') ? await knownRecoveryCode(user) : undefined;
  const proofs = await promptsOf(signedIn);
  const waysBack = may(signedIn, 'authenticator:change') ? await readWaysBack(signedIn) : null;
  return (
    <MainContent>
      <PageHeading>{t(areaNames.profile)}</PageHeading>
      <nav aria-label={t(profileNames.parts)} className="-mx-3 -mt-5 flex flex-wrap">
        {PARTS.map(([id, name]) => (
          <a key={id} href={`#${id}`} className={NAVIGATION_ITEM}>
            {t(name)}
          </a>
        ))}
      </nav>
      <ProfilePart id="you" title={t('You')}>
        <ProfileGroup title={t('Name')}>
          <p className="font-semibold wrap-anywhere">{user.displayName}</p>
          <p className="wrap-anywhere text-ink-soft">{user.userId}</p>
        </ProfileGroup>
        {administration && (
          <ProfileGroup title={t('Language')}>
            <LanguageForm chosen={user.language} />
          </ProfileGroup>
        )}
        <ProfileGroup
          title={t('Times in emails and letters')}
          lead={
            !accounts.users.keepsTimeZones &&
            t(
              'Emails and letters tell times in the site’s zone, {zone}. Your organisation’s directory cannot keep another one for you.',
              { zone: config.timeZone },
            )
          }
        >
          {accounts.users.keepsTimeZones && <TimeZoneForm zone={user.timeZone ?? config.timeZone} />}
        </ProfileGroup>
      </ProfilePart>
      <ProfilePart id="ways" title={t('Ways to sign in and back')}>
        <ProfileGroup
          id="password"
          title={isPasswordOff ? t('Password') : t(profileNames.changePassword)}
          lead={passwordLead(accounts)}
        >
          {accounts.users.changesPasswords &&
            (isPasswordOff ? (
              <TurnPasswordOn userId={user.userId} proof={proofs.passwordOn} />
            ) : (
              <>
                <ChangePasswordForm userId={user.userId} />
                {passkeys.length >= PASSKEYS_WITHOUT_PASSWORD && <TurnPasswordOff proof={proofs.passwordOff} />}
              </>
            ))}
          {accounts.gatewayPasswords && (
            <ChangeGatewayPasswordForm userId={user.userId} proof={proofs.gatewayPassword} />
          )}
        </ProfileGroup>
        {config.gateway.kind === 'onespan-server' && (
          <ProfileGroup
            id="password-sync"
            title={t(profileNames.passwordSync)}
            lead={
              accounts.passwordSync
                ? t(
                    'If you changed your password in your organisation’s directory, this site may still want the old one. Enter the new one, with a one-time password of your device.',
                  )
                : t(
                    'If you changed your password in your organisation’s directory, sign in here with the new one. If that doesn’t work, ask the helpdesk.',
                  )
            }
          >
            {accounts.passwordSync && <SynchronisePasswordForm userId={user.userId} proof={proofs.passwordSync} />}
          </ProfileGroup>
        )}
        {config.gateway.kind === 'onespan-server' && (
          <ProfileGroup
            id="server-pin"
            title={t(profileNames.serverPin)}
            lead={
              accounts.gatewayPins
                ? t(
                    'Your organisation’s authentication server may want it in front of a one-time password. A PIN that your phone’s app asks for is another one: change that in the app.',
                  )
                : t('Your organisation doesn’t have server PINs changed here. If you use one, ask the helpdesk.')
            }
          >
            {accounts.gatewayPins && <ChangePinForm proof={proofs.pin} />}
          </ProfileGroup>
        )}
        <ProfileGroup
          id="passkeys"
          title={t(passkeysNames.passkeys)}
          lead={t(
            'Sign in with your fingerprint, face or screen lock, or with a security key. A passkey works only here, so it can’t be phished.',
          )}
        >
          <Passkeys
            passkeys={passkeys}
            relyingParty={relyingParty}
            browser={browserInWords((await requestTrace()).browser)}
            proofs={{ add: proofs.addPasskey, remove: proofs.removePasskey }}
          />
        </ProfileGroup>
        {waysBack && (waysBack.isEnrolled || recovery) && (
          <ProfileGroup id="ways-back" title={t('If you lose your phone')}>
            <WaysBack
              waysBack={waysBack}
              note={
                recovery && (
                  <div>
                    <LinkButton href="/profile/recovery-code" variant="secondary">
                      {t('Replace or delete your code')}
                    </LinkButton>
                  </div>
                )
              }
            />
          </ProfileGroup>
        )}
        <ProfileGroup
          id="numbers"
          title={t(contactNames.phoneNumbers)}
          lead={
            administration
              ? t(
                  'When you call the helpdesk, it makes sure that it’s you by calling back on one of these. A new one counts in a week.',
                )
              : refusalWords('numbers-changed-elsewhere')
          }
        >
          {administration && (
            <NumbersForm contacts={await administration.contacts.contactsOf(user)} proof={proofs.address} />
          )}
        </ProfileGroup>
      </ProfilePart>
      <ProfilePart id="alerts" title={t('Alerts and sessions')}>
        <ProfileGroup
          id="addresses"
          title={t('Email addresses')}
          lead={
            administration
              ? t('We send security alerts here. New addresses can’t be used to prove it’s you for 7 days.')
              : refusalWords('addresses-changed-elsewhere')
          }
        >
          {administration && <AddressesForm user={user} proof={proofs.address} />}
        </ProfileGroup>
        <ProfileGroup
          id="sessions"
          title={t(profileNames.sessions)}
          lead={t('Don’t recognise one? End it, then change your password.')}
        >
          <OpenSessions sessions={await listOwnSessions({ ...helpdesk, settings: accounts.settings }, signedIn)} />
        </ProfileGroup>
        <div id="freeze" className="max-w-prose scroll-mt-6 py-groups">
          <FreezeEverything />
        </div>
      </ProfilePart>
    </MainContent>
  );
}

const PARTS = [
  ['you', 'You'],
  ['ways', 'Ways to sign in and back'],
  ['alerts', 'Alerts and sessions'],
] as const satisfies readonly (readonly [id: string, name: Message])[];

/** Whose password it is; nothing of one that this site keeps. */
function passwordLead({ users, gatewayPasswords }: Services['accounts']) {
  if (users.changesPasswords) return null;
  if (!gatewayPasswords) return refusalWords('changed-elsewhere');
  return gatewayPasswords.keptBy === 'directory'
    ? t('It is your organisation’s password: once changed here, use the new one everywhere you sign in with it.')
    : t(
        'It is kept by your organisation’s authentication server. Once changed, use the new one here and wherever else that server asks for it.',
      );
}

/** What each form of the page asks for. */
async function promptsOf(signedIn: SignedIn) {
  const { accounts } = await services();
  const [address, addPasskey, removePasskey, passwordOff, passwordOn, gatewayPassword, passwordSync, pin] =
    await Promise.all([
      askBeforehand(signedIn, { action: 'change-address' }),
      askBeforehand(signedIn, { action: 'add-passkey' }),
      askBeforehand(signedIn, { action: 'remove-passkey' }),
      askBeforehand(signedIn, { action: 'turn-password-off' }),
      askBeforehand(signedIn, { action: 'turn-password-on' }),
      accounts.gatewayPasswords && askBeforehand(signedIn, { action: 'change-gateway-password', given: ['password'] }),
      accounts.passwordSync &&
        askBeforehand(signedIn, { action: 'sync-gateway-password', given: ['one-time-password'] }),
      accounts.gatewayPins && askBeforehand(signedIn, { action: 'change-gateway-pin', given: ['one-time-password'] }),
    ]);
  return { address, addPasskey, removePasskey, passwordOff, passwordOn, gatewayPassword, passwordSync, pin };
}
