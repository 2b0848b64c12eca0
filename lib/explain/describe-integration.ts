import type { Method } from '@/lib/gateway/model';
import type { ResolveOptions } from '@/lib/gateway/resolve';
import type { ExplainedIntegration } from './model';

/** The integration as configured, and what the stage fills in. */
export function describeIntegration({ integration }: Method, { stage }: ResolveOptions): ExplainedIntegration | null {
  if (!integration) return null;
  const { type, uri, timeoutMs, connectionType } = integration;
  const names = [...(uri ?? '').matchAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g)].map(([, name = '']) => name);
  return {
    type,
    uri,
    stageVariables: [...new Set(names)].map((name) => ({ name, value: stage?.variables[name] ?? null })),
    connection: connectionType === 'VPC_LINK' ? 'vpc-link' : 'internet',
    timeoutMs,
  };
}
