import { useRouter } from 'next/navigation';
import { useEffect, type ReactNode } from 'react';
import { OWN_WAY_BACK } from '@/components/site/activation-links/way-back-bar';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { TestLoginForm, type TestLoginAction } from '@/components/site/devices/test-login-form';
import { Mosaic } from '@/components/ui/mosaic';
import { MOSAIC_TILES, type Mosaic as MosaicBits } from '@/lib/shared/codes/mosaic';
import { activationNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/**
 * What the server knows of an activated device.
 * @property deviceName that it has by now; null for none
 * @property isDelayed whether it works later: then there is nothing to try
 * @property probation what it can do, and from when
 * @property ways the ways back for the day on which it is lost
 */
export type Afterwards = { deviceName: string | null; isDelayed: boolean; probation: ReactNode; ways: ReactNode };

/**
 * The end of a successful activation: what works, the ways back for the day on which the phone is lost, and a try-out.
 * @param signInAction ends an invited person's session, which reaches nothing else; null for any other
 */
export function DeviceActivated({
  deviceName,
  instanceId,
  mosaic,
  isTold,
  canTest,
  isReplacing,
  testLoginAction,
  signInAction,
  afterwards,
  wayBack,
}: {
  deviceName: string | null;
  instanceId: string | null;
  mosaic: MosaicBits | null;
  /** Whether the gateway has told that the device works. */
  isTold: boolean;
  /** Whether the gateway supports tests, and the person may make one. */
  canTest: boolean;
  /** Whether a test retires the device that this one replaces; null where it replaces none. */
  isReplacing: boolean | null;
  testLoginAction: TestLoginAction;
  signInAction: (() => Promise<void>) | null;
  /** Null until the server has been asked for it, which the end of the activation does. */
  afterwards: Afterwards | null;
  /** The page's first button where there is one. */
  wayBack: ReactNode;
}) {
  const router = useRouter();
  const isMissing = afterwards === null && signInAction === null;
  useEffect(() => {
    if (isMissing) router.refresh();
  }, [isMissing, router]);
  const isDelayed = afterwards?.isDelayed === true;
  const tests = canTest && instanceId !== null && isReplacing !== false && !isDelayed;
  const isDoneFirst = wayBack === null && !(tests && isReplacing);
  return (
    <div className="grid items-start gap-groups md:grid-cols-[15rem_minmax(0,40rem)] md:gap-x-16">
      <Mosaic bits={mosaic} placed={MOSAIC_TILES} className="size-40 md:size-60" />
      <div className="grid gap-groups">
        <div className="grid gap-facts">
          <p className="text-2xl font-semibold wrap-anywhere">
            {successWords(afterwards?.deviceName ?? deviceName, isTold && !isDelayed)}
          </p>
          {afterwards?.probation}
        </div>
        {tests && isReplacing && <TestLoginForm instanceId={instanceId} action={testLoginAction} />}
        {!isReplacing && afterwards?.ways}
        {tests && !isReplacing && <TestLoginForm instanceId={instanceId} isRow action={testLoginAction} />}
        {signInAction ? (
          <form action={signInAction} className="grid justify-items-start gap-3">
            <p>{t('Sign in to manage your devices.')}</p>
            <SubmitButton>{t('Sign in')}</SubmitButton>
          </form>
        ) : (
          <div className="flex flex-wrap gap-3">
            {wayBack !== null && <div {...OWN_WAY_BACK}>{wayBack}</div>}
            <LinkButton href="/" variant={isDoneFirst ? 'primary' : 'secondary'}>
              {t(activationNames.finish)}
            </LinkButton>
          </div>
        )}
      </div>
    </div>
  );
}

/** @param isTold whether the gateway has told that the device works */
function successWords(name: string | null, isTold: boolean): string | null {
  if (!isTold) return name;
  return name === null ? t('Your phone works.') : t('{name} works.', { name });
}
