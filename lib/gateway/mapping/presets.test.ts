import { describe, expect, it } from 'vitest';
import type { IntegrationType } from '../model';
import { checkMappings } from './check-mappings';
import { presets } from './presets';
import { sampleMethod } from './testing/sample-method';

describe.each(presets.map((preset) => [preset.id, preset] as const))('the preset %s', (_, preset) => {
  const types: IntegrationType[] = preset.side === 'request' ? ['HTTP', 'HTTP_PROXY', 'AWS'] : ['HTTP', 'AWS', 'MOCK'];

  it.each(types)('gives a %s method that AWS takes, with nothing else changed', (type) => {
    const uri = type === 'MOCK' ? null : 'https://back.example.com/';
    const others = { 'integration.request.header.Other': "'1'" };
    const before = sampleMethod({ type, uri, requestParameters: others });
    expect(preset.obstacle(before)).toBeNull();
    expect(preset.isApplied(before)).toBe(false);
    const after = preset.edit(before);
    expect(preset.isApplied(after)).toBe(true);
    expect(checkMappings(after, '/').filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(after.integration?.requestParameters).toMatchObject(others);
    expect(preset.edit(after)).toEqual(after);
    expect(before).toEqual(sampleMethod({ type, uri, requestParameters: others }));
  });

  it('says so where it can do nothing', () => {
    expect(preset.obstacle(sampleMethod({ type: 'AWS_PROXY' }))).toMatch(/Lambda proxy/);
    expect(preset.obstacle(sampleMethod({}, { integration: null }))).toBe('Choose a back end first.');
    expect(preset.edit(sampleMethod({}, { integration: null })).integration).toBeNull();
  });
});

describe('presets', () => {
  const find = (id: string) => {
    const preset = presets.find((each) => each.id === id);
    if (!preset) throw new Error(id);
    return preset;
  };

  it('replace another spelling of the same header', () => {
    const requestParameters = { 'integration.request.header.x-tenant': "'old'" };
    expect(find('tenant').edit(sampleMethod({ requestParameters })).integration?.requestParameters).toEqual({
      'integration.request.header.X-Tenant-Host': 'context.domainName',
      'integration.request.header.X-Tenant': 'context.domainPrefix',
    });
  });

  it('reach every integration response, and declare what they set', () => {
    const plain = { selectionPattern: null, contentHandling: null, parameters: {}, templates: {} };
    const responses = { '200': plain, '404': { ...plain, selectionPattern: '404' } };
    const after = find('no-store').edit(sampleMethod({ type: 'HTTP', responses }));
    for (const status of ['200', '404']) {
      expect(after.integration?.responses[status]?.parameters).toEqual({
        'method.response.header.Cache-Control': "'no-store'",
      });
      expect(after.responses[status]?.parameters).toEqual({ 'method.response.header.Cache-Control': false });
    }
  });

  it('have ids of their own', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length);
  });
});
