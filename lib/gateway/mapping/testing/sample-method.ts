import { emptyIntegration, emptyMethod } from '../../defaults';
import type { Integration, Method } from '../../model';

/** A method for tests: an HTTP_PROXY to a back end, and what the test wants otherwise. */
export function sampleMethod(integration: Partial<Integration> = {}, method: Partial<Method> = {}): Method {
  const proxy = { ...emptyIntegration('HTTP_PROXY'), uri: 'https://back.example.com/', httpMethod: 'ANY' };
  return { ...emptyMethod(), integration: { ...proxy, ...integration }, ...method };
}
