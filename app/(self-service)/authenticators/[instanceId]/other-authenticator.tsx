import { ArrowLeft } from 'lucide-react';
import { cannotWords, KIND_WORDS } from '@/components/site/devices/ability-words';
import { ChallengeTest } from '@/components/site/devices/hardware/challenge-test';
import { ClockForm } from '@/components/site/devices/hardware/clock-form';
import { DevicePicture, DeviceState, MomentOr } from '@/components/site/devices/device-facts';
import { TestLoginForm } from '@/components/site/devices/test-login-form';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { ActionList, ActionRow } from '@/components/ui/lists/action-list';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { PageHeading } from '@/components/ui/page-heading';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { services } from '@/lib/server/composition/compose';
import { abilitiesOf, isLimited, type Abilities } from '@/lib/devices/abilities';
import type { OtherAuthenticator } from '@/lib/devices/authenticator-directory';
import { t, type Message } from '@/lib/shared/language/t';
import { areaNames } from '@/lib/shared/names/area-names';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { testLoginAction } from './actions';
import { answerChallengeAction, repairClockAction, requestChallengeAction } from './hardware-actions';
import { RenameRow } from './device-actions';

const LEADS = {
  hardware: 'A device of its own, whose codes you type when you sign in.',
  virtual: 'Your organisation sends you its codes by message when you sign in.',
} as const satisfies Record<OtherAuthenticator['kind'], Message>;

/** The page of an authenticator that is no app on a phone. */
export async function OtherAuthenticatorPage({ signedIn, other }: { signedIn: SignedIn; other: OtherAuthenticator }) {
  const { directory } = (await services()).devices;
  const { instanceId, kind, name, state, assignedAt, answersChallenges } = other;
  const abilities = abilitiesOf(kind, directory);
  const isLocked = state === 'locked';
  return (
    <MainContent>
      <BackToDevices />
      <PageHeading
        badge={<DeviceState state={state} />}
        lead={isLocked ? t('Your account is locked, and all of your authenticators with it.') : t(LEADS[kind])}
      >
        {name}
      </PageHeading>
      <div className="page-columns gap-y-groups">
        <div id="test" className="grid min-w-0 gap-groups">
          {!isLocked && abilities.test === true && !answersChallenges && (
            <div className="max-w-form">
              <TestLoginForm key={name} instanceId={instanceId} action={testLoginAction} isHardware />
            </div>
          )}
          {!isLocked && abilities.test === true && answersChallenges && (
            <ChallengeTest instanceId={instanceId} ask={requestChallengeAction} answer={answerChallengeAction} />
          )}
          {!isLocked && abilities.clock === true && !answersChallenges && (
            <ClockForm instanceId={instanceId} action={repairClockAction} />
          )}
          <section aria-labelledby="manage-device" className="border-t border-line pt-groups">
            <h2 id="manage-device" className="mb-5 text-xl font-semibold">
              {t('Manage this device')}
            </h2>
            <ActionList label={t('Actions')}>
              {abilities.rename === true && (
                <RenameRow
                  instanceId={instanceId}
                  name={name}
                  proof={await askBeforehand(signedIn, { action: 'rename-device' })}
                />
              )}
              {abilities.pin === true && (
                <ActionRow title={t('PIN')} text={t('The PIN in front of its codes, where you have one.')}>
                  <LinkButton href="/profile#server-pin" variant="secondary">
                    {t('Change PIN')}
                  </LinkButton>
                </ActionRow>
              )}
            </ActionList>
          </section>
          <NotPossibleHere abilities={abilities} />
        </div>
        <aside aria-label={t('Details')} className="max-lg:-order-1 lg:border-l lg:border-line lg:pl-groups">
          <DevicePicture kind={kind} className="mb-6 hidden h-32 w-28 lg:block" />
          <DescriptionList
            items={[
              { term: t('Kind'), description: t(KIND_WORDS[kind]) },
              { term: t('Assigned'), description: <MomentOr at={assignedAt} /> },
              { term: t('Serial number'), description: <span className="font-mono text-sm">{instanceId}</span> },
            ]}
          />
        </aside>
      </div>
    </MainContent>
  );
}

/** Nothing where the activation service can do all that one could want of the authenticator. */
export function NotPossibleHere({ abilities }: { abilities: Abilities }) {
  if (!isLimited(abilities)) return null;
  return (
    <section aria-labelledby="cannot" className="border-t border-line pt-groups">
      <h2 id="cannot" className="mb-5 text-xl font-semibold">
        {t('Not possible here')}
      </h2>
      <DescriptionList items={cannotWords(abilities)} />
    </section>
  );
}

export function BackToDevices() {
  return (
    <div className="mb-2 -ml-3">
      <LinkButton href="/" variant="quiet">
        <ArrowLeft aria-hidden="true" className="size-5" />
        {t(areaNames.yourDevices)}
      </LinkButton>
    </div>
  );
}
