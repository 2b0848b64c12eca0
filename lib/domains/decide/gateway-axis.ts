import { needsReplacing } from '@/lib/certificates/needs-replacing';
import { type AxisDraft, draft, unread, type View } from '@/lib/domains/decide/view';
import { tenantTag, usesGatewayDomain } from '@/lib/domains/ownership';
import type { GatewayDomain } from '@/lib/inventory/model';

/** Is the custom domain name on the gateway, ours, and with the right certificate? */
export function gatewayAxis(view: View, certificate: AxisDraft): AxisDraft {
  const { wanted, observed } = view;
  const name = wanted.gatewayDomainName;
  const shared = name !== wanted.hostname;
  if (!observed.gatewayDomain.known)
    return unread(view, 'gateway', 'the custom domain name', observed.gatewayDomain.trouble);
  const domain = observed.gatewayDomain.value;
  if (domain === null) {
    if (shared)
      return draft.problem(
        `The custom domain name ${name}, which should serve this hostname, is not on the gateway any more.`,
      );
    if (certificate.state !== 'ok' && certificate.state !== 'at-risk')
      return draft.notStarted('Created once the certificate is issued.');
    return draft.working('create-domain-name', `Creating the custom domain name ${name}.`);
  }
  if (!shared && !view.subject.takeoverConfirmed && !usesGatewayDomain(view.subject, domain)) return foreign(domain);
  if (domain.endpointType !== 'REGIONAL') {
    return draft.problem(
      `The custom domain name ${name} is ${domain.endpointType.toLowerCase()}; only regional ones can be served from here.`,
    );
  }
  return present(view, domain, certificate);
}

function foreign(domain: GatewayDomain): AxisDraft {
  const owner = domain.tags[tenantTag];
  if (owner !== undefined)
    return draft.problem(`${domain.name} is on the gateway already and belongs, by its tag, to the tenant ${owner}.`);
  return draft.problem(
    `${domain.name} is on the gateway already and was not made here. Remove it there, or tag it ${tenantTag} for this tenant.`,
  );
}

function present(view: View, domain: GatewayDomain, certificate: AxisDraft): AxisDraft {
  const reason = domain.statusMessage === null ? '' : ` AWS says: ${domain.statusMessage}`;
  if (domain.status === 'FAILED') return draft.problem(`The custom domain name failed on the gateway.${reason}`);
  if (domain.status.startsWith('PENDING')) {
    return {
      state: 'waiting',
      actor: 'aws',
      sentence: `API Gateway is preparing ${domain.name}.${reason}`,
      pace: 'fast',
    };
  }
  if (domain.targetName === null)
    return {
      state: 'waiting',
      actor: 'aws',
      sentence: `API Gateway has not given ${domain.name} a target yet.`,
      pace: 'fast',
    };
  const { certificateArn } = view.wanted;
  const old = view.subject.replacesCertificateArn;
  if (old !== null && domain.certificateArn === old && view.wanted.gatewayDomainName === view.wanted.hostname)
    return replacing(view, domain, certificate);
  if (certificateArn !== null && domain.certificateArn !== null && domain.certificateArn !== certificateArn) {
    return draft.atRisk(`${domain.name} serves another certificate than the one chosen here.`);
  }
  if (domain.status === 'UPDATING')
    return draft.ok(`${domain.name} is on the gateway; AWS is updating it, and it keeps serving.`);
  return draft.ok(
    domain.name === view.wanted.hostname
      ? `${domain.name} is on the gateway.`
      : `${domain.name} on the gateway serves it.`,
  );
}

/** The operator chose another certificate, or asked for a new one, while the gateway serves the old one. */
function replacing(view: View, domain: GatewayDomain, certificate: AxisDraft): AxisDraft {
  const fresh = view.observed.certificate.known && (certificate.state === 'ok' || certificate.state === 'at-risk');
  const old = view.subject.replacedCertificate ?? null;
  // One that nothing is wrong with serves as long as it takes.
  const sound = old !== null && !needsReplacing(old, view.now);
  if (!fresh) {
    const sentence = `${domain.name} serves the old certificate until the new one is issued.`;
    return sound ? draft.ok(sentence) : draft.atRisk(sentence);
  }
  const sentence = `${domain.name} serves the old certificate and is switched to the new one.`;
  return sound
    ? draft.working('create-domain-name', sentence)
    : { ...draft.atRisk(sentence), action: 'create-domain-name' };
}
