import { findBackupVoucher } from '../proofs/backup-voucher';
import type { ProofPorts } from '../proofs/check-proofs';
import { secondProofs } from '../proofs/proof-policy';
import type { SignedIn } from '../sessions/session';
import { readHoldings } from './holdings';
import { rehearse, scoreBackups, type BackupScore, type Rehearsal } from './rehearsal';
import { waysTo, type OpenWay } from './ways-back';

/**
 * The ways back into the account of a session's user.
 * @property isEnrolled whether there is a device, in any state, or a passkey
 * @property mayAdd whether they can add a backup now; see `mayAddFrom`
 * @property isVouched whether only because a device vouches that the session has just activated
 * @property mayAddFirstPasskey whether they have none and can add one now, without such a device
 * @property mayAddFrom when a device or passkey of theirs may confirm one; null if none ever will
 */
export type WaysBackOverview = {
  isEnrolled: boolean;
  score: BackupScore;
  rehearsals: Rehearsal[];
  mayAdd: boolean;
  isVouched: boolean;
  mayAddFirstPasskey: boolean;
  mayAddFrom: Date | null;
};

/** @param hasPhoneSignIn whether the gateway can challenge phones @throws GatewayError if the gateway fails */
export async function overviewOfWaysBack(
  ports: ProofPorts,
  signedIn: SignedIn,
  hasPhoneSignIn: boolean,
): Promise<WaysBackOverview> {
  const held = await readHoldings(ports, signedIn.user, hasPhoneSignIn);
  const { level } = ports.staff;
  const now = ports.clock.now();
  const isEnrolled = held.devices.length > 0 || held.passkeys.length > 0;
  const adding = waysTo('make-recovery-code', held, { level, isEnrolled, now });
  const takesVoucher = secondProofs('make-recovery-code', level, isEnrolled).includes('activated-device');
  const voucher = takesVoucher ? await findBackupVoucher(ports, signedIn, false) : null;
  const isOpen = isReady(adding);
  const [first] = adding.flatMap(({ from }) => from ?? []).toSorted((left, right) => Number(left) - Number(right));
  return {
    isEnrolled,
    score: scoreBackups(held, { level, now }),
    rehearsals: rehearse(held, { level, now }),
    mayAdd: voucher !== null || isOpen,
    isVouched: voucher !== null && !isOpen,
    mayAddFirstPasskey:
      held.offers.passkey &&
      held.passkeys.length === 0 &&
      isReady(waysTo('add-passkey', held, { level, isEnrolled, now })),
    mayAddFrom: first ?? null,
  };
}

function isReady(ways: readonly OpenWay[]): boolean {
  return ways.some(({ from }) => from === null);
}
