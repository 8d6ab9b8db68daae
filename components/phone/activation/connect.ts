import type { Connection, FlowEvent } from '@/lib/phone/activation/activation-flow';
import { exchangeKeys } from '@/lib/phone/activation/exchange-keys';
import { linkDevice } from '@/lib/phone/activation/link-device';
import { obtainLicence } from '@/lib/phone/activation/obtain-licence';
import type { Phone } from '../phone';

const SYSTEMS = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
] as const;

const BROWSERS = [
  [/Edg/, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const;

/** Makes one of the first three connections. @throws GatewayFailure when the gateway fails */
export async function connect({ random }: Phone, connection: Connection, signal: AbortSignal): Promise<FlowEvent> {
  switch (connection.number) {
    case 1: {
      const connected = await exchangeKeys(connection.from, signal);
      if (!connected.ok) return { type: 'refused', failure: connected.refusal };
      return { type: 'connected', next: { number: 2, from: connected.value } };
    }
    case 2: {
      const licensed = await obtainLicence(connection.from, random, signal);
      if (!licensed.ok) return { type: 'refused', failure: licensed.refusal };
      return { type: 'connected', next: { number: 3, from: licensed.value } };
    }
    case 3: {
      const linked = await linkDevice(connection.from, describeDevice(navigator.userAgent), signal);
      if (!linked.ok) return { type: 'refused', failure: linked.refusal };
      return { type: 'linked', linked: linked.value };
    }
  }
}

/** What this device calls itself until its owner gives it another name: "Chrome on Android". */
function describeDevice(userAgent: string): string {
  const name = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(userAgent))?.[1];
  return `${name(BROWSERS) ?? 'Browser'} on ${name(SYSTEMS) ?? 'a device'}`;
}
