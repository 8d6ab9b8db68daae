import { generateDeviceCode } from '../../../wire/crypto/messages/device-code';
import { systemRandom } from '../../../shared/random';
import type { Check, CheckGroup } from '../check';
import { isAccepted, resultOf, type Answer } from '../endpoint';
import { expectRefused, expectThat } from '../expectations';
import { Handshake, linked, proved } from '../handshake';

const AT_ONCE = 8;
const needs = ['activation', 'open-cryptography'] as const;

const checks: Check[] = [
  {
    id: 'concurrency.same-key',
    title: 'The same connection 1, made at the same moment, has one answer',
    clause: 'Embedded gateway, repeats',
    needs: ['activation'],
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const answers = await atOnce(() => handshake.sendKey());
      expectThat(answers.every(isAccepted), `${AT_ONCE} answers`, `${answers.filter(isAccepted).length}`);
      const keys = new Set(answers.map((answer) => resultOf(answer)['serverEphemeralPublicKey']));
      expectThat(keys.size === 1, 'one server key', `${keys.size}`);
    },
  },
  {
    id: 'concurrency.other-keys',
    title: 'Of different phones that scan the same image at the same moment, one gets on',
    clause: 'OneSpan §7.1',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const payload = await registrar.register();
      const answers = await atOnce(() => new Handshake(endpoint, payload).sendKey());
      const accepted = answers.filter(isAccepted);
      expectThat(accepted.length === 1, 'one phone that gets on', `${accepted.length}`);
      for (const answer of answers) if (!accepted.includes(answer)) expectRefused(answer, 'the other phones');
    },
  },
  {
    id: 'concurrency.devices',
    title: 'Of different devices that are added at the same moment, one gets an instance',
    clause: 'OneSpan §2.1, §7.1',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { licence } = await proved(handshake);
      const answers = await atOnce(async () =>
        handshake.sendDeviceCode(await generateDeviceCode(licence.licenceKey, systemRandom)),
      );
      const accepted = answers.filter(isAccepted).length;
      expectThat(accepted === 1, 'one instance', `${accepted}`);
    },
  },
  {
    id: 'concurrency.activation',
    title: 'The same connection 4, made at the same moment, activates one device',
    clause: 'Embedded gateway, repeats',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature, instanceId } = await linked(handshake);
      const accepted = (await atOnce(() => handshake.sendSignature(signature))).filter(isAccepted);
      const named = new Set(accepted.map((answer) => resultOf(answer)['serialNumber']));
      expectThat(accepted.length > 0, 'an activation', 'none');
      expectThat(named.size === 1 && named.has(instanceId), 'one device', `${named.size}`);
    },
  },
];

export const CONCURRENCY_CHECKS: CheckGroup = { name: 'Concurrency', checks };

function atOnce(call: () => Promise<Answer>): Promise<Answer[]> {
  return Promise.all(Array.from({ length: AT_ONCE }, call));
}
