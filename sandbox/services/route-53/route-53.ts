import * as sdk from '@aws-sdk/client-route-53';
import { Failure, validationFailure, violation } from '../../protocol/failure';
import { operationShapes } from '../../protocol/operation-shape';
import { restXml } from '../../protocol/rest-xml';
import { scopeOf } from '../../scope';
import type { Service } from '../../service';
import { quota } from '../../throttle';
import { changeResourceRecordSets } from './change-resource-record-sets';
import { changeTagsForResource } from './change-tags-for-resource';
import { createHostedZone } from './create-hosted-zone';
import { createReusableDelegationSet } from './create-reusable-delegation-set';
import { deleteHostedZone } from './delete-hosted-zone';
import { deleteReusableDelegationSet } from './delete-reusable-delegation-set';
import { facets } from './facets';
import { getAccountLimit } from './get-account-limit';
import { getChange } from './get-change';
import { getCheckerIpRanges } from './get-checker-ip-ranges';
import { getGeoLocation } from './get-geo-location';
import { getHealthCheckCount } from './get-health-check-count';
import { getHostedZone } from './get-hosted-zone';
import { getHostedZoneCount } from './get-hosted-zone-count';
import { getHostedZoneLimit } from './get-hosted-zone-limit';
import { getReusableDelegationSet } from './get-reusable-delegation-set';
import { getReusableDelegationSetLimit } from './get-reusable-delegation-set-limit';
import { getTrafficPolicyInstanceCount } from './get-traffic-policy-instance-count';
import { listGeoLocations } from './list-geo-locations';
import { listHostedZones } from './list-hosted-zones';
import { listHostedZonesByName } from './list-hosted-zones-by-name';
import { listResourceRecordSets } from './list-resource-record-sets';
import { listReusableDelegationSets } from './list-reusable-delegation-sets';
import { listTagsForResource } from './list-tags-for-resource';
import { listTagsForResources } from './list-tags-for-resources';
import { testDnsAnswer } from './test-dns-answer';
import { updateHostedZoneComment } from './update-hosted-zone-comment';

const shapes = operationShapes(sdk);

export const route53: Service = {
  name: 'route53',
  protocol: restXml(shapes, 'https://route53.amazonaws.com/doc/2013-04-01/', facets),
  shapes,
  behaviours: {
    GetHostedZoneCount: getHostedZoneCount,
    GetHealthCheckCount: getHealthCheckCount,
    GetTrafficPolicyInstanceCount: getTrafficPolicyInstanceCount,
    GetAccountLimit: getAccountLimit,
    GetHostedZoneLimit: getHostedZoneLimit,
    UpdateHostedZoneComment: updateHostedZoneComment,
    ListTagsForResources: listTagsForResources,
    CreateReusableDelegationSet: createReusableDelegationSet,
    GetReusableDelegationSet: getReusableDelegationSet,
    GetReusableDelegationSetLimit: getReusableDelegationSetLimit,
    ListReusableDelegationSets: listReusableDelegationSets,
    DeleteReusableDelegationSet: deleteReusableDelegationSet,
    TestDNSAnswer: testDnsAnswer,
    GetGeoLocation: getGeoLocation,
    ListGeoLocations: listGeoLocations,
    GetCheckerIpRanges: getCheckerIpRanges,
    ChangeResourceRecordSets: changeResourceRecordSets,
    ChangeTagsForResource: changeTagsForResource,
    CreateHostedZone: createHostedZone,
    DeleteHostedZone: deleteHostedZone,
    GetChange: getChange,
    GetHostedZone: getHostedZone,
    ListHostedZones: listHostedZones,
    ListHostedZonesByName: listHostedZonesByName,
    ListResourceRecordSets: listResourceRecordSets,
    ListTagsForResource: listTagsForResource,
  },
  // Facts 1.4: five requests a second, whatever they are.
  quotas: { total: quota(5, 1000), operations: {} },
  scopeOf: (_region, account) => scopeOf('global', account),
  refusals: {
    throttled: () => new Failure('Throttling', 'Rate exceeded'),
    signature: (problem) =>
      problem.problem === 'missing'
        ? new Failure('MissingAuthenticationToken', 'Missing Authentication Token', 403)
        : problem.problem === 'mismatch'
          ? new Failure('SignatureDoesNotMatch', problem.message, 403)
          : new Failure('IncompleteSignature', problem.message),
    missing: (_shape, members) => {
      const violations = members.map((member) =>
        violation(
          null,
          member.replace(/(^|\.)[A-Z]/g, (first) => first.toLowerCase()),
          'Member must not be null',
        ),
      );
      return new Failure('InvalidInput', validationFailure(violations).message);
    },
  },
};
