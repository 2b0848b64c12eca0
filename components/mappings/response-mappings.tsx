'use client';

import { Notice } from '@/components/ui/notice';
import { checkMappings } from '@/lib/gateway/mapping/check-mappings';
import { responseMappingsIgnored } from '@/lib/gateway/mapping/header-rules';
import { MappingEditor } from './mapping-editor';
import { PresetList } from './preset-list';
import type { MappingsProps } from './request-mappings';
import { setResponseParameters } from './set-parameters';
import { suggestSources, suggestTargets } from './suggestions';

/** Headers of the answer, for each of the integration's responses; and the truth about proxy integrations, which have none. */
export function ResponseMappings({ method, facts, onChange, readOnly = false }: MappingsProps) {
  const { integration } = method;
  if (!integration) return <p className="text-ink-muted text-sm">Choose a back end first.</p>;
  const ignored = responseMappingsIgnored(integration.type);
  if (ignored) {
    return (
      <Notice tone="blue" title="The answer passes through as the back end sends it">
        {ignored}
      </Notice>
    );
  }
  const stageVariables = [...new Set(facts.stages.flatMap(({ variables }) => Object.keys(variables)))].sort();
  const findings = checkMappings(method, facts.path);
  return (
    <div className="grid gap-4">
      {Object.entries(integration.responses).map(([status, response]) => (
        <section key={status} aria-label={`Headers of ${status}`}>
          <h3 className="mb-2 font-medium text-sm">
            {status}{' '}
            <span className="font-normal text-ink-muted">
              {response.selectionPattern === null
                ? 'by default'
                : `when the back end says ${response.selectionPattern}`}
            </span>
          </h3>
          <MappingEditor
            label={`Headers of ${status}`}
            side="response"
            parameters={response.parameters}
            findings={findings.filter((finding) => finding.side === 'response' && finding.status === status)}
            readOnly={readOnly}
            suggest={{
              targets: () => suggestTargets('header', 'response', null),
              sources: (kind) => suggestSources(kind, { path: facts.path, method, stageVariables }),
            }}
            onChange={(parameters) => onChange(setResponseParameters(method, integration, status, parameters))}
          />
        </section>
      ))}
      {Object.keys(integration.responses).length === 0 ? (
        <Notice tone="amber" title="There is no integration response yet">
          Without one every request ends in 500. Add one under Responses, or take a ready-made header: it brings one.
        </Notice>
      ) : null}
      {readOnly ? null : (
        <div>
          <PresetList side="response" method={method} onChange={onChange} />
        </div>
      )}
    </div>
  );
}
