import { keyOf } from '../../scope';
import { buildBackEndRequest } from '../build-back-end-request';
import type { GatewayCall } from '../gateway-call';
import { headerValue } from '../header-list';
import type { IntegrationAnswer } from '../integration-answer';
import { needsWholeBody } from '../integration-request';
import { applyIntegrationResponse } from '../integration-response';
import { proxiedHeaders } from '../response-headers';
import { routeToBackEnd } from '../route-to-back-end';
import { exchange, type IntegrationTools, type RunIntegration } from './integration';

/** HTTP_PROXY: hands request and answer through, but for the header table. */
export const runHttpProxy: RunIntegration = async (call, tools) => {
  const answer = await send(call, tools);
  const headers = proxiedHeaders(answer.headers);
  const length = headerValue(answer.headers, 'Content-Length');
  if (headerValue(headers, 'Content-Type') === undefined) headers.push(['Content-Type', 'application/json']);
  if (length !== undefined) headers.push(['Content-Length', length]);
  return { ...answer, headers };
};

/** HTTP: request and answer go through mappings and templates. */
export const runHttp: RunIntegration = async (call, tools) => {
  const answer = await applyIntegrationResponse(call, await send(call, tools));
  return { ...answer, headers: [...answer.headers, ['X-Amzn-Trace-Id', call.request.traceId]] };
};

async function send(call: GatewayCall, tools: IntegrationTools): Promise<IntegrationAnswer> {
  const whole = needsWholeBody(call) || tools.log ? await tools.body.read() : null;
  const request = buildBackEndRequest(call, whole);
  const skipsVerification = call.integration.tlsConfig?.insecureSkipVerification ?? false;
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
