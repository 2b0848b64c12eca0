import { keyOf } from '../../scope';
import { buildBackEndRequest } from '../build-back-end-request';
import type { GatewayCall } from '../gateway-call';
import { headerValue } from '../header-list';
import type { IntegrationAnswer } from '../integration-answer';
import { needsWholeBody } from '../integration-request';
import { proxiedHeaders } from '../response-headers';
import { routeToBackEnd } from '../route-to-back-end';
import { exchange, type IntegrationSteps, type IntegrationTools } from './integration';
import { respondMapped } from './respond-mapped';

/** HTTP_PROXY: hands request and answer through, but for the header table. */
export const httpProxy: IntegrationSteps = {
  ask: send,
  async respond(_call, answer) {
    const headers = proxiedHeaders(answer.headers);
    const length = headerValue(answer.headers, 'Content-Length');
    if (headerValue(headers, 'Content-Type') === undefined) headers.push(['Content-Type', 'application/json']);
    if (length !== undefined) headers.push(['Content-Length', length]);
    return { ...answer, headers };
  },
};

/** HTTP: request and answer go through mappings and templates. */
export const http: IntegrationSteps = { ask: send, respond: respondMapped };

async function send(call: GatewayCall, tools: IntegrationTools): Promise<IntegrationAnswer> {
  // The back end always gets a length: what the client sends in chunks is read first.
  const reads = needsWholeBody(call) || tools.log || tools.body.declaredBytes === null;
  const whole = reads ? await tools.body.read() : null;
  const request = buildBackEndRequest(call, whole);
  const skipsVerification = call.integration.tlsConfig?.insecureSkipVerification ?? false;
  const streams = call.integration.responseTransferMode === 'STREAM';
  const routed = routeToBackEnd(tools.state, call, request);
  return exchange(
    tools,
    () => ({
      uri: `${request.origin}${request.path}`,
      headers: request.headers,
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    }),
    () =>
      tools.backEnds.send(routed, tools.body, {
        signal: tools.signal,
        streams,
        skipsVerification,
        clientCertificate: clientCertificateOf(call, tools),
      }),
  );
}

/** The one that the stage is told to use. */
function clientCertificateOf({ scope, stage }: GatewayCall, { state }: IntegrationTools) {
  const id = stage.clientCertificateId;
  const stored = id ? state.get('clientCertificates', keyOf.clientCertificate(scope, id)) : undefined;
  if (id === undefined || !stored) return undefined;
  return { id, certificatePem: stored.certificate.pemEncodedCertificate, privateKeyPem: stored.privateKeyPem };
}
