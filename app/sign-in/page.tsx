import { MessageSquareText, Smartphone } from 'lucide-react';
import type { Metadata } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteFooter } from '@/components/site/layout/site-footer';
import { WhoHelps } from '@/components/site/layout/helpdesk-contact';
import { SiteHeader } from '@/components/site/layout/site-header';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services, type Services } from '@/lib/server/composition/compose';
import { Notice } from '@/components/ui/notice';
import { PasskeySignIn } from './passkey-sign-in';
import { MINUTE } from '@/lib/shared/time/duration';
import { getSignedIn, isSessionLeftIdle } from '@/lib/server/web/sessions/signed-in';
import { PHONE_OFF_WORDS } from '@/components/site/phone-sign-in/off-ways';
import { ProviderButton } from '@/components/site/forms/provider-button';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { registerNames, signInNames } from '@/lib/shared/names/sign-in-names';
import { providerProblem } from './provider-problem';
import { localPath } from '@/lib/server/web/local-path';
import { pathAfterSignIn, sendOn } from './send-on';
import { SignInForm } from './sign-in-form';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Sign in') });

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; error?: string | string[]; unlock?: string | string[] }>;
}) {
  const query = await searchParams;
  const next = localPath(query.next);
  const { phoneSignIn, accounts, organisation, config, selfRegistration } = await services();
  const { name, contact } = organisation.live.look();
  const { relyingParty } = accounts.passkeys;
  const provider = accounts.identityProvider.settings;
  const problem = provider && providerProblem(query.error, provider.name);
  // Whoever confirmed with the provider in vain is signed in, and reads why before going on.
  const isSignedIn = problem !== null && (await getSignedIn()) !== null;
  if (!isSignedIn) await sendOn(next);
  return (
    <>
      <SiteHeader />
      <MainContent>
        <div className="page-columns">
          <div className="grid max-w-form gap-groups">
            <div>
              <PageHeading lead={t('Activate your authenticator and manage your devices.')}>{t('Sign in')}</PageHeading>
              {(await isSessionLeftIdle()) && (
                <div className="mb-6">
                  <Notice tone="info">
                    {t(
                      'You were signed out after {count, plural, one {a minute} other {# minutes}} without activity.',
                      { count: Math.round(accounts.settings.staffIdleMs / MINUTE) },
                    )}
                  </Notice>
                </div>
              )}
              {problem !== null && (
                <div className="mb-6">
                  <Notice tone="error" role="alert">
                    {problem}
                  </Notice>
                </div>
              )}
              {isSignedIn ? (
                <LinkButton href={next}>{t('Go back')}</LinkButton>
              ) : (
                <SignInForm
                  next={pathAfterSignIn(next)}
                  hasPhoneWay={phoneSignIn !== null}
                  unlocks={unlocksOf(config)}
                  isUnlocking={query.unlock !== undefined}
                />
              )}
            </div>
            {provider && (
              <div className="grid justify-items-start gap-facts border-t border-line pt-groups">
                <p className="text-ink-soft">
                  {isSignedIn
                    ? t('Or confirm there again.')
                    : t('Have an account at {provider}? Signing out here does not end your session there.', {
                        provider: provider.name,
                      })}
                </p>
                {/* Without the words "Sign in", by which test suites find the password form's button. */}
                <ProviderButton next={pathAfterSignIn(next)} isFresh={problem !== null}>
                  {t(signInNames.continueWith, { provider: provider.name })}
                </ProviderButton>
              </div>
            )}
            {!isSignedIn && !phoneSignIn && (
              <p className="text-ink-soft">
                {t('Signing in with your phone: off, because {cause}.', {
                  cause: t(PHONE_OFF_WORDS['not-switched-on']),
                })}
              </p>
            )}
            {!isSignedIn && (phoneSignIn || relyingParty || accounts.virtualAuthenticator) && (
              <div className="flex flex-wrap items-start gap-facts border-t border-line pt-groups">
                {phoneSignIn && (
                  // A link: the page's one sign-in button keeps the name that test suites look for.
                  <LinkButton href={`/sign-in/phone?next=${encodeURIComponent(next)}`} variant="secondary">
                    <Smartphone aria-hidden="true" className="size-5" />
                    {t(signInNames.withPhone)}
                  </LinkButton>
                )}
                {accounts.virtualAuthenticator && (
                  <LinkButton href={`/sign-in/one-time-password?next=${encodeURIComponent(next)}`} variant="secondary">
                    <MessageSquareText aria-hidden="true" className="size-5" />
                    {t(signInNames.sendOneTimePassword)}
                  </LinkButton>
                )}
                {relyingParty && <PasskeySignIn next={pathAfterSignIn(next)} origin={relyingParty.origin} />}
              </div>
            )}
          </div>
          <WhoHelps organisation={name} contact={contact}>
            {selfRegistration.selfRegistration && (
              <LinkButton href="/sign-in/register" variant="secondary">
                {t(registerNames.open)}
              </LinkButton>
            )}
            <LinkButton href="/lost-phone" variant="secondary">
              {t(lostPhoneNames.heading)}
            </LinkButton>
          </WhoHelps>
        </div>
      </MainContent>
      <SiteFooter />
    </>
  );
}

function unlocksOf({ gateway }: Services['config']): 'by-login' | 'by-helpdesk' | null {
  if (gateway.kind !== 'onespan-server') return null;
  return gateway.unlocksByLogin ? 'by-login' : 'by-helpdesk';
}
