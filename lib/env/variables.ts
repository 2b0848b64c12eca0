import 'server-only';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { parseNetwork } from '@/lib/net/address-guard';

const port = (name: string, otherwise: number) =>
  z
    .string()
    .default(String(otherwise))
    .transform((text, ctx) => {
      const value = Number(text);
      if (/^\d{1,5}$/.test(text.trim()) && value <= 65_535) return value;
      ctx.addIssue({ code: 'custom', message: `${name} is "${text}"; set it to a port number from 0 to 65535.` });
      return z.NEVER;
    });

const url = (name: string, protocols: string[], example: string) =>
  z.string().refine(
    (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
    // Never the value: it may hold a password.
    { error: `${name} is not a URL that can be used; set it to something like ${example}.` },
  );

const oneOf = <const T extends string>(name: string, values: readonly T[]) =>
  z.enum(values, {
    error: (issue) =>
      `${name} is "${String(issue.input)}"; set it to ${values.slice(0, -1).join(', ')} or ${values.at(-1)}.`,
  });

/** `1.2.3.4`, `1.2.3.4:53`, `::1` or `[::1]:53` as `host:port`; null when it is none of them. */
function dnsServer(text: string): string | null {
  const [, host = '', digits] = /^\[([^\]]+)\](?::(\d+))?$/.exec(text) ??
    /^([^:]+)(?::(\d+))?$/.exec(text) ?? [null, text];
  const family = isIP(host);
  const dnsPort = Number(digits ?? 53);
  if (family === 0 || dnsPort < 1 || dnsPort > 65_535) return null;
  return family === 6 ? `[${host}]:${dnsPort}` : `${host}:${dnsPort}`;
}

const dnsServers = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const entries = text.split(',').flatMap((entry) => entry.trim() || []);
    return entries.map((entry) => {
      const server = dnsServer(entry);
      if (server !== null) return server;
      const message = `GATEHOUSE_DNS_SERVERS holds "${entry}"; name each resolver by its IP address, as in 9.9.9.9:53,[2620:fe::fe]:53.`;
      ctx.addIssue({ code: 'custom', message });
      return z.NEVER;
    });
  });

const networks = z
  .string()
  .default('')
  .transform((text, ctx) => {
    const entries = text.split(',').flatMap((entry) => entry.trim() || []);
    for (const entry of entries) {
      if (parseNetwork(entry) !== null) continue;
      const message = `GATEHOUSE_ALLOWED_NETWORKS holds "${entry}"; name each network as in 10.0.0.0/8,fd12::/16.`;
      ctx.addIssue({ code: 'custom', message });
    }
    return entries;
  });

const securityContact = z.string().transform((text, ctx) => {
  const contact = z.email().safeParse(text).success ? `mailto:${text}` : text;
  if (/^(mailto:|https:\/\/|tel:)[\x21-\x7e]+$/.test(contact) && URL.canParse(contact)) return contact;
  const message =
    'GATEHOUSE_SECURITY_CONTACT is no contact; set it to an e-mail address, or to a URL that begins with https:.';
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
});

const quotaScale = z
  .string()
  .default('1')
  .transform((text, ctx) => {
    const value = Number(text);
    if (Number.isFinite(value) && value > 0) return value;
    const message = `GATEHOUSE_AWS_QUOTA_SCALE is "${text}"; set it to a number above 0, 1 being AWS's documented quotas.`;
    ctx.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const amount = (name: string, otherwise: number, most: number, unit: string) =>
  z
    .string()
    .default(String(otherwise))
    .transform((text, ctx) => {
      const value = Number(text);
      if (/^\d{1,6}$/.test(text.trim()) && value >= 1 && value <= most) return value;
      ctx.addIssue({ code: 'custom', message: `${name} is "${text}"; set it to ${unit} from 1 to ${most}.` });
      return z.NEVER;
    });

/** Plain http is for a provider on the same machine only: its answers say who somebody is. */
const issuer = z.string().refine(
  (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, search, hash } = new URL(text);
    const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
    return (protocol === 'https:' || (protocol === 'http:' && loopback)) && !search && !hash;
  },
  {
    error:
      'GATEHOUSE_OIDC_ISSUER is not an issuer that can be used; set it to the https URL of the identity provider, as in https://login.example.com/realms/staff.',
  },
);

const roleArn = z.string().regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, {
  error:
    'GATEHOUSE_AWS_ROLE_ARN is not the ARN of a role; set it to one like arn:aws:iam::123456789012:role/Gatehouse.',
});

