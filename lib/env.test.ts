import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseEnv } from './env';

test('without variables: loopback, the sandbox, the embedded database', () => {
  const { authSecret: _, ...settings } = Object.assign({}, Object.getOwnPropertyDescriptors(parseEnv({})));
  const values = Object.fromEntries(Object.entries(settings).map(([key, property]) => [key, property.value]));
  expect(values).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: path.resolve('.gatehouse'),
    target: 'sandbox',
    awsEndpoint: 'http://127.0.0.1:4566',
    region: 'us-east-1',
    databaseUrl: null,
    publicUrl: null,
    securityContact: null,
    session: { idleMs: 8 * 3_600_000, absoluteMs: 7 * 24 * 3_600_000 },
    oidc: null,
    changesPerMinute: 120,
    allowedNetworks: [],
    adminEmail: null,
    adminPassword: null,
    trustProxy: false,
    dnsServers: [],
    dnsAuthorityPort: 53,
    probeHttpsPort: 443,
    probeCaFile: null,
    sandboxPorts: { aws: 4566, http: 8080, https: 8443, dns: 5353 },
    quotaScale: 1,
    awsRole: null,
    confirmMutations: false,
    smtp: null,
    auditStdout: false,
    worker: 'inline',
    restApiId: null,
    logLevel: 'info',
  });
});

