import type { Metadata, Route } from 'next';
import { MainContent } from '@/components/site/layout/main-content';
import { PhoneConfirmation } from '@/components/site/phone-sign-in/phone-confirmation';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/site/layout/site-header';
import { services } from '@/lib/server/composition/compose';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';
import { proofNames, phoneSignInNames } from '@/lib/shared/names/sign-in-names';
import { askConfirmationAction, cancelConfirmationAction, finishConfirmationAction } from './confirm-actions';
import { localPath } from '@/lib/server/web/local-path';
import { pathAfterSignIn, sendOn } from '../send-on';
import { PhoneSignInHere } from './phone-sign-in-here';
import { ResponseHere } from './response-here';
import {
  cancelPhoneSignInAction,
  sendPhoneSignInAction,
  startPhoneSignInAction,
  startSignInHereAction,
} from './actions';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Asked> }): Promise<Metadata> {
  return {
    title: (await confirmsSession(await searchParams)) ? t(proofNames.confirmWithPhone) : t(phoneSignInNames.heading),
  };
}

type Asked = { next?: string | string[]; confirm?: string | string[]; way?: string | string[] };

/** Whoever is signed in already comes to confirm with their phone what they are about to do. */
async function confirmsSession({ confirm }: Asked): Promise<boolean> {
  return confirm !== undefined && (await getVisitor()) !== null;
}

export default async function PhoneSignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const query = await searchParams;
  const next = localPath(query.next);
  const { phoneSignIn } = await services();
  if (!phoneSignIn) refuseAsNotFound();
  const { image, push, wantsPassword, timeLimitMs, showsAsker, typedResponse } = phoneSignIn.gateway.capabilities;
  const confirms = await confirmsSession(query);
  if (!confirms) await sendOn(next);
  const pathOf = (more: Record<string, string>) =>
    `/sign-in/phone?${new URLSearchParams({ next, ...(confirms && { confirm: '1' }), ...more }).toString()}` as Route;
  const passwordPath = `/sign-in?next=${encodeURIComponent(next)}` as Route;
  const hasResponse = typedResponse === true;
  const asksPhones = image === true || push === true;
  const ways = {
    image,
    push,
    wantsPassword,
    showsAsker,
    timeLimitMs,
    isForAnyone: phoneSignIn.gateway.open !== null,
    responsePath: hasResponse ? pathOf({ way: 'response' }) : null,
  };
  const purpose = next.startsWith('/activations/') ? 'bind-device' : 'step-up';
  if (hasResponse && (query.way === 'response' || !asksPhones))
    return (
      <>
        <SiteHeader />
        <MainContent>
          <ResponseHere
            about={confirms ? 'confirmation' : 'sign-in'}
            purpose={purpose}
            next={confirms ? next : pathAfterSignIn(next)}
            backPath={asksPhones ? pathOf({}) : confirms ? next : passwordPath}
            timeLimitMs={timeLimitMs}
          />
        </MainContent>
        <AreaFooter />
      </>
    );
  return (
    <>
      <SiteHeader />
      <MainContent>
        {confirms ? (
          <PhoneConfirmation
            next={next}
            ways={ways}
            isTest={query.confirm === 'test'}
            purpose={purpose}
            actions={{
              ask: askConfirmationAction,
              finish: finishConfirmationAction,
              cancel: cancelConfirmationAction,
            }}
          />
        ) : (
          <PhoneSignInHere
            next={pathAfterSignIn(next)}
            ways={ways}
            passwordPath={passwordPath}
            actions={{
              start: startPhoneSignInAction,
              startHere: startSignInHereAction,
              send: sendPhoneSignInAction,
              cancel: cancelPhoneSignInAction,
            }}
          />
        )}
      </MainContent>
      <AreaFooter />
    </>
  );
}
