import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createNetwork, type Network } from '@/lib/dns/network';
import { createGuard } from '@/lib/net/address-guard';
import { type Authority, ensureAuthority } from '@/sandbox/pki/authority';
import { issueCertificate } from '@/sandbox/pki/issue-certificate';
import { State } from '@/sandbox/state';

const day = 86_400_000;

export interface Site {
  network: Network;
  close(): Promise<void>;
}

/** HTTPS servers with real certificates of a CA that only their clients' networks trust. */
export async function tlsSites(dnsServers: string[] = [], allowedNetworks = ['127.0.0.1']) {
  const directory = mkdtempSync(path.join(tmpdir(), 'gatehouse-tls-'));
  const [ours, strangers] = await Promise.all(
    ['ours', 'strangers'].map((name) => authorityIn(path.join(directory, name))),
  );
  if (ours === undefined || strangers === undefined) throw new Error('no authority');
  const caFile = path.join(directory, 'ca.pem');
  writeFileSync(caFile, ours.caPem);
  const guard = createGuard({ allowedNetworks, sandboxPorts: [] });
  const networkOf = (probeHttpsPort: number) =>
    createNetwork({ dnsServers, probeHttpsPort, probeCaFile: caFile, guard });

  /** A server for `names`, valid from and to so many days from now. */
  async function open(
    names: string[],
    answer: RequestListener,
    options: { from?: number; to?: number; strange?: boolean } = {},
  ): Promise<Site> {
    const at = (days: number) => new Date(Date.now() + days * day);
    const validity = { notBefore: at(options.from ?? -1), notAfter: at(options.to ?? 90) };
    const issued = await issueCertificate(
      options.strange ? (strangers as Authority) : (ours as Authority),
      names,
      validity,
    );
    const server = createServer({ cert: issued.chainPem, key: issued.privateKeyPem }, answer);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const network = networkOf((server.address() as AddressInfo).port);
    const close = async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return { network, close };
  }

  return { open, networkOf, remove: () => rmSync(directory, { recursive: true, force: true }) };
}

async function authorityIn(directory: string): Promise<Authority> {
  const state = State.open(directory);
  try {
    return await ensureAuthority(state);
  } finally {
    await state.close();
  }
}