test.each([
  [
    'AWS_ENDPOINT_URL implies endpoint',
    { AWS_ENDPOINT_URL: 'http://aws.test' },
    { target: 'endpoint', awsEndpoint: 'http://aws.test' },
  ],
  [
    'only GATEHOUSE_TARGET=aws reaches AWS',
    { GATEHOUSE_TARGET: 'aws', AWS_REGION: 'eu-central-1' },
    { target: 'aws', awsEndpoint: null, region: 'eu-central-1' },
  ],
  [
    'the sandbox when asked for, wherever AWS_ENDPOINT_URL points',
    { GATEHOUSE_TARGET: 'sandbox', AWS_ENDPOINT_URL: 'http://aws.test', GATEHOUSE_SANDBOX_PORT: '5000' },
    { target: 'sandbox', awsEndpoint: 'http://127.0.0.1:5000' },
  ],
  ['the sandbox is in its own region', { AWS_REGION: 'eu-central-1' }, { target: 'sandbox', region: 'us-east-1' }],
  [
    'changes of AWS itself are confirmed, and of others where that is asked for',
    { GATEHOUSE_TARGET: 'aws', AWS_REGION: 'eu-central-1' },
    { confirmMutations: true },
  ],
  ['confirmation on any target', { GATEHOUSE_CONFIRM_MUTATIONS: '1' }, { target: 'sandbox', confirmMutations: true }],
  [
    'a role to assume',
    { GATEHOUSE_AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/ops/Gatehouse', GATEHOUSE_AWS_EXTERNAL_ID: 'ours' },
    {
      awsRole: {
        roleArn: 'arn:aws:iam::123456789012:role/ops/Gatehouse',
        externalId: 'ours',
        sessionName: 'gatehouse',
      },
    },
  ],
  [
    'a mail server, with the sender',
    {
      GATEHOUSE_SMTP_URL: 'smtps://ops:secret@mail.example.com:465',
      GATEHOUSE_MAIL_FROM: 'Example Ops <ops@example.com>',
    },
    { smtp: { url: 'smtps://ops:secret@mail.example.com:465', from: 'Example Ops <ops@example.com>' } },
  ],
  ['blank is absent', { DATABASE_URL: ' ', PORT: '' }, { databaseUrl: null, port: 3000 }],
  [
    'resolvers of both families',
    { GATEHOUSE_DNS_SERVERS: '127.0.0.1:5353, 9.9.9.9,[::1]:53,2620:fe::fe' },
    { dnsServers: ['127.0.0.1:5353', '9.9.9.9:53', '[::1]:53', '[2620:fe::fe]:53'] },
  ],
  [
    'limits of sessions',
    { GATEHOUSE_SESSION_IDLE_MINUTES: '30', GATEHOUSE_SESSION_HOURS: '12' },
    { session: { idleMs: 1_800_000, absoluteMs: 43_200_000 } },
  ],
  [
    'an identity provider, called by its host unless it has a name',
    {
      GATEHOUSE_OIDC_ISSUER: 'https://login.example.com/realms/staff',
      GATEHOUSE_OIDC_CLIENT_ID: 'gatehouse',
      GATEHOUSE_OIDC_CLIENT_SECRET: 'secret',
      NEXTAUTH_URL: 'https://gatehouse.example.com',
    },
    {
      oidc: {
        issuer: 'https://login.example.com/realms/staff',
        clientId: 'gatehouse',
        clientSecret: 'secret',
        name: 'login.example.com',
        scope: 'openid email profile',
        roleClaim: 'groups',
      },
      publicUrl: 'https://gatehouse.example.com',
    },
  ],
])('%s', (_, source, expected) => {
  expect(parseEnv(source)).toMatchObject(expected);
});

test.each([
  [
    { GATEHOUSE_AWS_ROLE_ARN: 'Gatehouse' },
    'GATEHOUSE_AWS_ROLE_ARN is not the ARN of a role; set it to one like arn:aws:iam::123456789012:role/Gatehouse.',
  ],
  [
    { GATEHOUSE_AWS_EXTERNAL_ID: 'ours' },
    'GATEHOUSE_AWS_EXTERNAL_ID is set without GATEHOUSE_AWS_ROLE_ARN; set both or neither.',
  ],
  [
    { GATEHOUSE_TARGET: 'aws', AWS_REGION: 'eu-central-1', GATEHOUSE_CONFIRM_MUTATIONS: '0' },
    'GATEHOUSE_CONFIRM_MUTATIONS is 0, but AWS itself is only changed after a confirmation; unset it.',
  ],
  [
    { GATEHOUSE_SMTP_URL: 'http://ops:secret@mail.example.com', GATEHOUSE_MAIL_FROM: 'ops@example.com' },
    'GATEHOUSE_SMTP_URL is not a URL that can be used; set it to something like smtps://user:password@mail.example.com:465.',
  ],
  [
    { GATEHOUSE_SMTP_URL: 'smtp://mail.example.com' },
    'GATEHOUSE_SMTP_URL and GATEHOUSE_MAIL_FROM belong together; set both or neither.',
  ],
  [
    { GATEHOUSE_SMTP_URL: 'smtp://mail.example.com', GATEHOUSE_MAIL_FROM: 'the operators' },
    'GATEHOUSE_MAIL_FROM is no sender; set it to an e-mail address, or to one with a name like "Example Ops <ops@example.com>".',
  ],
  [{ PORT: '70000' }, 'PORT is "70000"; set it to a port number from 0 to 65535.'],
  [{ GATEHOUSE_TARGET: 'AWS' }, 'GATEHOUSE_TARGET is "AWS"; set it to sandbox, endpoint or aws.'],
  [
    { GATEHOUSE_TARGET: 'endpoint' },
    'GATEHOUSE_TARGET is endpoint, but AWS_ENDPOINT_URL is not set; set it to the URL of the endpoint.',
  ],
  [
    { GATEHOUSE_TARGET: 'aws', AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: 'http://x' },
    'GATEHOUSE_TARGET is aws, but AWS_ENDPOINT_URL points elsewhere; unset one of the two.',
  ],
  [
    { GATEHOUSE_TARGET: 'aws' },
    'GATEHOUSE_TARGET is aws, but AWS_REGION is not set; set it to the region of the shared gateway.',
  ],
  [
    { DATABASE_URL: 'mysql://root:secret@x/y' },
    'DATABASE_URL is not a URL that can be used; set it to something like postgres://user:password@host:5432/gatehouse.',
  ],
  [
    { GATEHOUSE_DNS_SERVERS: 'dns.google' },
    'GATEHOUSE_DNS_SERVERS holds "dns.google"; name each resolver by its IP address, as in 9.9.9.9:53,[2620:fe::fe]:53.',
  ],
  [{ GATEHOUSE_WORKER: 'on' }, 'GATEHOUSE_WORKER is "on"; set it to inline or off.'],
  [
    { GATEHOUSE_AWS_QUOTA_SCALE: '0' },
    `GATEHOUSE_AWS_QUOTA_SCALE is "0"; set it to a number above 0, 1 being AWS's documented quotas.`,
  ],
  [
    { AWS_REGION: 'Frankfurt', GATEHOUSE_TARGET: 'aws' },
    'AWS_REGION is not the name of an AWS region; set it to one like eu-central-1.',
  ],
  [
    { NEXTAUTH_SECRET: 'short' },
    'NEXTAUTH_SECRET is too short; set it to at least 32 random characters, or unset it to have one made.',
  ],
  [
    { GATEHOUSE_SESSION_IDLE_MINUTES: '0' },
    'GATEHOUSE_SESSION_IDLE_MINUTES is "0"; set it to minutes from 1 to 10080.',
  ],
  [{ GATEHOUSE_SESSION_HOURS: 'a day' }, 'GATEHOUSE_SESSION_HOURS is "a day"; set it to hours from 1 to 2160.'],
  [
    { GATEHOUSE_OIDC_ISSUER: 'https://login.example.com', NEXTAUTH_URL: 'https://gatehouse.example.com' },
    'GATEHOUSE_OIDC_ISSUER, GATEHOUSE_OIDC_CLIENT_ID and GATEHOUSE_OIDC_CLIENT_SECRET belong together; set all three or none.',
  ],
  [
    { GATEHOUSE_OIDC_SCOPE: 'email' },
    'GATEHOUSE_OIDC_SCOPE lacks openid; set it to something like "openid email profile".',
  ],
  [{ GATEHOUSE_TRUST_PROXY: 'yes' }, 'GATEHOUSE_TRUST_PROXY is "yes"; set it to 0 or 1.'],
])('%o is refused in one sentence', (source, sentence) => {
  expect(() => parseEnv(source)).toThrow(expect.objectContaining({ code: 'invalid', message: sentence }));
});

test('all bad variables are named at once', () => {
  expect(() => parseEnv({ PORT: 'x', GATEHOUSE_TARGET: 'y', GATEHOUSE_WORKER: 'z' })).toThrow(
    /PORT.*\n.*GATEHOUSE_TARGET.*\n.*GATEHOUSE_WORKER/,
  );
});

test('the secret is made once, kept and private', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'gatehouse-env-'));
  try {
    const made = parseEnv({ GATEHOUSE_DATA_DIR: path.join(dataDir, 'new') }).authSecret;
    expect(made.length).toBeGreaterThan(40);
    expect(parseEnv({ GATEHOUSE_DATA_DIR: path.join(dataDir, 'new') }).authSecret).toBe(made);
    expect(statSync(path.join(dataDir, 'new', 'auth-secret')).mode & 0o777).toBe(0o600);
    const given = 'thirty-two characters, or so, at least';
    expect(parseEnv({ NEXTAUTH_SECRET: given }).authSecret).toBe(given);
    writeFileSync(path.join(dataDir, 'new', 'auth-secret'), '\n');
    expect(() => parseEnv({ GATEHOUSE_DATA_DIR: path.join(dataDir, 'new') }).authSecret).toThrow(/is damaged/);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});

test('an identity provider elsewhere is reached by https only', () => {
  const rest = {
    GATEHOUSE_OIDC_CLIENT_ID: 'a',
    GATEHOUSE_OIDC_CLIENT_SECRET: 'b',
    NEXTAUTH_URL: 'http://localhost:3000',
  };
  const issuerOf = (text: string) => parseEnv({ ...rest, GATEHOUSE_OIDC_ISSUER: text }).oidc?.issuer;
  expect(() => issuerOf('http://login.example.com')).toThrow(/^GATEHOUSE_OIDC_ISSUER is not an issuer/);
  expect(issuerOf('http://localhost:8080/realms/x')).toBe('http://localhost:8080/realms/x');
});