const raw = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: port('PORT', 3000),
  GATEHOUSE_DATA_DIR: z.string().default('.gatehouse'),
  GATEHOUSE_TARGET: oneOf('GATEHOUSE_TARGET', ['sandbox', 'endpoint', 'aws']).optional(),
  AWS_ENDPOINT_URL: url('AWS_ENDPOINT_URL', ['http:', 'https:'], 'http://127.0.0.1:4566').optional(),
  AWS_REGION: z.string().optional(),
  DATABASE_URL: url(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/gatehouse',
  ).optional(),
  GATEHOUSE_ADMIN_EMAIL: z
    .email('GATEHOUSE_ADMIN_EMAIL is not an e-mail address; set it to the one you sign in with.')
    .optional(),
  GATEHOUSE_ADMIN_PASSWORD: z
    .string()
    .min(12, 'GATEHOUSE_ADMIN_PASSWORD is too short; set it to at least 12 characters.')
    .optional(),
  NEXTAUTH_URL: url('NEXTAUTH_URL', ['http:', 'https:'], 'https://gatehouse.example.com').optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'NEXTAUTH_SECRET is too short; set it to at least 32 random characters, or unset it to have one made.')
    .optional(),
  GATEHOUSE_SECURITY_CONTACT: securityContact.optional(),
  GATEHOUSE_CHANGES_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'GATEHOUSE_CHANGES_PER_MINUTE is not a whole number from 1 to 999999.')
    .default('120'),
  GATEHOUSE_SESSION_IDLE_MINUTES: amount('GATEHOUSE_SESSION_IDLE_MINUTES', 480, 10_080, 'minutes'),
  GATEHOUSE_SESSION_HOURS: amount('GATEHOUSE_SESSION_HOURS', 168, 2_160, 'hours'),
  GATEHOUSE_OIDC_ISSUER: issuer.optional(),
  GATEHOUSE_OIDC_CLIENT_ID: z.string().optional(),
  GATEHOUSE_OIDC_CLIENT_SECRET: z.string().optional(),
  GATEHOUSE_OIDC_NAME: z.string().max(60, 'GATEHOUSE_OIDC_NAME has more than 60 characters.').optional(),
  GATEHOUSE_OIDC_SCOPE: z
    .string()
    .refine(
      (text) => text.trim().split(/\s+/).includes('openid'),
      'GATEHOUSE_OIDC_SCOPE lacks openid; set it to something like "openid email profile".',
    )
    .default('openid email profile'),
  GATEHOUSE_OIDC_ROLE_CLAIM: z.string().default('groups'),
  GATEHOUSE_TRUST_PROXY: oneOf('GATEHOUSE_TRUST_PROXY', ['0', '1']).default('0'),
  GATEHOUSE_DNS_SERVERS: dnsServers,
  GATEHOUSE_DNS_AUTHORITY_PORT: port('GATEHOUSE_DNS_AUTHORITY_PORT', 53),
  GATEHOUSE_ALLOWED_NETWORKS: networks,
  GATEHOUSE_PROBE_HTTPS_PORT: port('GATEHOUSE_PROBE_HTTPS_PORT', 443),
  GATEHOUSE_PROBE_CA: z.string().optional(),
  GATEHOUSE_SANDBOX_PORT: port('GATEHOUSE_SANDBOX_PORT', 4566),
  GATEHOUSE_SANDBOX_HTTP_PORT: port('GATEHOUSE_SANDBOX_HTTP_PORT', 8080),
  GATEHOUSE_SANDBOX_HTTPS_PORT: port('GATEHOUSE_SANDBOX_HTTPS_PORT', 8443),
  GATEHOUSE_SANDBOX_DNS_PORT: port('GATEHOUSE_SANDBOX_DNS_PORT', 5353),
  GATEHOUSE_AWS_QUOTA_SCALE: quotaScale,
  GATEHOUSE_AWS_ROLE_ARN: roleArn.optional(),
  GATEHOUSE_AWS_EXTERNAL_ID: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, {
      error:
        'GATEHOUSE_AWS_EXTERNAL_ID is no external id; set it to 2 to 1224 letters, digits and +=,.@:/-_ characters.',
    })
    .optional(),
  GATEHOUSE_AWS_ROLE_SESSION_NAME: z
    .string()
    .regex(/^[\w+=,.@-]{2,64}$/, {
      error:
        'GATEHOUSE_AWS_ROLE_SESSION_NAME is no session name; set it to 2 to 64 letters, digits and +=,.@-_ characters.',
    })
    .default('gatehouse'),
  GATEHOUSE_CONFIRM_MUTATIONS: oneOf('GATEHOUSE_CONFIRM_MUTATIONS', ['0', '1']).optional(),
  GATEHOUSE_SMTP_URL: url(
    'GATEHOUSE_SMTP_URL',
    ['smtp:', 'smtps:'],
    'smtps://user:password@mail.example.com:465',
  ).optional(),
  GATEHOUSE_MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n"]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error:
        'GATEHOUSE_MAIL_FROM is no sender; set it to an e-mail address, or to one with a name like "Example Ops <ops@example.com>".',
    })
    .optional(),
  GATEHOUSE_WORKER: oneOf('GATEHOUSE_WORKER', ['inline', 'off']).default('inline'),
  GATEHOUSE_REST_API_ID: z.string().optional(),
  GATEHOUSE_AUDIT_STDOUT: oneOf('GATEHOUSE_AUDIT_STDOUT', ['0', '1']).default('0'),
  GATEHOUSE_LOG_LEVEL: oneOf('GATEHOUSE_LOG_LEVEL', [
    'fatal',
    'error',
    'warn',
    'info',
    'debug',
    'trace',
    'silent',
  ]).default('info'),
});

