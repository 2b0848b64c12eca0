import { describe, expect, it } from 'vitest';
import { checkSchema } from './check-schema';
import { modelSchema } from './model-schema';

const person = {
  type: 'object',
  required: ['name', 'age'],
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 5, pattern: '^[a-z]+$' },
    age: { type: 'integer', minimum: 0, exclusiveMinimum: true, maximum: 150 },
    tags: { type: 'array', items: { enum: ['a', 'b'] }, minItems: 1, maxItems: 2, uniqueItems: true },
    any: { type: ['string', 'null'] },
  },
  patternProperties: { '^x-': { type: 'number', multipleOf: 0.5 } },
  additionalProperties: false,
};

describe('checkSchema', () => {
  it.each([[{ name: 'ann', age: 1 }], [{ name: 'ann', age: 150, tags: ['a', 'b'], any: null, 'x-y': 1.5 }]])(
    'allows %j',
    (value) => {
      expect(checkSchema(person, value)).toEqual([]);
    },
  );

  it.each([
    [{}, 'object has missing required properties (["age","name"])'],
    [[], 'instance type (array) does not match any allowed primitive type (allowed: ["object"])'],
    [
      { name: 'ann', age: 1.5 },
      'instance type (number) does not match any allowed primitive type (allowed: ["integer"])',
    ],
    [{ name: '', age: 1 }, 'string "" is too short'],
    [{ name: 'annann', age: 1 }, 'string "annann" is too long'],
    [{ name: 'Ann', age: 1 }, 'ECMA 262 regex "^[a-z]+$" does not match input string "Ann"'],
    [{ name: 'ann', age: 0 }, 'numeric instance is lower than the required minimum (minimum: 0, found: 0)'],
    [{ name: 'ann', age: 151 }, 'numeric instance is greater than the required maximum (maximum: 150, found: 151)'],
    [{ name: 'ann', age: 1, tags: [] }, 'array is too short'],
    [{ name: 'ann', age: 1, tags: ['a', 'a'] }, 'array must not contain duplicate elements'],
    [{ name: 'ann', age: 1, tags: ['c'] }, 'instance value ("c") not found in enum (possible values: ["a","b"])'],
    [{ name: 'ann', age: 1, 'x-y': 0.3 }, '0.3 is no multiple of 0.5'],
    [
      { name: 'ann', age: 1, b: 1, a: 1 },
      'object instance has properties which are not allowed by the schema: ["a","b"]',
    ],
  ])('refuses %j: %s', (value, problem) => {
    expect(checkSchema(person, value)).toContain(problem);
  });

  it.each([
    [{ allOf: [{ type: 'string' }, { minLength: 2 }] }, 'ab', 'a'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, null, 1],
    [{ oneOf: [{ minimum: 1 }, { maximum: 1 }] }, 2, 1],
    [{ not: { type: 'string' } }, 1, 'a'],
    [{ items: [{ type: 'string' }, {}], additionalItems: false }, ['a', 1], ['a', 1, 2]],
    [{ additionalProperties: { type: 'string' } }, { a: 'b' }, { a: 1 }],
    [{ minProperties: 1, maxProperties: 1 }, { a: 1 }, {}],
    [{ $ref: '#/definitions/a~1b', definitions: { 'a/b': { type: 'string' } } }, 'a', 1],
    [
      { properties: { next: { $ref: '#' }, end: { type: 'null' } } },
      { next: { next: { end: null } } },
      { next: { end: 1 } },
    ],
  ])('%j: %j but not %j', (schema, good, bad) => {
    expect(checkSchema(schema, good)).toEqual([]);
    expect(checkSchema(schema, bad)).not.toEqual([]);
  });
});

it('models refer to each other', () => {
  const model = (name: string, schema: object) => ({ id: name, name, schema: JSON.stringify(schema) });
  const other = 'https://apigateway.amazonaws.com/restapis/abc/models/Item';
  const models = [
    model('Order', { type: 'array', items: { $ref: other } }),
    model('Item', { $ref: '#/definitions/id', definitions: { id: { type: 'integer' } } }),
  ];
  const parts = { restApi: {}, resources: [], authorizers: [], requestValidators: [], gatewayResponses: [], models };
  const schema = modelSchema(parts, 'Order');
  expect(schema && checkSchema(schema, [1, 2])).toEqual([]);
  expect(schema && checkSchema(schema, [1, 'two'])).toHaveLength(1);
  expect(modelSchema(parts, 'Nobody')).toBeUndefined();
});
