import type { Sandbox } from '../sandbox';

/** Answers an admin request with what becomes its JSON; throws a `Failure` or zod's error for a bad one. */
export type AdminRoute = (sandbox: Sandbox, request: AdminRequest) => unknown;

interface AdminRequest {
  query: URLSearchParams;
  /** The parsed JSON body; `undefined` without one. */
  body: unknown;
}
