import { putDelegation, putSignature, removeDelegation } from '../dns/delegations';
import { changeNameServer, listNameServers } from '../dns/name-server-states';
import { Failure } from '../protocol/failure';
import type { AdminRoute } from './admin-route';

/** What the registry was told to hand out: PUT {zone, nameServers}, DELETE ?zone=. */
export const dnsDelegations: { GET: AdminRoute; PUT: AdminRoute; DELETE: AdminRoute } = {
  GET: ({ state }) => state.list('delegations'),
  PUT: ({ state }, { body }) => putDelegation(state, body),
  DELETE: async ({ state }, { query }) => ({ removed: await removeDelegation(state, query.get('zone') ?? '') }),
};

/** The name servers: PUT {address or name, stale?, silent?}. */
export const dnsServers: { GET: AdminRoute; PUT: AdminRoute } = {
  GET: ({ state }) => listNameServers(state),
  async PUT({ state }, { body }) {
    try {
      return await changeNameServer(state, body);
    } catch (error) {
      if (error instanceof RangeError) throw new Failure('BadRequest', error.message);
      throw error;
    }
  },
};

/** Zones with signatures: PUT {zone, dnssec: 'bogus' or 'unsigned'}. */
export const dnsZones: { GET: AdminRoute; PUT: AdminRoute } = {
  GET: ({ state }) => state.list('signedZones'),
  PUT: ({ state }, { body }) => putSignature(state, body),
};
