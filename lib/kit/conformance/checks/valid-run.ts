import { isAcceptablePublicKey } from '../../../wire/crypto/srp/srp';
import { hexFromBytes } from '../../../shared/bytes';
import { bigIntegerFromBytes } from '../../../wire/crypto/big-integer';
import { parseInstanceId } from '../../../shared/identifiers/instance-id';
import type { Check, CheckGroup } from '../check';
import { describe, resultOf, type Answer } from '../endpoint';
import { expectAccepted, expectThat } from '../expectations';
import { Handshake, hexField, hexOf, linked, proved, SRP } from '../handshake';

/** Digits of published samples (OneSpan §3.2, §7.2). */
const SIZES = { serverEvidenceMessage: 64, encryptedLicenseActivationMessage: 216, encryptedCounter: 16, mac: 64 };

const checks: Check[] = [
  {
    id: 'valid.key',
    title: 'Connection 1 answers a server key that is no multiple of N, and a salt',
    clause: 'OneSpan §3.2, RFC 5054 §2.5.3',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const answer = await handshake.sendKey();
      expectAccepted(answer, 'connection 1');
      const B = bigIntegerFromBytes(hexField(answer, 'serverEphemeralPublicKey'));
      expectThat(isAcceptablePublicKey(SRP.group, B), 'a server key that is no multiple of N', 'one that is');
      expectThat(hexField(answer, 'salt').length >= 8, 'a salt of 8 bytes or more', 'a shorter one');
    },
  },
  {
    id: 'valid.fresh',
    title: 'Every registration has a key and a salt of its own',
    clause: 'RFC 5054 §3.1, RFC 2945 §3',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const [first, second] = [await registrar.register(), await registrar.register()];
      // The same A twice: what differs must come from the server.
      const A = hexOf(new Handshake(endpoint, first).A);
      const one = await new Handshake(endpoint, first).sendKey(A);
      const other = await new Handshake(endpoint, second).sendKey(A);
      for (const name of ['serverEphemeralPublicKey', 'salt'])
        expectThat(
          hexFromBytes(hexField(one, name)) !== hexFromBytes(hexField(other, name)),
          `another ${name} for another registration`,
          'the same one',
        );
    },
  },
  {
    id: 'valid.case',
    title: 'Hexadecimal is read in either case',
    clause: 'Profile, SRP-6a',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const session = await handshake.session(await handshake.sendKey(hexOf(handshake.A).toUpperCase()));
      const answer = await handshake.sendEvidence(hexFromBytes(session.M1).toUpperCase());
      expectAccepted(answer, 'a proof in capital letters');
    },
  },
  {
    id: 'valid.data',
    title: 'Connection 2 answers the server’s proof, and a licence that opens under the session key',
    clause: 'OneSpan §3.2, §7.2; profile, activation message 1',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const { dataAnswer, session } = await proved(new Handshake(endpoint, await registrar.register()));
      for (const [name, digits] of Object.entries(SIZES)) {
        const length = hexField(dataAnswer, name).length * 2;
        // How long the encrypted licence is depends on its profile.
        if (name !== 'encryptedLicenseActivationMessage' || length < 32)
          expectThat(length === digits, `${name} with ${digits} digits`, `${length} digits`);
      }
      const evidence = hexFromBytes(hexField(dataAnswer, 'serverEvidenceMessage'));
      expectThat(
        evidence === hexFromBytes(session.M2),
        'the server’s proof that it knows the verifier',
        'another proof',
      );
    },
  },
  {
    id: 'valid.activation',
    title: 'Four connections activate a device, which is named with its owner',
    clause: 'OneSpan §3.2, §7.5; profile, signature',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature, instanceId } = await linked(handshake);
      expectOwner(await handshake.sendSignature(signature), handshake, instanceId);
    },
  },
  {
    id: 'valid.secrecy',
    title: 'The activation password is in no answer',
    clause: 'OneSpan §7.1',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { keyAnswer, dataAnswer, deviceAnswer, signature } = await linked(handshake);
      const answers = [keyAnswer, dataAnswer, deviceAnswer, await handshake.sendSignature(signature)];
      const telling = answers.find(({ text }) => text.includes(handshake.payload.activationPassword));
      expectThat(telling === undefined, 'answers without the activation password', `it in ${telling?.call}`);
    },
  },
  {
    id: 'valid.description',
    title: 'A description of 255 characters is taken, a longer one is not',
    clause: 'OneSpan §3.2',
    needs: ['activation', 'open-cryptography'],
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { deviceCode } = await proved(handshake);
      const long = await handshake.sendDeviceCode(deviceCode, 'a'.repeat(256));
      const isTaken = Object.keys(resultOf(long)).length > 0;
      expectThat(!isTaken && (long.status ?? 500) < 500, 'a refusal of 256 characters', describe(long));
      expectAccepted(await handshake.sendDeviceCode(deviceCode, 'a'.repeat(255)), 'a description of 255 characters');
    },
  },
];

export const VALID_RUN_CHECKS: CheckGroup = { name: 'The four connections', checks };

/** The last answer of an activation (OneSpan §3.2). */
export function expectOwner(answer: Answer, { payload }: Handshake, instanceId: string): void {
  expectAccepted(answer, 'connection 4 with the right signature');
  const { userID, domain, serialNumber } = resultOf(answer) as Record<string, unknown>;
  expectThat(
    userID === payload.userId && domain === payload.domain,
    'the user and domain of the image',
    'others, or none',
  );
  expectThat(
    serialNumber === instanceId && parseInstanceId(instanceId) !== null,
    'the serial number of the instance, as VDS1000042-1',
    'another, or none',
  );
}
