import type { Scanned } from '@/lib/phone/activation/activation-steps';
import type { ScanProblem } from '@/lib/phone/activation/activation-states';
import { classifyCode } from '@/lib/phone/scanning/classify-code';
import { GatewayFailure } from '@/lib/phone/gateway-failure';
import { isOfflineImageCurrent } from '@/lib/phone/offline/offline-time-limit';
import { isTooOld } from '@/lib/phone/site/is-too-old';
import type { CodeSource, Issuer, ShownBy } from '@/lib/phone/site/judge-image';
import { isOpenedDirectly, judgeOpenedLink } from '@/lib/phone/site/ask-about-link';
import { judgeLink } from '@/lib/phone/site/judge-link';
import type { PhoneSite } from '@/lib/phone/site/pin-site';
import type { LinkTicket } from '@/lib/shared/codes/app-link';
import { verifyIssuer } from '@/lib/phone/site/verify-issuer';
import type { ScannedLogin } from '@/lib/phone/login/login-steps';
import type { OfflineStart } from '@/lib/phone/offline/offline-flow';
import type { ScannedCode } from '@/lib/phone/scanning/scan-code';
import type { OfflineMessage1 } from '@/lib/wire/crypto/messages/offline-message';
import type { Phone } from '../phone';
import type { Dispatch } from '../activation/use-activation-flow';

export type CodeReading = {
  phone: Phone;
  dispatch: Dispatch;
  /** Whether this phone has an account to sign in with. */
  canSignIn: boolean;
  onLogin: (scanned: ScannedLogin) => void;
  onOffline: (start: OfflineStart) => void;
};

/**
 * Classifies a code and starts what it asks for.
 * @param ticket of a link that has one
 */
export async function readCode(
  reading: CodeReading,
  scan: ScannedCode,
  source: CodeSource,
  ticket: LinkTicket | null = null,
): Promise<void> {
  const { phone, canSignIn, onLogin } = reading;
  try {
    const result = await classifyCode(scan.text, phone);
    if (!result.ok) return refuse(reading, result.refusal);
    switch (result.value.kind) {
      case 'activation':
        return await readActivation(reading, result.value.scanned, scan, source, ticket);
      case 'offline-activation':
        return await readOffline(reading, result.value.message, scan, source);
      case 'login': {
        if (!canSignIn) return refuse(reading, source === 'link' ? 'no-account-here' : 'no-account');
        if (source === 'link') {
          // Another website that leads there is after an answer to a sign-in of its own.
          if (!(await isOpenedDirectly(window.location.origin))) return refuse(reading, 'login-by-link');
          return onLogin(result.value.scanned);
        }
        // The image names nobody.
        const issuer = await showIssuer(reading, scan, source, '', 'sign-in');
        return issuer ? onLogin({ ...result.value.scanned, issuer }) : undefined;
      }
    }
  } catch (error) {
    if (!(error instanceof GatewayFailure)) throw error;
    refuse(reading, error.code);
  }
}

async function readActivation(
  reading: CodeReading,
  scanned: Scanned,
  scan: ScannedCode,
  source: CodeSource,
  ticket: LinkTicket | null,
): Promise<void> {
  const issuer = await judge(reading, scanned, scan, source, ticket);
  if (!issuer) return;
  if (issuer.kind === 'verified' && scan.signature && (await isTooOld(scan.signature, scanned.gateway, Date.now)))
    return refuse(reading, 'too-old');
  reading.dispatch({ type: 'code-read', scanned, issuer });
}

function judge(
  reading: CodeReading,
  { payload }: Scanned,
  scan: ScannedCode,
  source: CodeSource,
  ticket: LinkTicket | null,
): Promise<Issuer | ShownBy | null> {
  if (ticket) return judgeLink(siteOf(reading), scan.text, ticket);
  if (source === 'link') return judgeOpenedLink(window.location.origin, payload, reading.phone.random);
  return showIssuer(reading, scan, source, payload.userId);
}

async function readOffline(
  reading: CodeReading,
  message: OfflineMessage1,
  scan: ScannedCode,
  source: CodeSource,
): Promise<void> {
  // The website offers it as an image only.
  if (source !== 'image') return refuse(reading, 'unknown-code');
  const issuer = await showIssuer(reading, scan, source, message.userId);
  if (!issuer) return;
  if (isOfflineImageCurrent(message, new Date())) reading.onOffline({ state: 'confirming', message, issuer });
  else refuse(reading, 'offline-too-old');
}

/** Verifies the issuer, and shows a forgery. @returns null for a forgery */
async function showIssuer(
  reading: CodeReading,
  scan: ScannedCode,
  source: CodeSource,
  userId: string,
  subject: 'activation' | 'sign-in' = 'activation',
): Promise<Issuer | null> {
  const { dispatch } = reading;
  const issuer = await verifyIssuer(
    siteOf(reading),
    scan,
    { source, userId },
    {
      onForgery: (forgery) => dispatch({ type: 'forgery-found', forgery, subject }),
      onReport: (isHeard) => dispatch({ type: 'forgery-reported', isHeard }),
    },
  );
  return issuer.ok ? issuer.value : null;
}

function siteOf({ phone: { pins } }: CodeReading): PhoneSite {
  return { origin: window.location.origin, pins };
}

function refuse({ dispatch }: CodeReading, problem: ScanProblem): void {
  dispatch({ type: 'code-refused', problem });
}
