import { expect, it } from 'vitest';
import { echoValues, formValues } from './form-values';

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

it('builds objects and lists from dotted names', () => {
  const values = formValues(
    form(
      ['name', 'Acme'],
      ['mappings.10.stage', 'b'],
      ['mappings.2.stage', 'a'],
      ['mappings.2.basePath', ''],
      ['$ACTION_ID_x', ''],
    ),
  );
  expect(values).toEqual({ name: 'Acme', mappings: [{ stage: 'a', basePath: '' }, { stage: 'b' }] });
});

it('makes a list of a name that comes twice', () => {
  expect(formValues(form(['tag', 'a'], ['tag', 'b']))).toEqual({ tag: ['a', 'b'] });
});

it('can not be made to touch prototypes', () => {
  const values = formValues(form(['__proto__.polluted', 'yes'], ['constructor.prototype.polluted', 'yes'], ['a', 'b']));
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(values.a).toBe('b');
});

it('gives back what was typed, without secrets', () => {
  expect(echoValues(form(['email', 'a@b.c'], ['password', 'x'], ['newPassword', 'y']))).toEqual({ email: 'a@b.c' });
});
