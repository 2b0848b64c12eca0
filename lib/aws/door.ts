import 'server-only';
import { guardAnswer } from './guard-answer';
import type { Door, Stack } from './middleware';
import { observeCalls } from './observe-calls';
import { paceCalls } from './pace-calls';
import type { Service } from './quotas';
import { refuseChanges } from './refuse-changes';
import { retryCalls } from './retry-calls';

/** Puts our five middlewares on a client, from the outside in: observe, confirm, retry, pace, guard. */
export function addDoor(stack: Stack, service: Service, options: Omit<Door, 'service'>): void {
  const door = { ...options, service };
  stack.add(observeCalls(door), { name: 'gatehouseObserve', step: 'initialize', priority: 'high' });
  stack.addRelativeTo(refuseChanges(door), {
    name: 'gatehouseRefuseChanges',
    relation: 'after',
    toMiddleware: 'gatehouseObserve',
  });
  stack.addRelativeTo(retryCalls(door), {
    name: 'gatehouseRetry',
    relation: 'before',
    toMiddleware: 'retryMiddleware',
  });
  stack.addRelativeTo(paceCalls(door), { name: 'gatehousePace', relation: 'after', toMiddleware: 'retryMiddleware' });
  stack.add(guardAnswer, { name: 'gatehouseGuard', step: 'deserialize', priority: 'low' });
}
