import 'server-only';
import { z } from 'zod';
import { env } from '@/lib/env';
import { callSandbox } from '@/lib/sandbox-panel/call-sandbox';
import type { SandboxReport } from '@/lib/sandbox-panel/model';

const shownCalls = 50;

const healthSchema = z.object({ clock: z.object({ now: z.string(), offsetMs: z.number() }) });
const schemaSchema = z.object({
  dials: z.object({ properties: z.record(z.string(), z.object({ description: z.string().default('') })) }),
  operations: z.record(z.string(), z.array(z.string())),
});
export const dialsSchema = z.record(z.string(), z.union([z.number(), z.boolean()]));
export const faultSchema = z.object({
  id: z.string(),
  service: z.string(),
  operation: z.string(),
  kind: z.string(),
  count: z.number().optional(),
  probability: z.number().optional(),
  status: z.number().optional(),
  code: z.string().optional(),
  latencyMs: z.number().optional(),
});
const callsSchema = z.object({
  total: z.number(),
  throttled: z.number(),
  recent: z.array(
    z.object({
      at: z.string(),
      service: z.string(),
      operation: z.string(),
      status: z.number(),
      code: z.string().optional(),
      requestId: z.string(),
      durationMs: z.number(),
      throttled: z.boolean(),
      fault: z.string().optional(),
    }),
  ),
});
const contentsSchema = z.array(
  z.object({
    account: z.string().nullable(),
    region: z.string().nullable(),
    counts: z.record(z.string(), z.number()),
  }),
);

/**
 * What the sandbox has, has answered, and is set to.
 *
 * @throws ExpectedError `aws-unreachable` when it does not answer
 */
export async function readSandbox(): Promise<SandboxReport> {
  const [health, schema, values, faults, calls, contents] = await Promise.all([
    callSandbox('GET', 'health', healthSchema),
    callSandbox('GET', 'schema', schemaSchema),
    callSandbox('GET', 'dials', dialsSchema),
    callSandbox('GET', 'faults', z.array(faultSchema)),
    callSandbox('GET', 'calls', callsSchema),
    callSandbox('GET', 'state', contentsSchema),
  ]);
  return {
    url: `http://127.0.0.1:${env().sandboxPorts.aws}`,
    ...health.clock,
    dials: Object.entries(values).map(([name, value]) => ({
      name,
      value,
      description: schema.dials.properties[name]?.description ?? '',
    })),
    faults,
    operations: schema.operations,
    calls: calls.recent.slice(-shownCalls).reverse(),
    total: calls.total,
    throttled: calls.throttled,
    contents,
  };
}
