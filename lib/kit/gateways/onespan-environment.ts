import type { OneSpanServer } from './start-onespan-server';

/** What points the site at the stand-in. @param isRelayed whether phones reach their gateway through the site */
export function oneSpanEnvironment(
  oneSpan: OneSpanServer,
  { isRelayed }: { isRelayed: boolean },
): Record<string, string> {
  const { serviceUser, gatewayId } = oneSpan.state.options;
  return {
    GATEWAY: 'onespan-server',
    ONESPAN_SERVER_URLS: oneSpan.soapUrls.join(','),
    ONESPAN_SERVER_CA_FILE: oneSpan.caFile,
    ONESPAN_CLIENT_CERTIFICATE_FILE: oneSpan.clientCertificateFile,
    ONESPAN_CLIENT_KEY_FILE: oneSpan.clientKeyFile,
    ONESPAN_SERVICE_USER: serviceUser.userId,
    ONESPAN_SERVICE_DOMAIN: serviceUser.domain,
    ONESPAN_SERVICE_PASSWORD: serviceUser.password,
    ONESPAN_COMPONENT_TYPE: 'Self-Management Website',
    ONESPAN_GATEWAY_ID: gatewayId,
    ...(isRelayed && {
      TESSERA_RELAY: '1',
      ONESPAN_DIGIPASS_GATEWAY_URL: oneSpan.digipassGatewayUrl,
      ONESPAN_DIGIPASS_GATEWAY_CA_FILE: oneSpan.caFile,
    }),
  };
}

/** What points the site at the stand-in's tenant of the cloud. */
export function oneSpanCloudEnvironment(oneSpan: OneSpanServer): Record<string, string> {
  return {
    GATEWAY: 'onespan-cloud',
    ONESPAN_CLOUD_URL: oneSpan.cloudUrl,
    ONESPAN_CLOUD_CA_FILE: oneSpan.caFile,
    ONESPAN_CLOUD_CERTIFICATE_FILE: oneSpan.clientCertificateFile,
    ONESPAN_CLOUD_KEY_FILE: oneSpan.clientKeyFile,
    ONESPAN_CLOUD_DOMAIN: oneSpan.state.options.defaultDomain,
  };
}
