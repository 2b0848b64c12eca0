import { Badge } from '@/components/ui/badge';
import type { ExplainedIntegration } from '@/lib/explain/model';
import type { IntegrationType } from '@/lib/gateway/model';

const typeWords: Record<IntegrationType, string> = {
  HTTP: 'HTTP, by templates and responses',
  HTTP_PROXY: 'HTTP, handed through',
  AWS: 'AWS service, by templates and responses',
  AWS_PROXY: 'Lambda, handed through',
  MOCK: 'Mock: nothing is called',
};

/** The integration as configured, with what the stage fills in. */
export function BackEndPart({ integration }: { integration: ExplainedIntegration }) {
  const { type, uri, stageVariables, connection, timeoutMs } = integration;
  return (
    <div className="grid gap-1.5 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        {typeWords[type]}
        {type === 'MOCK' ? null : (
          <span className="text-ink-muted text-xs">
            {connection === 'vpc-link' ? 'through a VPC link' : type.startsWith('HTTP') ? 'over the internet' : null}
            {connection === 'vpc-link' || type.startsWith('HTTP') ? ' · ' : null}
            timeout {timeoutMs / 1000} s
          </span>
        )}
      </p>
      {uri ? <code className="break-name text-xs">{uri}</code> : null}
      {stageVariables.length > 0 ? (
        <ul aria-label="Stage variables" className="grid gap-0.5">
          {stageVariables.map(({ name, value }) => (
            <li key={name} className="break-name font-mono text-xs">
              <span className="text-ink-muted">stageVariables.{name} =</span>{' '}
              {value ?? <Badge tone="red">the stage has none</Badge>}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
