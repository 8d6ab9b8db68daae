import { describe, expect, test } from 'vitest';
import type { GatewayError } from '@/lib/activation/gateway-error';
import { authorizationFor } from '@/lib/gateways/embedded/engine/api-key';
import { Latch } from '@/lib/kit/latch';
import { jsonReply } from '@/lib/kit/faults/reply';
import { fault, type Fault } from '@/lib/kit/faults/fault';
import { Listener } from '@/lib/kit/gateways/wire/listener';
import { send } from '@/lib/kit/faults/spoil';
import {
  FAILED,
  failures,
  firstConnection,
  gateway,
  openRelay,
  SECRET,
  seen,
  SERVICE,
  withRelayedGateway,
} from './relayed-gateway';

withRelayedGateway();

describe('a step', () => {
  test('a step is read from a call that succeeded', async () => {
    const { registrationIdentifier, ...connection } = await firstConnection();
    expect(await (await openRelay())(connection)).toMatchObject({ json: { resultCodes: { returnCode: 0 } } });
    expect(seen).toEqual([{ registrationIdentifier, step: 'scanned', instanceId: null }]);
  });

  test('a step is read also when the phone has gone before the answer', async () => {
    const { registrationIdentifier, path, body } = await firstConnection();
    const [arrived, gone] = [new Latch(), new Latch()];
    const authorization = authorizationFor(gateway.server.state.options.frontEndKey);
    const peer = await Listener.open(
      { identity: gateway.server.identities.right, clientAuthority: null },
      async (...got) => {
        arrived.open();
        await gone.opened;
        const answer = await gateway.server.gateway.handle({ service: SERVICE, authorization, body: got[0].body });
        send(got[1], jsonReply(answer.status, answer.body));
      },
    );
    const call = await openRelay({ url: peer.url });
    const calling = call({ path, body });
    await arrived.opened;
    call.hangUp();
    await expect(calling).rejects.toThrow('socket hang up');
    gone.open();
    await expect.poll(() => seen).toEqual([{ registrationIdentifier, step: 'scanned', instanceId: null }]);
    await peer.stop();
  });

  test.each<Fault>([
    fault.unknownStatus(),
    fault.html(),
    fault.status(500),
    fault.truncated(),
    fault.cutOff(),
    fault.huge(),
    fault.reset(),
    fault.redirect(),
  ])('a step is not reported when the answer is $kind', async (wrong) => {
    gateway.server.faults.set(SERVICE, wrong);
    const call = await openRelay();
    await call(await firstConnection()).catch(() => {});
    expect(seen).toEqual([]);
  });
});

describe('a gateway that fails', () => {
  test.each<[Fault, number, GatewayError['code']]>([
    [fault.reset(), 502, 'unreachable'],
    [fault.redirect(), 502, 'malformed-reply'],
    [fault.timeout(), 504, 'timeout'],
    [fault.reply({ status: 204, headers: {}, body: '' }), 502, 'malformed-reply'],
    [
      fault.reply({
        status: 200,
        headers: { 'content-type': 'application/json', 'content-length': '65537' },
        body: ' '.repeat(65_537),
      }),
      502,
      'too-large',
    ],
  ])('a gateway that fails with %o is told of in the contract’s form', async (wrong, status, code) => {
    gateway.server.faults.set(SERVICE, wrong);
    const call = await openRelay(code === 'timeout' ? { timeLimitMs: 300 } : {});
    expect(await call(await firstConnection())).toMatchObject({ status, json: FAILED });
    expect(failures.map((failure) => failure.code)).toEqual([code]);
  });

  test.each<[Fault, GatewayError['code']]>([
    [fault.cutOff(), 'unreachable'],
    [fault.huge(), 'too-large'],
    [fault.drip(), 'timeout'],
  ])('a gateway that fails after it has begun (%o) breaks the phone’s answer off', async (wrong, code) => {
    gateway.server.faults.set(SERVICE, wrong);
    const call = await openRelay(code === 'timeout' ? { timeLimitMs: 500 } : {});
    await expect(call(await firstConnection())).rejects.toThrow(/aborted/);
    expect(failures.map((failure) => failure.code)).toEqual([code]);
  });

  test('a gateway that was away is used again when it is back', async () => {
    const call = await openRelay();
    await gateway.server.listeners.digipassGateway.stop();
    expect((await call()).status).toBe(502);
    await gateway.server.listeners.digipassGateway.start();
    expect((await call()).status).toBe(200);
  });

  test('an idle connection that the gateway closed has no effect on phones', async () => {
    const call = await openRelay();
    await call();
    gateway.server.faults.once('*', fault.reset());
    expect((await call()).status).toBe(200);
    expect(failures).toEqual([]);
  });

  test('a gateway with an untrusted certificate gets no calls', async () => {
    gateway.server.listeners.digipassGateway.present(gateway.server.identities.untrusted);
    expect((await (await openRelay())()).status).toBe(502);
    gateway.server.listeners.digipassGateway.present(gateway.server.identities.right);
    expect(failures.map((failure) => failure.code)).toEqual(['untrusted']);
    expect(gateway.server.calls.count()).toBe(0);
  });

  test.each<Fault>([fault.reset(), fault.timeout(), fault.redirect(), fault.cutOff(), fault.huge(), fault.drip()])(
    'with $kind leaves nothing of what was said in the log',
    async (wrong) => {
      gateway.server.faults.set(SERVICE, wrong);
      const call = await openRelay({ timeLimitMs: 400 });
      await call(await firstConnection()).catch(() => {});
      const log = failures.map(({ message, stack, cause }) => [message, stack, (cause as Error).stack]).join();
      expect(log).toContain('GatewayError');
      expect(log).not.toMatch(new RegExp(`${SECRET}|${gateway.server.state.options.frontEndKey}|Basic`));
    },
  );
});
