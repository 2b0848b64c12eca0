import path from 'node:path';

interface Target {
  target: 'sandbox' | 'endpoint' | 'aws';
  dataDir: string;
  sandboxPorts: { https: number };
}

/** Single-quoted for a POSIX shell where that is needed. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * The `curl` command that reaches a domain's back end from a shell. On the sandbox it goes to this machine and trusts the
 * sandbox's own CA. Pure.
 */
export function shellCommand(hostname: string, urlPath: string, { target, dataDir, sandboxPorts }: Target): string {
  if (target !== 'sandbox') return `curl -i ${quote(`https://${hostname}${urlPath}`)}`;
  const { https } = sandboxPorts;
  const ca = path.join(dataDir, 'sandbox', 'ca.pem');
  return `curl -i --resolve ${hostname}:${https}:127.0.0.1 --cacert ${quote(ca)} ${quote(`https://${hostname}:${https}${urlPath}`)}`;
}
