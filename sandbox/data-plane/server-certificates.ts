import { createSecureContext, type SecureContext } from 'node:tls';
import { now } from '../clock';
import type { Authority } from '../pki/authority';
import { issueCertificate } from '../pki/issue-certificate';
import { defaultRegion, keyOf, scopeOf } from '../scope';
import type { State } from '../state';
import { derived } from './derived';
import { findApiEndpoint, findDomain } from './hosts';

const day = 24 * 60 * 60 * 1000;

/** The contexts made since the state last changed, by certificate. */
const contexts = derived(() => new Map<string, SecureContext>(), ['certificates', 'domainNames']);

/** Both PEM. */
interface KeyAndCertificate {
  cert: string;
  key: string;
}

/** Chooses the certificate to present to a client that names a server. */
export class ServerCertificates {
  readonly #state: State;
  readonly #authority: Authority;
  readonly #defaults = new Map<string, Promise<KeyAndCertificate>>();

  constructor(state: State, authority: Authority) {
    this.#state = state;
    this.#authority = authority;
  }

  /** The custom domain's certificate; without such a domain the gateway's own, as AWS presents its own then. */
  async contextFor(serverName: string): Promise<SecureContext> {
    // For existing APIs only: a client could name ever new regions.
    const region = findApiEndpoint(this.#state, serverName)?.scope.split('/')[1];
    return this.#domainContext(serverName) ?? createSecureContext(await this.ofGateway(region));
  }

  /** The gateway's own certificate, `*.execute-api.<region>.…`. */
  ofGateway(region = defaultRegion): Promise<KeyAndCertificate> {
    const known = this.#defaults.get(region) ?? this.#issueDefault(region);
    this.#defaults.set(region, known);
    return known;
  }

  #domainContext(serverName: string): SecureContext | undefined {
    const domain = findDomain(this.#state, serverName)?.domain;
    const arn = domain?.regionalCertificateArn ?? domain?.certificateArn;
    // arn:aws:acm:<region>:<account>:certificate/<id>
    const [, , , region, account] = arn?.split(':') ?? [];
    if (arn === undefined || region === undefined) return undefined;
    const cache = contexts(this.#state);
    const known = cache.get(arn);
    if (known) return known;
    const certificate = this.#state.get('certificates', keyOf.certificate(scopeOf(region, account), arn));
    if (!certificate?.chainPem || !certificate.privateKeyPem) return undefined;
    const context = createSecureContext({ cert: certificate.chainPem, key: certificate.privateKeyPem });
    cache.set(arn, context);
    return context;
  }

  async #issueDefault(region: string): Promise<KeyAndCertificate> {
    const names = [`*.execute-api.${region}.amazonaws.com`, `*.execute-api.${region}.localhost`];
    const from = now(this.#state);
    const validity = { notBefore: new Date(from - day), notAfter: new Date(from + 395 * day) };
    const issued = await issueCertificate(this.#authority, names, validity);
    return { cert: issued.chainPem, key: issued.privateKeyPem };
  }
}
