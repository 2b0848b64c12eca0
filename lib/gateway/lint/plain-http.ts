import { finding, ofIntegration, perIntegration, type Rule } from './rule';

/** A back end that is called without TLS over the internet. */
export const plainHttp: Rule = perIntegration(({ uri, connectionType }, route) => {
  const host = /^http:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^/:?#]+)/i.exec(uri ?? '')?.[1];
  if (host === undefined || connectionType === 'VPC_LINK' || isPrivate(host)) return [];
  const sentence = `requests go to ${host} without encryption, over the internet.`;
  return [finding('plain-http', 'warning', ofIntegration(route), sentence, 'Use https://, or a VPC link.')];
});

/** Names and addresses that lead nowhere on the internet; a stage variable may be one. */
function isPrivate(host: string): boolean {
  const name = host.toLowerCase();
  if (name.includes('${') || name === 'localhost' || /\.(localhost|local|internal|test|invalid)$/.test(name))
    return true;
  if (/^(127|10)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(name)) return true;
  return /^\[(::1|f[cd]|fe80)/.test(name);
}
