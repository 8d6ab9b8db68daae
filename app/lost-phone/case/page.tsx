import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CallHelpdesk } from '@/components/site/recovery/lost-phone/call-helpdesk';
import { FreezeInstead, LockChoices } from '@/components/site/recovery/lost-phone/lock-choices';
import { WaysBackList } from '@/components/site/recovery/lost-phone/ways-back-list';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { readHoldings } from '@/lib/accounts/ways-back/holdings';
import { waysTo, type OpenWay } from '@/lib/accounts/ways-back/ways-back';
import type { Services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import type { OpenCase } from '@/lib/helpdesk/safety/cases/safety-case';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { freezeLostPhoneAction, leaveCaseAction, lockLostPhoneAction } from '../actions';
import { CasePage, findOwnCase, NoCase } from './held-case-page';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.heading) });

/** What is locked, the ways back, and whom to call: for the browser that has proved who it is, for an hour. */
export default async function LostPhoneCasePage() {
  const { app, held } = await findOwnCase();
  if (!held) return <NoCase />;
  if (held.isFrozen) redirect('/frozen');
  const { opened, devices, canLock } = held;
  const active = canLock === true ? (devices ?? []).filter(({ state }) => state === 'active') : [];
  const isLocked = opened.locked.length > 0;
  return (
    <CasePage {...words(opened, active.length)}>
      {devices === null && (
        <Notice tone="warning" title={t('Your phones can’t be reached right now')}>
          <p>{t('Freeze everything, which works at once, or call the helpdesk.')}</p>
        </Notice>
      )}
      {canLock !== true && (
        <Notice tone="warning" title={t('A single phone can’t be locked here')}>
          <p>{t('Freeze everything, or call the helpdesk.')}</p>
        </Notice>
      )}
      {active.length > 0 && (
        <section aria-labelledby="active">
          {isLocked && (
            <h2 id="active" className="mb-2 text-lg font-semibold">
              {t('Lost another one, too?')}
            </h2>
          )}
          <LockChoices
            devices={active.map(({ instanceId, name }) => ({ instanceId, name }))}
            isFirst={!isLocked}
            action={lockLostPhoneAction}
          />
        </section>
      )}
      <WaysBackList ways={await readWaysBack(app, opened)} />
      <CallHelpdesk reference={opened.reference} contact={app.organisation.live.look().contact} />
      <section aria-labelledby="freeze">
        <h2 id="freeze" className="mb-2 text-lg font-semibold">
          {t('Don’t know what else somebody has?')}
        </h2>
        <p className="mb-3 text-ink-soft">
          {t(
            canLock === true
              ? 'A passkey, or your email, may be on the phone as well. A freeze locks everything until the helpdesk has checked that it’s you.'
              : 'A passkey, or your email, may be on the phone as well. A freeze removes all your phones, and nobody can sign in until the helpdesk has checked that it’s you.',
          )}
        </p>
        <FreezeInstead action={freezeLostPhoneAction} />
      </section>
      <form action={leaveCaseAction}>
        <Button type="submit" variant="quiet">
          {t(lostPhoneNames.done)}
        </Button>
      </form>
    </CasePage>
  );
}

function words({ locked }: OpenCase, active: number): { heading: string; lead: string } {
  const [first, ...others] = locked;
  if (first) {
    return {
      heading: others.length > 0 ? t('Your phones are locked') : t('{device} is locked', { device: first.name }),
      lead: t('Nobody can sign in with it. You’re signed out everywhere, and the helpdesk knows.'),
    };
  }
  const lead = t('You’re signed out everywhere, and the helpdesk knows.');
  return { heading: active > 0 ? t(lostPhoneNames.which) : t('No phone to lock'), lead };
}

/** How this account would get a new phone, with what is left. A gateway that fails leaves the helpdesk. */
async function readWaysBack({ proofs, phoneSignIn }: Services, { userId, domain }: OpenCase): Promise<OpenWay[]> {
  const user = await proofs.users.find(userId, domain);
  const held = user && (await withGatewayFallback(null, () => readHoldings(proofs, user, phoneSignIn !== null)));
  if (!held) return [];
  const isEnrolled = held.devices.length > 0 || held.passkeys.length > 0;
  return waysTo('bind-device', held, { level: proofs.staff.level, isEnrolled, now: proofs.clock.now() });
}
