import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export const faultSchema = z.strictObject({
  service: z.enum(['apigateway', 'route53', 'acm', 'lambda', 'sts', '*']).default('*'),
  operation: z.string().min(1).default('*'),
  /** Strikes that often, then is gone. Without it: until it is deleted. */
  count: z.number().int().positive().optional(),
  /** Strikes with this chance, 0 to 1. Without it: always. */
  probability: z.number().min(0).max(1).optional(),
  /**
   * `error`: a refusal of the service · `latency`: late, else normal · `reset-before`: connection cut, nothing done ·
   * `reset-after`: done, but connection cut · `html`: a proxy's HTML page ·
   * `malformed`: done, but the answer breaks off in its middle · `hang`: no answer, nothing done
   */
  kind: z.enum(['error', 'latency', 'reset-before', 'reset-after', 'html', 'malformed', 'hang']),
  status: z.number().int().min(200).max(599).optional(),
  /** Travels in a header. */
  code: z
    .string()
    .regex(/^[\w.#:-]+$/)
    .optional(),
  message: z.string().optional(),
  latencyMs: z.number().int().min(0).max(600_000).optional(),
});

export type FaultInput = z.infer<typeof faultSchema>;
export type Fault = FaultInput & { id: string };

/** Faults waiting to strike; in memory, so a restart heals. */
export class Faults {
  #faults: Fault[] = [];

  list(): Fault[] {
    return this.#faults;
  }

  add(input: FaultInput): Fault {
    const fault = { ...input, id: randomUUID() };
    this.#faults.push(fault);
    return fault;
  }

  /** Removes one fault, or all; returns how many. */
  remove(id?: string): number {
    const before = this.#faults.length;
    this.#faults = id === undefined ? [] : this.#faults.filter((fault) => fault.id !== id);
    return before - this.#faults.length;
  }

  /** The fault that strikes this call, if any; counts it. */
  strike(service: string, operation: string): Fault | undefined {
    const fault = this.#faults.find(
      (candidate) =>
        (candidate.service === '*' || candidate.service === service) &&
        (candidate.operation === '*' || candidate.operation === operation) &&
        (candidate.probability === undefined || Math.random() < candidate.probability),
    );
    if (fault?.count !== undefined) {
      fault.count -= 1;
      if (fault.count === 0) this.remove(fault.id);
    }
    return fault && { ...fault };
  }
}