/** Reads the variables that the console knows; each issue's message is a sentence that names the variable. */
export const variables = raw.transform((v, ctx) => {
  const refuse = (message: string) => ctx.addIssue({ code: 'custom', message });
  const target = v.GATEHOUSE_TARGET ?? (v.AWS_ENDPOINT_URL ? 'endpoint' : 'sandbox');
  if (target === 'endpoint' && !v.AWS_ENDPOINT_URL) {
    refuse('GATEHOUSE_TARGET is endpoint, but AWS_ENDPOINT_URL is not set; set it to the URL of the endpoint.');
  }
  if (target === 'aws' && v.AWS_ENDPOINT_URL) {
    refuse('GATEHOUSE_TARGET is aws, but AWS_ENDPOINT_URL points elsewhere; unset one of the two.');
  }
  if (target === 'aws' && !v.AWS_REGION) {
    refuse('GATEHOUSE_TARGET is aws, but AWS_REGION is not set; set it to the region of the shared gateway.');
  }
  if (target !== 'sandbox' && v.AWS_REGION && !/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(v.AWS_REGION)) {
    refuse('AWS_REGION is not the name of an AWS region; set it to one like eu-central-1.');
  }
  if (v.GATEHOUSE_ADMIN_PASSWORD && !v.GATEHOUSE_ADMIN_EMAIL) {
    refuse('GATEHOUSE_ADMIN_PASSWORD is set without GATEHOUSE_ADMIN_EMAIL; set both or neither.');
  }
  const oidc = [v.GATEHOUSE_OIDC_ISSUER, v.GATEHOUSE_OIDC_CLIENT_ID, v.GATEHOUSE_OIDC_CLIENT_SECRET];
  if (oidc.some(Boolean) && !oidc.every(Boolean)) {
    refuse(
      'GATEHOUSE_OIDC_ISSUER, GATEHOUSE_OIDC_CLIENT_ID and GATEHOUSE_OIDC_CLIENT_SECRET belong together; set all three or none.',
    );
  }
  if (v.GATEHOUSE_OIDC_ISSUER && !v.NEXTAUTH_URL) {
    refuse(
      'GATEHOUSE_OIDC_ISSUER is set, but NEXTAUTH_URL is not; set it to the URL under which people open the console.',
    );
  }
  if (Boolean(v.GATEHOUSE_SMTP_URL) !== Boolean(v.GATEHOUSE_MAIL_FROM)) {
    refuse('GATEHOUSE_SMTP_URL and GATEHOUSE_MAIL_FROM belong together; set both or neither.');
  }
  if (v.GATEHOUSE_AWS_EXTERNAL_ID && !v.GATEHOUSE_AWS_ROLE_ARN) {
    refuse('GATEHOUSE_AWS_EXTERNAL_ID is set without GATEHOUSE_AWS_ROLE_ARN; set both or neither.');
  }
  if (target === 'aws' && v.GATEHOUSE_CONFIRM_MUTATIONS === '0') {
    refuse('GATEHOUSE_CONFIRM_MUTATIONS is 0, but AWS itself is only changed after a confirmation; unset it.');
  }
  return {
    host: v.HOST,
    port: v.PORT,
    /** Absolute path; all state is in it. */
    dataDir: path.resolve(/* turbopackIgnore: true */ v.GATEHOUSE_DATA_DIR),
    target,
    /** Where AWS calls go; null is AWS itself. */
    awsEndpoint:
      target === 'sandbox'
        ? `http://127.0.0.1:${v.GATEHOUSE_SANDBOX_PORT}`
        : target === 'aws'
          ? null
          : (v.AWS_ENDPOINT_URL ?? null),
    // The sandbox's first content is in one region, whatever the shell is set to.
    region: (target === 'sandbox' ? undefined : v.AWS_REGION) ?? 'us-east-1',
    /** Where people reach the console; null: by this machine's own names and addresses. */
    publicUrl: v.NEXTAUTH_URL ?? null,
    databaseUrl: v.DATABASE_URL ?? null,
    adminEmail: v.GATEHOUSE_ADMIN_EMAIL?.toLowerCase() ?? null,
    adminPassword: v.GATEHOUSE_ADMIN_PASSWORD ?? null,
    /** Whom to tell of a weakness, as a URI; null: nobody is named. */
    securityContact: v.GATEHOUSE_SECURITY_CONTACT ?? null,
    /** How many changes one user may make in a minute; ten times as many in an hour. */
    changesPerMinute: Number(v.GATEHOUSE_CHANGES_PER_MINUTE),
    /** When sessions end: after so long without a request, and in any case after so long. */
    session: { idleMs: v.GATEHOUSE_SESSION_IDLE_MINUTES * 60_000, absoluteMs: v.GATEHOUSE_SESSION_HOURS * 3_600_000 },
    /** The identity provider; null: local accounts only. */
    oidc:
      v.GATEHOUSE_OIDC_ISSUER && v.GATEHOUSE_OIDC_CLIENT_ID && v.GATEHOUSE_OIDC_CLIENT_SECRET
        ? {
            /** As the provider writes it, without the slash that discovery adds. */
            issuer: v.GATEHOUSE_OIDC_ISSUER,
            clientId: v.GATEHOUSE_OIDC_CLIENT_ID,
            clientSecret: v.GATEHOUSE_OIDC_CLIENT_SECRET,
            /** What the button calls it. */
            name: v.GATEHOUSE_OIDC_NAME ?? new URL(v.GATEHOUSE_OIDC_ISSUER).hostname,
            scope: v.GATEHOUSE_OIDC_SCOPE.trim().split(/\s+/).join(' '),
            roleClaim: v.GATEHOUSE_OIDC_ROLE_CLAIM.trim(),
          }
        : null,
    /** Whether a proxy in front writes X-Forwarded-For; without one anybody can. */
    trustProxy: v.GATEHOUSE_TRUST_PROXY === '1',
    /** Resolvers for domain checks, `host:port`; none means the system's. */
    dnsServers: v.GATEHOUSE_DNS_SERVERS,
    /** Where the name servers of zones listen. */
    dnsAuthorityPort: v.GATEHOUSE_DNS_AUTHORITY_PORT,
    /** Networks besides the public internet that domain checks and webhooks may reach, CIDR. */
    allowedNetworks: v.GATEHOUSE_ALLOWED_NETWORKS,
    probeHttpsPort: v.GATEHOUSE_PROBE_HTTPS_PORT,
    probeCaFile: v.GATEHOUSE_PROBE_CA ?? null,
    sandboxPorts: {
      aws: v.GATEHOUSE_SANDBOX_PORT,
      http: v.GATEHOUSE_SANDBOX_HTTP_PORT,
      https: v.GATEHOUSE_SANDBOX_HTTPS_PORT,
      dns: v.GATEHOUSE_SANDBOX_DNS_PORT,
    },
    /** Multiplies AWS's documented call rates; 1 is theirs. */
    quotaScale: v.GATEHOUSE_AWS_QUOTA_SCALE,
    /** The role in whose name AWS calls are made; null is the credentials' own identity. */
    awsRole: v.GATEHOUSE_AWS_ROLE_ARN
      ? {
          roleArn: v.GATEHOUSE_AWS_ROLE_ARN,
          externalId: v.GATEHOUSE_AWS_EXTERNAL_ID ?? null,
          sessionName: v.GATEHOUSE_AWS_ROLE_SESSION_NAME,
        }
      : null,
    /** Whether an administrator has to confirm the account before anything is changed in it. */
    confirmMutations: target === 'aws' || v.GATEHOUSE_CONFIRM_MUTATIONS === '1',
    /** The mail server and the sender; null: no e-mails are sent. The URL may hold a password. */
    smtp:
      v.GATEHOUSE_SMTP_URL && v.GATEHOUSE_MAIL_FROM ? { url: v.GATEHOUSE_SMTP_URL, from: v.GATEHOUSE_MAIL_FROM } : null,
    /** Whether this console process also reconciles and syncs. */
    worker: v.GATEHOUSE_WORKER,
    /** The shared gateway, where its tag doesn't tell. */
    restApiId: v.GATEHOUSE_REST_API_ID ?? null,
    /** Whether the worker prints each row of the audit log. */
    auditStdout: v.GATEHOUSE_AUDIT_STDOUT === '1',
    logLevel: v.GATEHOUSE_LOG_LEVEL,
  };
});

export type Variables = z.output<typeof variables>;
