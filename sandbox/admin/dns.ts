import { listCustomerRecords, putCustomerRecord, RefusedRecord, removeCustomerRecord } from '../dns/customer-records';
import { Failure } from '../protocol/failure';
import type { AdminRoute } from './admin-route';

/** The customer's own DNS provider: PUT {name, type, ttl?, values, force?}, DELETE ?name=&type=. */
export const dns: { GET: AdminRoute; PUT: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => listCustomerRecords(state),
  PUT: ({ state }, { body }) => refused(() => putCustomerRecord(state, body)),
  DELETE: async ({ state }, { query }) => ({
    removed: await refused(() => removeCustomerRecord(state, Object.fromEntries(query))),
  }),
};

async function refused<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof RefusedRecord) throw new Failure('BadRequest', error.message);
    throw error;
  }
}
