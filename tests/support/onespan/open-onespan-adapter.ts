import { readFileSync } from 'node:fs';
import type { GatewayError } from '@/lib/activation/gateway-error';
import type { OneSpanCloudConfig } from '@/lib/config/sections/onespan-cloud-config';
import type { PhoneSettings } from '@/lib/config/sections/onespan-phone-settings';
import type { OneSpanServerConfig } from '@/lib/config/sections/onespan-server-config';
import { openOneSpanCloud } from '@/lib/server/composition/open-onespan-cloud';
import { openOneSpanServer } from '@/lib/server/composition/open-onespan-server';
import { CALL_LIMITS } from '@/lib/gateways/transport/exchange';
import type { OpenedGateway } from '@/lib/server/composition/opened-gateway';
import { MINUTE } from '@/lib/shared/time/duration';
import type { OneSpanServer } from '@/lib/kit/gateways/start-onespan-server';

/** How long an image is shown; the stand-in is to keep registrations for as long. */
export const LIFETIME_MS = 5 * MINUTE;

/** As the product guesses them. */
export const FIELD_NAMES = {
  lastAuthentication: 'DIGIPASSFLD_LASTAUTH_TIME',
  start: 'DIGIPASSFLD_START_TIME',
  expiry: 'DIGIPASSFLD_EXPIRATION_TIME',
};

/** Phones that are asked by push, with the stand-in's keyword. */
export const BY_PUSH: PhoneSettings = {
  push: { method: 'KeywordOnly', keyword: 'push' },
  scan: null,
  wantsPassword: false,
  timeLimitMs: MINUTE,
  maximumCalls: 50,
};

/** Phones that scan a plain QR code. */
export const BY_SCAN: PhoneSettings = {
  ...BY_PUSH,
  push: null,
  scan: { image: 'qr', authenticationType: 'SCAN', passwordFormat: 0 },
};

/** A machine with much else to do takes longer to answer than the product waits; see `connection.test.ts` for that. */
const UNHURRIED = { ...CALL_LIMITS, timeLimitMs: MINUTE };

/** What points the product at the stand-in. */
export function settingsFor(server: OneSpanServer, change: Partial<OneSpanServerConfig> = {}): OneSpanServerConfig {
  return {
    urls: server.soapUrls,
    tls: { authority: readFileSync(server.caFile, 'utf8'), identity: null },
    serviceUser: server.state.options.serviceUser,
    componentType: 'Self-Management Website',
    gatewayId: server.state.options.gatewayId,
    resetsPasswords: false,
    takesLicencesBack: false,
    checker: null,
    fieldNames: FIELD_NAMES,
    unlocksByLogin: false,
    passwordChange: null,
    pinChange: null,
    virtualAuthenticator: null,
    learnsPasswords: false,
    policy: null,
    hardware: { assignment: null, isTested: false, clockFields: null, virtualTypes: ['VIR*'] },
    phones: null,
    selfRegistration: 'off',
    registrationComponentType: 'Self-Registration',
    relay: null,
    ...change,
  };
}

/** The gateway as the product opens it. @param failures is filled with what its log is told @param limits of one call */
export function openAdapter(
  server: OneSpanServer,
  failures: GatewayError[] = [],
  change: Partial<OneSpanServerConfig> = {},
  phoneRequests: Parameters<typeof openOneSpanServer>[4] = null,
  limits = UNHURRIED,
): OpenedGateway {
  return openOneSpanServer(
    {
      domain: 'example.org',
      staff: [],
      protectedGroups: [],
      publicUrl: 'https://id.example.org',
      activation: {
        lifetimeMs: LIFETIME_MS,
        requestLifetimeMs: LIFETIME_MS,
        startsPerDay: 5,
      },
    },
    settingsFor(server, change),
    server.clock,
    { onFailure: (failure) => void failures.push(failure), onCircuit: () => {} },
    phoneRequests,
    limits,
  );
}

/** What points the product at the stand-in's cloud, as the client that it knows. */
export function cloudSettingsFor(
  server: OneSpanServer,
  change: Partial<OneSpanCloudConfig['tls']> = {},
): OneSpanCloudConfig {
  const identity = {
    certificate: readFileSync(server.clientCertificateFile, 'utf8'),
    key: readFileSync(server.clientKeyFile, 'utf8'),
  };
  return {
    url: server.cloudUrl,
    tls: { authority: readFileSync(server.caFile, 'utf8'), identity, ...change },
    push: null,
    typedResponse: null,
  };
}

/** The cloud as the product opens it. @param failures is filled with what its log is told @param limits of one call */
export function openCloudAdapter(
  server: OneSpanServer,
  failures: GatewayError[] = [],
  {
    lifetimeMs = 10 * MINUTE,
    domain = 'example.org',
    push = null,
    typedResponse = null,
    ...tls
  }: Partial<
    OneSpanCloudConfig['tls'] & { lifetimeMs: number; domain: string } & Pick<
        OneSpanCloudConfig,
        'push' | 'typedResponse'
      >
  > = {},
  phoneRequests: Parameters<typeof openOneSpanCloud>[4] = null,
  limits = UNHURRIED,
): OpenedGateway {
  const activation = { lifetimeMs, requestLifetimeMs: lifetimeMs, startsPerDay: 5 };
  return openOneSpanCloud(
    { domain, activation },
    { ...cloudSettingsFor(server, tls), push, typedResponse },
    server.clock,
    { onFailure: (failure) => void failures.push(failure), onCircuit: () => {} },
    phoneRequests,
    limits,
  );
}
