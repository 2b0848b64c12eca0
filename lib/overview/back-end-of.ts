import type { Integration } from '@/lib/inventory/model';

/** What an integration calls, as an operator would name it: the host, the bucket, the function. Pure. */
export function backEndOf(integration: Integration | null): { name: string; kind: string } {
  if (!integration) return { name: 'No integration', kind: 'Nothing answers' };
  if (integration.type === 'MOCK') return { name: 'Mock', kind: 'Answered by the gateway' };
  const uri = integration.uri ?? '';
  const viaLink = integration.connectionType === 'VPC_LINK' ? ' over a VPC link' : '';
  // arn:aws:apigateway:<region>:<service>:<path|action>/…
  const [, service, target] = /^arn:aws[\w-]*:apigateway:[\w-]*:([\w.-]+):(?:path|action)\/(.*)$/.exec(uri) ?? [];
  if (service === 'lambda') return { name: /:function:([\w-]+)/.exec(uri)?.[1] ?? 'A function', kind: 'Lambda' };
  if (service === 's3') return { name: target?.split('/')[0] || 'A bucket', kind: 'S3 bucket' };
  if (service === 'states') return { name: target || 'A state machine', kind: 'Step Functions' };
  if (service) return { name: service, kind: 'AWS service' };
  // Stage variables and path parameters make many URIs unparsable; the host is the part before the first slash.
  const host = /^https?:\/\/([^/?]+)/.exec(uri)?.[1];
  return {
    name: host ?? (uri || 'Unknown'),
    kind: `${uri.startsWith('https:') ? 'HTTPS' : 'HTTP'} endpoint${viaLink}`,
  };
}
