import { generateDeviceCode } from '../../../wire/crypto/messages/device-code';
import { systemRandom } from '../../../shared/random';
import type { Check, CheckGroup } from '../check';
import { expectAccepted, expectRefused, expectSameResult, expectThat } from '../expectations';
import { Handshake, hexOf, linked, proved } from '../handshake';
import { expectOwner } from './valid-run';

const needs = ['activation', 'open-cryptography'] as const;

const checks: Check[] = [
  {
    id: 'repeat.key',
    title: 'The same connection 1 again is answered again, because its answer may have been lost',
    clause: 'Embedded gateway, repeats',
    needs: ['activation'],
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const first = await handshake.sendKey();
      expectAccepted(first, 'connection 1');
      expectSameResult(first, await handshake.sendKey(), ['serverEphemeralPublicKey', 'salt'], 'connection 1 again');
    },
  },
  {
    id: 'repeat.data',
    title: 'The same connection 2 again is answered again, with the same proof',
    clause: 'Embedded gateway, repeats',
    needs,
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { dataAnswer, evidence, session } = await proved(handshake);
      const again = await handshake.sendEvidence(evidence);
      expectSameResult(dataAnswer, again, ['serverEvidenceMessage'], 'connection 2 again');
      await handshake.licence(again, session);
    },
  },
  {
    id: 'repeat.device',
    title: 'The same connection 3 again names the same instance',
    clause: 'Embedded gateway, repeats',
    needs,
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { licence, deviceCode, instanceId } = await linked(handshake);
      const again = await handshake.device(await handshake.sendDeviceCode(deviceCode), licence, deviceCode);
      expectThat(again.instanceId === instanceId, 'the same instance', 'another one');
    },
  },
  {
    id: 'repeat.activation',
    title: 'The same connection 4 again is answered again',
    clause: 'Embedded gateway, repeats',
    needs,
    profile: 'embedded',
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature, instanceId } = await linked(handshake);
      expectOwner(await handshake.sendSignature(signature), handshake, instanceId);
      expectOwner(await handshake.sendSignature(signature), handshake, instanceId);
    },
  },
  {
    id: 'repeat.other-key',
    title: 'Another key for a registration that has one is refused',
    clause: 'Embedded gateway, repeats',
    needs: ['activation'],
    async run({ endpoint, registrar }) {
      const payload = await registrar.register();
      expectAccepted(await new Handshake(endpoint, payload).sendKey(), 'connection 1');
      expectRefused(await new Handshake(endpoint, payload).sendKey(), 'connection 1 with another key');
    },
  },
  {
    id: 'repeat.other-device',
    title: 'A second device from the same registration is refused',
    clause: 'OneSpan §2.1, §7.1',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { licence } = await linked(handshake);
      const second = await generateDeviceCode(licence.licenceKey, systemRandom);
      expectRefused(await handshake.sendDeviceCode(second), 'connection 3 for a second device');
    },
  },
  {
    id: 'repeat.replay',
    title: 'A registration that was used to the end is used up',
    clause: 'OneSpan §7.1',
    needs,
    async run({ endpoint, registrar }) {
      const handshake = new Handshake(endpoint, await registrar.register());
      const { signature, evidence, deviceCode } = await linked(handshake);
      expectAccepted(await handshake.sendSignature(signature), 'connection 4');
      const stranger = new Handshake(endpoint, handshake.payload);
      expectRefused(await stranger.sendKey(), 'connection 1 with a new key after the activation');
      expectRefused(await handshake.sendKey(hexOf(handshake.A)), 'connection 1 again after the activation');
      expectRefused(await handshake.sendEvidence(evidence), 'connection 2 again after the activation');
      expectRefused(await handshake.sendDeviceCode(deviceCode), 'connection 3 again after the activation');
    },
  },
];

export const REPEAT_CHECKS: CheckGroup = { name: 'Repeats', checks };
