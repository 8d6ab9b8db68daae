import type { Metadata, Route } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { PhoneConfirmation } from '@/components/phone-sign-in/phone-confirmation';
import { AreaFooter } from '@/app/area-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { services } from '@/lib/composition/compose';
import { getVisitor } from '@/lib/web/sessions/signed-in';
import { proofNames, phoneSignInNames } from '@/lib/names/sign-in-names';
import { askConfirmationAction, cancelConfirmationAction, finishConfirmationAction } from './confirm-actions';
import { localPath } from '@/lib/web/local-path';
import { pathAfterSignIn, sendOn } from '../send-on';
import { PhoneSignInHere } from './phone-sign-in-here';
import {
  cancelPhoneSignInAction,
  sendPhoneSignInAction,
  startPhoneSignInAction,
  startSignInHereAction,
} from './actions';
import { t } from '@/lib/language/t';
import { refuseAsNotFound } from '@/lib/web/refuse-page';

export async function generateMetadata({ searchParams }: { searchParams: Promise<Asked> }): Promise<Metadata> {
  return {
    title: (await confirmsSession(await searchParams)) ? t(proofNames.confirmWithPhone) : t(phoneSignInNames.heading),
  };
}

type Asked = { next?: string | string[]; confirm?: string | string[] };

/** Whoever is signed in already comes to confirm with their phone what they are about to do. */
async function confirmsSession({ confirm }: Asked): Promise<boolean> {
  return confirm !== undefined && (await getVisitor()) !== null;
}

export default async function PhoneSignInPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const query = await searchParams;
  const next = localPath(query.next);
  const { phoneSignIn } = await services();
  if (!phoneSignIn) refuseAsNotFound();
  const { image, push, wantsPassword, timeLimitMs } = phoneSignIn.gateway.capabilities;
  const ways = { image, push, wantsPassword, timeLimitMs, isForAnyone: phoneSignIn.gateway.open !== null };
  const confirms = await confirmsSession(query);
  if (!confirms) await sendOn(next);
  return (
    <>
      <SiteHeader />
      <MainContent>
        {confirms ? (
          <PhoneConfirmation
            next={next}
            ways={ways}
            isTest={query.confirm === 'test'}
            purpose={next.startsWith('/activations/') ? 'bind-device' : 'step-up'}
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
            passwordPath={`/sign-in?next=${encodeURIComponent(next)}` as Route}
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
