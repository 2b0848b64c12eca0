import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits';
import { canonicalise } from './canonicalise';
import { emptyIntegration, emptyMethod, emptySnapshot } from './defaults';
import type { Edit, FieldValue } from './edits';
import type { Method } from './model';
import { rebase } from './rebase';

const at = { path: '/orders', verb: 'GET' } as const;
const method: Method = {
  ...emptyMethod(),
  integration: { ...emptyIntegration('HTTP_PROXY'), uri: 'https://a.example/', httpMethod: 'GET' },
};
const base = canonicalise({
  ...emptySnapshot('shop'),
  resources: { '/orders': { methods: { GET: method } }, '/orders/{id}': { methods: { GET: method } } },
});

const set = (field: string, value: FieldValue, key: string | null = null): Edit => {
  return { op: 'set', subject: { kind: 'integration', ...at }, field, key, value };
};
const header = (value: string) => set('requestParameters', value, 'integration.request.header.X');
const removeOrders: Edit = { op: 'remove', subject: { kind: 'resource', path: '/orders' } };
const removeGet: Edit = { op: 'remove', subject: { kind: 'method', ...at } };
const put: Edit = { op: 'put', subject: { kind: 'method', path: '/orders', verb: 'POST' }, value: method };

const rebased = (theirs: Edit[], mine: Edit[]) => rebase(base, applyEdits(base, theirs), mine);

describe('rebase', () => {
  it('lets two people change different things of one method', () => {
    const { edits, conflicts } = rebased([set('uri', 'https://b.example/'), header("'b'")], [set('timeoutMs', 100)]);
    expect(edits).toEqual([set('timeoutMs', 100)]);
    expect(conflicts).toEqual([]);
  });

  it('finds that both want the same', () => {
    expect(rebased([set('timeoutMs', 100), removeGet, put], [removeGet, put])).toEqual({
      edits: [],
      conflicts: [],
      done: [removeGet, put],
    });
  });

  it('says what three sides make of the same place', () => {
    expect(rebased([header("'b'")], [header("'c'"), set('timeoutMs', 100)])).toEqual({
      edits: [set('timeoutMs', 100)],
      conflicts: [{ edit: header("'c'"), base: null, theirs: "'b'", mine: "'c'" }],
      done: [],
    });
  });

  it('has a conflict where what one changes, the other removes', () => {
    expect(rebased([removeGet], [set('timeoutMs', 100)]).conflicts).toMatchObject([
      { base: 29_000, theirs: null, mine: 100 },
    ]);
    const inside: Edit = {
      op: 'set',
      subject: { kind: 'integration', path: '/orders/{id}', verb: 'GET' },
      field: 'timeoutMs',
      key: null,
      value: 1_000,
    };
    expect(rebased([inside], [removeOrders]).conflicts).toMatchObject([{ edit: removeOrders, mine: null }]);
    const response: Edit = {
      op: 'put',
      subject: { kind: 'method-response', ...at, status: '200' },
      value: { parameters: {}, models: {} },
    };
    expect(rebased([removeGet], [response]).conflicts).toHaveLength(1);
  });

  it('makes a resource again for a new route in it', () => {
    expect(rebased([removeOrders], [put])).toMatchObject({ edits: [put], conflicts: [] });
  });

  it('has a conflict where the change of another makes an edit meaningless', () => {
    const insecure = set('tlsInsecure', true);
    const mock = [set('type', 'MOCK'), set('uri', null), set('httpMethod', null)];
    expect(rebased(mock, [insecure])).toEqual({
      edits: [],
      conflicts: [{ edit: insecure, base: false, theirs: false, mine: true }],
      done: [],
    });
  });

  it('drops what never had an effect', () => {
    expect(rebased([set('timeoutMs', 100)], [set('timeoutMs', 29_000)])).toEqual({
      edits: [],
      conflicts: [],
      done: [],
    });
  });
});
