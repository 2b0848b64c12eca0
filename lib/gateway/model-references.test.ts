import { describe, expect, it } from 'vitest';
import { referencedModels, schemaForAws, withoutApiId } from './model-references';

const own = { properties: { pet: { $ref: '#/components/schemas/Pet' }, local: { $ref: '#/definitions/x' } } };

describe('references between models', () => {
  it('get the id of the API for AWS, and lose it again', () => {
    const forAws = schemaForAws(JSON.stringify(own), 'a1b2c3');
    expect(JSON.parse(forAws).properties).toEqual({
      pet: { $ref: 'https://apigateway.amazonaws.com/restapis/a1b2c3/models/Pet' },
      local: { $ref: '#/definitions/x' },
    });
    expect(withoutApiId(JSON.parse(forAws))).toEqual(own);
    expect(schemaForAws('<xml/>', 'a1b2c3')).toBe('<xml/>');
  });

  it('are found', () => {
    expect(referencedModels(JSON.stringify(own))).toEqual(['Pet']);
    expect(referencedModels(null)).toEqual([]);
    expect(referencedModels('#/components/schemas/ no JSON')).toEqual([]);
  });
});
