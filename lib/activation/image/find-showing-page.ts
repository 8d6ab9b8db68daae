import { perNetwork, perObject } from '../../accounts/sign-in/limits';
import type { SessionStore } from '../../accounts/sessions/session-store';
import type { SignedIn, SessionId } from '../../accounts/sessions/session';
import type { ProofPorts } from '../../accounts/proofs/check-proofs';
import { mayReveal } from '../../accounts/proofs/may-reveal';
import type { Bytes } from '../../shared/bytes';
import { hexFromBytes } from '../../shared/bytes';
import { parseActivationPayload, type ActivationPayload } from '../../shared/codes/activation-payload';
import type { ShowingPage } from '../../shared/codes/opened-link';
import { networkNameOf } from '../../shared/network-address';
import type { RequestOrigin } from '../../shared/request-origin';
import { accept, refuse, type Result } from '../../shared/result';
import { SECOND } from '../../shared/time/duration';
import type { Activation } from '../activation';
import type { ActivationPorts } from '../activation-ports';
import type { OpenPages } from '../following/open-pages';

/** How long pages have to answer. Every "no" takes it, so that its time says nothing either. */
export const PATIENCE_MS = 1_500;

/** More than anybody has open at a time. */
const MOST_SESSIONS = 20;

/** No registration has it: the work for one that does not exist. */
const NOBODYS = { registrationIdentifier: '', activationPassword: '' };

/** What a phone sends that has read an image. */
export type ImageQuestion = { registrationIdentifier: string; nonce: Bytes; proof: Bytes };

export type ShowingPorts = {
  activation: Pick<ActivationPorts, 'store' | 'encrypter' | 'rateLimiter' | 'clock'>;
  proofs: ProofPorts;
  sessions: Pick<SessionStore, 'listFor'>;
  openPages: Pick<OpenPages, 'find'>;
  /** In constant time. */
  isImageProof: (
    proof: Uint8Array,
    secrets: Pick<ActivationPayload, 'registrationIdentifier' | 'activationPassword'>,
    nonce: Uint8Array,
  ) => Promise<boolean>;
  /** @returns null if the session is over */
  findSignedIn: (id: SessionId) => Promise<SignedIn | null>;
};

/**
 * The page of this site that shows an image at this moment, for whoever proves to hold the image. Neither an unknown image nor
 * a wrong proof is told from one that no page shows; both count for nothing at the gateway, which nobody's questions can end.
 * @returns null for "no"
 */
export async function findShowingPage(
  ports: ShowingPorts,
  question: ImageQuestion,
  origin: RequestOrigin,
): Promise<Result<Omit<ShowingPage, 'organisation'> | null, 'too-many-attempts'>> {
  const { store, rateLimiter, clock } = ports.activation;
  if (await rateLimiter.take(perNetwork('image-question', origin))) return refuse('too-many-attempts');
  const activation = await store.findByRegistration(question.registrationIdentifier);
  if (!(await isProved(ports, activation, question)) || activation?.state !== 'issued') return accept(null);
  const { sessions, openPages, proofs, findSignedIn } = ports;
  const { shown } = activation.reached;
  if (!shown) return accept(null);
  const open = await sessions.listFor(activation, clock.now(), MOST_SESSIONS);
  const pages = await openPages.find(
    activation.id,
    open.map(({ id }) => id),
    networkNameOf(origin.address),
    PATIENCE_MS,
  );
  for (const { sessionId, isNear } of pages.toSorted((a, b) => Number(b.isNear) - Number(a.isNear))) {
    const signedIn = await findSignedIn(sessionId);
    // A page of a session that may not see the image follows the phone, and shows none.
    if (!signedIn || !(await mayReveal(proofs, signedIn))) continue;
    const secondsAgo = Math.max(0, Math.round((clock.now().getTime() - shown.getTime()) / SECOND));
    return accept({ browser: signedIn.session.trace.browser, secondsAgo, isNear: isNear && origin.address !== null });
  }
  return accept(null);
}

/** The same work whether there is such an image or not. Each proof works once, and an image has few tries. */
async function isProved(
  { activation: { encrypter, rateLimiter, clock }, isImageProof }: ShowingPorts,
  activation: Activation | null,
  { nonce, proof, registrationIdentifier }: ImageQuestion,
): Promise<boolean> {
  const isShown = activation?.state === 'issued' && clock.now() < activation.expiresAt;
  const text = isShown ? await encrypter.decrypt(activation.encryptedPayload, activation.id) : null;
  const payload = text === null ? null : parseActivationPayload(text);
  const isRight = await isImageProof(proof, payload?.ok ? payload.value : NOBODYS, nonce);
  const tries = perObject('image-question', registrationIdentifier);
  const used = perObject('image-proof', hexFromBytes(proof));
  if (!payload?.ok || (await rateLimiter.take([tries]))) return false;
  return isRight && (await rateLimiter.take([used])) === null;
}
