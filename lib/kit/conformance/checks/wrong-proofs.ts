import { generateDeviceCode } from '../../../wire/crypto/messages/device-code';
import { hexFromBytes } from '../../../shared/bytes';
import { randomText, systemRandom } from '../../../shared/random';
import type { Check, CheckGroup } from '../check';
import { describe, isAccepted } from '../endpoint';
import { expectAccepted, expectRefused, expectThat } from '../expectations';
import { Handshake, linked, proved } from '../handshake';

const needs = ['activation', 'open-cryptography'] as const;
/** More than any gateway should bear: Tessera's ends a registration after three. */
const TRIES = 10;

const checks: Check[] = [
  {
    id: 'wrong-proof.evidence',
    title: 'A wrong proof of the activation password is refused, and brings no activation data',
    clause: 'OneSpan §3.2, RFC 2945 §3',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      expectAccepted(await handshake.sendKey(), 'connection 1');
      expectRefused(await handshake.sendEvidence(wrongEvidence()), 'a wrong proof');
    },
  },
  {
    id: 'wrong-proof.again',
    title: 'One wrong proof does not end a registration: whoever mistyped can correct it',
    clause: 'Embedded gateway, repeats',
    needs,
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const session = await handshake.session(await handshake.sendKey());
      expectRefused(await handshake.sendEvidence(wrongEvidence()), 'a wrong proof');
      expectAccepted(await handshake.sendEvidence(hexFromBytes(session.M1)), 'the right proof after a wrong one');
    },
  },
  {
    id: 'wrong-proof.device-code',
    title: 'A device code that was not made with the licence is refused',
    clause: 'OneSpan §7.5',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      await proved(handshake);
      expectRefused(await handshake.sendDeviceCode(digits(26)), 'a wrong device code');
    },
  },
  {
    id: 'wrong-proof.signature',
    title: 'A wrong signature is refused, and activates nothing',
    clause: 'OneSpan §3.2',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature } = await linked(handshake);
      const wrong = signature.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
      expectRefused(await handshake.sendSignature(wrong), 'a wrong signature');
      expectAccepted(await handshake.sendSignature(signature), 'the right signature after a wrong one');
    },
  },
  {
    id: 'wrong-proof.limit',
    title: 'Wrong proofs end the registration, so that nobody tries passwords out',
    clause: 'Embedded gateway, repeats; OneSpan §11',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const session = await handshake.session(await handshake.sendKey());
      for (let tries = 0; tries < TRIES; tries++) await handshake.sendEvidence(wrongEvidence());
      const right = await handshake.sendEvidence(hexFromBytes(session.M1));
      expectThat(!isAccepted(right), `a refusal of the right proof after ${TRIES} wrong ones`, describe(right));
    },
  },
  {
    id: 'wrong-proof.concurrent-limit',
    title: 'The limit holds for wrong proofs that come at the same moment',
    clause: 'Embedded gateway, repeats; OneSpan §11',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { licence, deviceCode } = await proved(handshake);
      const other = async () =>
        `${(await generateDeviceCode(licence.licenceKey, systemRandom)).slice(0, 13)}${digits(13)}`;
      const wrong = await Promise.all(Array.from({ length: TRIES }, other));
      await Promise.all(wrong.map((code) => handshake.sendDeviceCode(code)));
      const right = await handshake.sendDeviceCode(deviceCode);
      expectThat(!isAccepted(right), `a refusal of the right device code after ${TRIES} wrong ones`, describe(right));
    },
  },
];

export const WRONG_PROOF_CHECKS: CheckGroup = { name: 'Wrong proofs', checks };

function wrongEvidence(): string {
  return hexFromBytes(systemRandom.bytes(32));
}

function digits(length: number): string {
  return randomText(systemRandom, '0123456789', length);
}
