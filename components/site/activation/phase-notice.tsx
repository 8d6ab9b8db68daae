import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import type { ActivationPhase } from './following/follow-activation';
import type { ActivationState } from '@/lib/activation/activation';
import type { ActivationStatus } from '@/lib/activation/activation-status';
import { activationNames } from '@/lib/shared/names/activation-names';
import { ENDED_TITLES, isEndedState } from './ended/ended-state';
import { t } from '@/lib/shared/language/t';

/** Warns when the page may be out of date. */
export function PhaseNotice({ phase, activationId }: { phase: ActivationPhase; activationId: string }) {
  switch (phase) {
    case 'reconnecting':
      return (
        <Notice tone="warning" title={t(activationNames.reconnecting)}>
          <p>{t('This page keeps trying to reach the server. Your phone can still finish.')}</p>
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice tone="warning" title={t('You are signed out')}>
          <p>{t('Your phone can still finish. Sign in to see the result.')}</p>
          <div className="mt-2">
            <LinkButton href={`/sign-in?next=/activations/${activationId}`}>{t('Sign in')}</LinkButton>
          </div>
        </Notice>
      );
    case 'not-available':
      return (
        <Notice tone="warning" title={t('This activation can’t be shown')}>
          <p>{t('It no longer exists, or it belongs to someone else.')}</p>
          <div className="mt-2">
            <LinkButton href="/">{t('Your devices')}</LinkButton>
          </div>
        </Notice>
      );
    case 'following':
    case 'finished':
      break;
  }
  return null;
}

/**
 * The page's heading and the sentence below it.
 * @param canTest whether the person can try the device on this page
 * @param replacing the device that this one replaces, as long as it is not retired
 */
export function headingWords(
  view: ActivationState,
  { deviceName, completion }: ActivationStatus,
  canTest: boolean,
  replacing: string | null,
): { title: string; text: string | null } {
  if (isEndedState(view)) return { title: t(ENDED_TITLES[view]), text: deviceName };
  if (view !== 'active') return { title: t('Activate your device'), text: deviceName };
  const ready = completion === 'told' ? [] : [t('Your phone should be ready.')];
  const test =
    canTest && replacing !== null ? [t('Try it out to finish replacing {device}.', { device: replacing })] : [];
  return { title: t(activationNames.activated), text: ready.concat(test).join(' ') || null };
}
