import * as sdk from '@aws-sdk/client-acm';
import { awsJson } from '../../protocol/aws-json';
import enums from '../../protocol/enums.json';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { operationShapes } from '../../protocol/operation-shape';
import { scopeOf } from '../../scope';
import type { Service } from '../../service';
import { quota } from '../../throttle';
import { addTagsToCertificate } from './add-tags-to-certificate';
import { deleteCertificate } from './delete-certificate';
import { describeCertificate } from './describe-certificate';
import { exportCertificate } from './export-certificate';
import { getAccountConfiguration } from './get-account-configuration';
import { getCertificate } from './get-certificate';
import { importCertificate } from './import-certificate';
import { listCertificateDomainValidations } from './list-certificate-domain-validations';
import { listCertificates } from './list-certificates';
import { listTagsForCertificate } from './list-tags-for-certificate';
import { listTagsForResource } from './list-tags-for-resource';
import { putAccountConfiguration } from './put-account-configuration';
import { removeTagsFromCertificate } from './remove-tags-from-certificate';
import { renewCertificate } from './renew-certificate';
import { requestCertificate } from './request-certificate';
import { resendValidationEmail } from './resend-validation-email';
import { revokeCertificate } from './revoke-certificate';
import { searchCertificates } from './search-certificates';
import { tagResource } from './tag-resource';
import { untagResource } from './untag-resource';
import { updateCertificateOptions } from './update-certificate-options';

const shapes = operationShapes(sdk);

export const acm: Service = {
  name: 'acm',
  protocol: awsJson(shapes, 'CertificateManager'),
  shapes,
  behaviours: {
    AddTagsToCertificate: addTagsToCertificate,
    DeleteCertificate: deleteCertificate,
    DescribeCertificate: describeCertificate,
    ExportCertificate: exportCertificate,
    GetAccountConfiguration: getAccountConfiguration,
    GetCertificate: getCertificate,
    ImportCertificate: importCertificate,
    ListCertificateDomainValidations: listCertificateDomainValidations,
    ListCertificates: listCertificates,
    ListTagsForCertificate: listTagsForCertificate,
    ListTagsForResource: listTagsForResource,
    PutAccountConfiguration: putAccountConfiguration,
    RemoveTagsFromCertificate: removeTagsFromCertificate,
    RenewCertificate: renewCertificate,
    RequestCertificate: requestCertificate,
    ResendValidationEmail: resendValidationEmail,
    RevokeCertificate: revokeCertificate,
    SearchCertificates: searchCertificates,
    TagResource: tagResource,
    UntagResource: untagResource,
    UpdateCertificateOptions: updateCertificateOptions,
  },
  // Facts 1.5.
  quotas: {
    operations: {
      RequestCertificate: quota(5, 1000),
      DescribeCertificate: quota(10, 1000),
      DeleteCertificate: quota(10, 1000),
      ListCertificates: quota(8, 1000),
      GetCertificate: quota(10, 1000),
      AddTagsToCertificate: quota(5, 1000),
      RemoveTagsFromCertificate: quota(5, 1000),
      ListTagsForCertificate: quota(10, 1000),
      ExportCertificate: quota(10, 1000),
      ImportCertificate: quota(1, 1000),
      RenewCertificate: quota(5, 1000),
      ResendValidationEmail: quota(1, 1000),
      UpdateCertificateOptions: quota(5, 1000),
      SearchCertificates: quota(5, 1000),
      GetAccountConfiguration: quota(1, 1000),
      PutAccountConfiguration: quota(1, 1000),
    },
  },
  enums: enums.acm,
  scopeOf,
  refusals: {
    throttled: () => new Failure('ThrottlingException', 'Rate exceeded'),
    signature: (problem) =>
      problem.problem === 'missing'
        ? new Failure('MissingAuthenticationTokenException', 'Missing Authentication Token')
        : new Failure(
            problem.problem === 'mismatch' ? 'InvalidSignatureException' : 'IncompleteSignatureException',
            problem.message,
          ),
    missing: (_shape, members, wrong) =>
      validationFailure([
        ...members.map((member) => violation(null, lowerCamel(member), 'Member must not be null')),
        ...wrong.map(({ path, value, constraint }) => violation(value, lowerCamel(path), constraint)),
      ]),
  },
};

/** `Tags.1.member.Key` -> `tags.1.member.key` */
function lowerCamel(path: string): string {
  return path.replace(/(^|\.)[A-Z]/g, (start) => start.toLowerCase());
}
