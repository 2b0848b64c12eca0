'use client';

import { Notice } from '@/components/ui/notice';
import { checkMappings } from '@/lib/gateway/mapping/check-mappings';
import { requestMappingsIgnored } from '@/lib/gateway/mapping/header-rules';
import type { Method } from '@/lib/gateway/model';
import type { RouteFacts } from '@/lib/routes/model';
import { MappingEditor } from './mapping-editor';
import { PresetList } from './preset-list';
import { setRequestParameters } from './set-parameters';
import { suggestSources, suggestTargets } from './suggestions';

export interface MappingsProps {
  method: Method;
  facts: RouteFacts;
  onChange: (method: Method) => void;
  readOnly?: boolean;
}

/** What the back end gets beside what the client sent: headers, query parameters, parts of the path. */
export function RequestMappings({ method, facts, onChange, readOnly = false }: MappingsProps) {
  const { integration } = method;
  if (!integration) return <p className="text-ink-muted text-sm">Choose a back end first.</p>;
  const ignored = requestMappingsIgnored(integration.type);
  const stageVariables = [...new Set(facts.stages.flatMap(({ variables }) => Object.keys(variables)))].sort();
  return (
    <div className="grid gap-3">
      {ignored ? (
        <Notice tone="amber" title="Mappings change nothing here">
          {ignored}
        </Notice>
      ) : null}
      <MappingEditor
        label="Mappings to the back end"
        side="request"
        parameters={integration.requestParameters}
        findings={checkMappings(method, facts.path).filter(({ side }) => side === 'request')}
        readOnly={readOnly}
        suggest={{
          targets: (place) => suggestTargets(place, 'request', integration.uri),
          sources: (kind) => suggestSources(kind, { path: facts.path, method, stageVariables }),
        }}
        onChange={(parameters) => onChange(setRequestParameters(method, integration, parameters))}
      />
      {readOnly ? null : (
        <div>
          <PresetList side="request" method={method} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
