import type { DeploymentSnapshot } from '../../model';
import { parseJson } from '../json-path';
import type { Schema } from './check-schema';

/**
 * A model's schema with its references to other models led to `#/models/<name>` of one document that holds them all;
 * `undefined` for a model that isn't there or isn't JSON.
 */
export function modelSchema({ models }: DeploymentSnapshot, name: string | undefined): Schema | undefined {
  const text = models.find((model) => model.name === name)?.schema;
  const schema = text === undefined ? undefined : parseJson(text);
  if (typeof schema !== 'object' || schema === null) return undefined;
  const others = models.map((model) => [model.name, relinked(parseJson(model.schema ?? ''), model.name)] as const);
  return { $ref: `#/models/${name}`, models: Object.fromEntries(others) };
}

/** `#/…` of a model means that model; `…/restapis/<api>/models/<name>` another one. */
function relinked(value: unknown, owner: string): unknown {
  if (Array.isArray(value)) return value.map((item) => relinked(item, owner));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key !== '$ref' || typeof each !== 'string') return [key, relinked(each, owner)];
      const [, other, inside = ''] = /\/restapis\/[^/]+\/models\/([^#/]+)(?:#(.*))?$/.exec(each) ?? [];
      return [key, `#/models/${other ?? owner}${other === undefined ? each.replace(/^#/, '') : inside}`];
    }),
  );
}
