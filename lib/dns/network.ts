import 'server-only';
import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import { createAuthority } from '@/lib/dns/authority/create-authority';
import type { Authority } from '@/lib/dns/authority/model';
import { createResolver, type Resolver } from '@/lib/dns/resolver';
import type { AddressGuard } from '@/lib/net/address-guard';

/** How domains are checked from outside: whom to ask for names, where to connect, which CAs to trust. */
export interface Network {
  resolver: Resolver;
  /** The same names asked server by server: who is in charge, and what each of them says. */
  authority: Authority;
  /** Each configured resolver by itself, where there are several: they may answer differently for a while. */
  each?: { address: string; resolver: Resolver }[];
  httpsPort: number;
  /** A tenant's DNS may answer anything: only addresses that this lets through are connected to. */
  guard: AddressGuard;
  /** The CAs to trust; undefined for those that Node trusts by itself. */
  secureContext(): SecureContext | undefined;
}

interface Settings {
  dnsServers: string[];
  /** Where name servers listen; 53 unless the sandbox plays them. */
  dnsAuthorityPort?: number;
  probeHttpsPort: number;
  /** PEM file of a CA to trust besides the public ones. */
  probeCaFile: string | null;
  guard: AddressGuard;
}

/** Makes the network of a deployment from its settings. */
export function createNetwork(settings: Settings): Network {
  const { dnsServers, dnsAuthorityPort = 53, guard } = settings;
  return {
    resolver: createResolver(dnsServers),
    authority: createAuthority({ dnsServers, port: dnsAuthorityPort, guard }),
    each: dnsServers.length < 2 ? [] : dnsServers.map((address) => ({ address, resolver: createResolver([address]) })),
    httpsPort: settings.probeHttpsPort,
    guard,
    secureContext: trustOf(settings.probeCaFile),
  };
}

/**
 * Parsing all public CAs takes some milliseconds, so the result is kept. The file is read anew each time: the sandbox
 * writes it at its first start, and a factory reset brings another one. A file that is not there adds nothing.
 */
function trustOf(file: string | null): () => SecureContext | undefined {
  if (file === null) return () => undefined;
  let kept: { pem: string; context: SecureContext } | null = null;
  return () => {
    const pem = readOrNull(file);
    if (pem === null) return undefined;
    if (kept?.pem !== pem) kept = { pem, context: createSecureContext({ ca: [...rootCertificates, pem] }) };
    return kept.context;
  };
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
