'use client';

import { RequestMappings } from '@/components/mappings/request-mappings';
import { RequestPreview } from '@/components/mappings/request-preview';
import { ResponseMappings } from '@/components/mappings/response-mappings';
import { ResponsePreview } from '@/components/mappings/response-preview';
import { Card } from '@/components/ui/card';
import type { Method } from '@/lib/gateway/model';
import type { RouteFacts } from '@/lib/routes/model';

/** What the back end gets, and what the client gets back, each with an example that follows the typing. */
export function MappingsTab({
  method,
  onChange,
  facts,
  readOnly,
}: {
  method: Method;
  onChange: (method: Method) => void;
  facts: RouteFacts;
  readOnly: boolean;
}) {
  const { path, verb } = facts;
  const common = { method, onChange, facts, readOnly };
  return (
    <div className="grid gap-4">
      <Card title="To the back end" description="Headers, query parameters and path values that are set on the way in.">
        <RequestMappings {...common} />
      </Card>
      {method.integration ? <RequestPreview path={path} verb={verb} method={method} facts={facts} /> : null}
      <Card title="Back to the client" description="Headers that are set on the way out.">
        <ResponseMappings {...common} />
      </Card>
      {method.integration && !method.integration.type.endsWith('_PROXY') ? (
        <ResponsePreview path={path} verb={verb} method={method} facts={facts} />
      ) : null}
    </div>
  );
}
