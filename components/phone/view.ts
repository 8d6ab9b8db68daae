import type { ActivationFlow } from '@/lib/phone/activation/activation-states';
import type { ScannedLogin } from '@/lib/phone/login/login-steps';
import type { OfflineStart } from '@/lib/phone/offline/offline-flow';
import type { SignInHereLink } from '@/lib/shared/codes/sign-in-here-link';
import type { Bytes } from '@/lib/shared/bytes';

/** Why an account is unlocked. */
export type Purpose =
  | 'show'
  | 'ask-again'
  | 'change-pin'
  | 'turn-biometrics-on'
  | 'turn-biometrics-off'
  | 'turn-notifications-on'
  | 'turn-notifications-off'
  | 'test-notifications'
  | 'keep-copy'
  | 'freeze'
  | 'remove';

/** What the app shows. `from`: where a step that begins on the first screen leads back to; the settings otherwise. */
export type View =
  | { name: 'home' }
  /** Before an activation by link, in a browser that deletes what it holds. */
  | { name: 'install-first'; code: string }
  | { name: 'paste-link' }
  | { name: 'activation'; code: string | null; start?: ActivationFlow }
  | { name: 'offline-activation'; start: OfflineStart }
  | { name: 'login'; source: ScannedLogin }
  /** One that the sign-in page in this browser hands over. */
  | { name: 'linked-login'; link: SignInHereLink }
  /** A pushed one. */
  | { name: 'login-request'; id: string }
  | { name: 'settings'; instanceId: string; done: string | null; problem?: string | null }
  | { name: 'bring-back' }
  | { name: 'unlock'; instanceId: string; purpose: Purpose; from?: 'home' }
  | { name: 'new-pin'; instanceId: string; instanceKey: Bytes }
  | { name: 'new-biometrics'; instanceId: string; instanceKey: Bytes }
  | { name: 'new-notifications'; instanceId: string; instanceKey: Bytes; from?: 'home' }
  | { name: 'new-copy'; instanceId: string; instanceKey: Bytes; pin: string }
  | { name: 'freeze'; instanceId: string; instanceKey: Bytes }
  | { name: 'remove'; instanceId: string };
