import {
  type CertificateDetail,
  DescribeCertificateCommand,
  RequestCertificateCommand,
  type RequestCertificateCommandInput,
} from '@aws-sdk/client-acm';
import { vi } from 'vitest';
import type { TestSandbox } from '../test-sandbox';

/** What DescribeCertificate says. */
export async function describeCertificate({ acm }: TestSandbox, arn: string): Promise<CertificateDetail> {
  const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
  return Certificate ?? {};
}

/** The ARN of a requested certificate, validated by DNS unless `input` says otherwise. */
export async function requestedCertificate(
  { acm }: TestSandbox,
  input: Partial<RequestCertificateCommandInput>,
): Promise<string> {
  const command = new RequestCertificateCommand({ DomainName: 'a.example.com', ValidationMethod: 'DNS', ...input });
  return (await acm.send(command)).CertificateArn ?? '';
}

/** The ARN of a requested certificate whose validation record the customer's DNS provider published, once it is issued. */
export async function issuedCertificate(
  sandbox: TestSandbox,
  input: Partial<RequestCertificateCommandInput>,
): Promise<string> {
  const arn = await requestedCertificate(sandbox, input);
  const { DomainValidationOptions = [] } = await describeCertificate(sandbox, arn);
  for (const { ResourceRecord: record } of DomainValidationOptions) {
    const name = record?.Name?.replace(/\.$/, '');
    await sandbox.admin('PUT', 'dns', { name, type: record?.Type, values: [record?.Value?.replace(/\.$/, '')] });
  }
  await vi.waitFor(
    async () => {
      const { Status } = await describeCertificate(sandbox, arn);
      if (Status !== 'ISSUED') throw new Error(`The certificate is ${Status}.`);
    },
    { timeout: 15_000, interval: 50 },
  );
  return arn;
}
