import type { Context } from '../../context';
import { keyOf } from '../../scope';
import type { Transaction } from '../../state';
import { findClientCertificate, findDomainName, findRestApi, findStage, findVpcLink } from './find';
import { badRequest } from './refusals';

type Tags = Record<string, string>;

/** What a tag call is about: its tags now, and how to store others. */
export interface TaggedResource {
  tags: Tags;
  store(tx: Transaction, tags: Tags): void;
}

/** Finds an API, a stage, a VPC link, a client certificate or a custom domain by its ARN, `arn:aws:apigateway:<region>::/…`. */
export function findTagged(context: Context, arn = ''): TaggedResource {
  const [, region, path = ''] = /^arn:aws[\w-]*:apigateway:([a-z0-9-]+):\d*:\/(.+)$/.exec(arn) ?? [];
  if (region !== context.region) throw badRequest('Invalid ARN specified in the request');
  const [kind, name = '', below, stageName = ''] = path.split('/');
  if (kind === 'domainnames' && below === undefined) {
    const found = findDomainName(context, name);
    return {
      tags: found.tags ?? {},
      store: (tx, tags) => tx.put('domainNames', keyOf.domainName(context.scope, name), { ...found, tags }),
    };
  }
  if (kind === 'restapis' && below === undefined) {
    const found = findRestApi(context, name);
    return {
      tags: found.tags ?? {},
      store: (tx, tags) => tx.put('restApis', keyOf.restApi(context.scope, name), { ...found, tags }),
    };
  }
  if (kind === 'restapis' && below === 'stages') {
    const found = findStage(context, name, stageName);
    return {
      tags: found.tags ?? {},
      store: (tx, tags) => tx.put('stages', keyOf.stage(context.scope, name, stageName), { ...found, tags }),
    };
  }
  if (kind === 'vpclinks' && below === undefined) {
    const found = findVpcLink(context, name);
    return {
      tags: found.link.tags ?? {},
      store: (tx, tags) =>
        tx.put('vpcLinks', keyOf.vpcLink(context.scope, name), { ...found, link: { ...found.link, tags } }),
    };
  }
  if (kind === 'clientcertificates' && below === undefined) {
    const found = findClientCertificate(context, name);
    const key = keyOf.clientCertificate(context.scope, name);
    return {
      tags: found.certificate.tags ?? {},
      store: (tx, tags) => tx.put('clientCertificates', key, { ...found, certificate: { ...found.certificate, tags } }),
    };
  }
  throw badRequest('Invalid ARN specified in the request');
}
