import type { AwsCall } from '@/lib/audit/model';

type Service = AwsCall['service'];

/** What an operator does with Gatehouse, as far as permissions tell it apart. */
export const featureTitles = {
  'watch-gateway': 'See the gateway',
  'watch-domains': 'See custom domain names and mappings',
  'watch-certificates': 'See certificates',
  'watch-zones': 'See Route 53 zones',
  'watch-back-ends': 'See back ends',
  'onboard-domain': 'Onboard a domain',
  'change-mappings': "Change a domain's mappings",
  'switch-certificate': "Switch a domain's certificate",
  'remove-domain': 'Remove a domain',
  'stop-usage': "Disable a tenant's API keys",
  'adopt-domain': 'Adopt a domain',
  'edit-routes': 'Apply routes',
  deploy: 'Deploy, roll back and promote',
  'test-route': 'Test a route',
} as const;
export type Feature = keyof typeof featureTitles;
export const features = Object.keys(featureTitles) as Feature[];

/**
 * What the resource of a permission is, where AWS has one smaller than everything: the zone, certificate or change that a call names.
 * API Gateway's resources are its paths, and come from the SDK.
 */
export type ResourceKind = 'any' | 'zone' | 'certificate' | 'change';

interface Row {
  feature: Feature;
  resource?: ResourceKind;
}

const watchesGateway = { feature: 'watch-gateway' } as const;
const watchesDomains = { feature: 'watch-domains' } as const;
const watchesCertificates = { feature: 'watch-certificates', resource: 'certificate' } as const;
const editsRoutes = { feature: 'edit-routes' } as const;

/**
 * Every operation that lib/aws calls, and what it is for. The IAM policies, the preflight and its page are made from it; a test
 * compares it with the sources.
 */
const operations = {
  apigateway: {
    GetRestApis: watchesGateway,
    GetRestApi: watchesGateway,
    GetResources: watchesGateway,
    GetAuthorizers: watchesGateway,
    GetModels: watchesGateway,
    GetRequestValidators: watchesGateway,
    GetGatewayResponses: watchesGateway,
    GetStages: watchesGateway,
    GetStage: watchesGateway,
    GetDeployments: watchesGateway,
    GetDeployment: watchesGateway,
    GetExport: watchesGateway,
    GetVpcLinks: { feature: 'watch-back-ends' },
    GetDomainNames: watchesDomains,
    GetDomainName: watchesDomains,
    GetBasePathMappings: watchesDomains,
    CreateDomainName: { feature: 'onboard-domain' },
    CreateBasePathMapping: { feature: 'onboard-domain' },
    UpdateBasePathMapping: { feature: 'change-mappings' },
    DeleteBasePathMapping: { feature: 'remove-domain' },
    UpdateDomainName: { feature: 'switch-certificate' },
    DeleteDomainName: { feature: 'remove-domain' },
    GetApiKeys: { feature: 'stop-usage' },
    UpdateApiKey: { feature: 'stop-usage' },
    TagResource: { feature: 'adopt-domain' },
    UntagResource: { feature: 'remove-domain' },
    UpdateRestApi: editsRoutes,
    CreateResource: editsRoutes,
    DeleteResource: editsRoutes,
    PutMethod: editsRoutes,
    UpdateMethod: editsRoutes,
    DeleteMethod: editsRoutes,
    PutMethodResponse: editsRoutes,
    UpdateMethodResponse: editsRoutes,
    DeleteMethodResponse: editsRoutes,
    PutIntegration: editsRoutes,
    UpdateIntegration: editsRoutes,
    DeleteIntegration: editsRoutes,
    PutIntegrationResponse: editsRoutes,
    UpdateIntegrationResponse: editsRoutes,
    DeleteIntegrationResponse: editsRoutes,
    CreateAuthorizer: editsRoutes,
    UpdateAuthorizer: editsRoutes,
    DeleteAuthorizer: editsRoutes,
    CreateModel: editsRoutes,
    UpdateModel: editsRoutes,
    DeleteModel: editsRoutes,
    CreateRequestValidator: editsRoutes,
    UpdateRequestValidator: editsRoutes,
    DeleteRequestValidator: editsRoutes,
    PutGatewayResponse: editsRoutes,
    UpdateGatewayResponse: editsRoutes,
    DeleteGatewayResponse: editsRoutes,
    CreateDeployment: { feature: 'deploy' },
    CreateStage: { feature: 'deploy' },
    UpdateStage: { feature: 'deploy' },
    TestInvokeMethod: { feature: 'test-route' },
  },
  route53: {
    ListHostedZones: { feature: 'watch-zones', resource: 'any' },
    ListResourceRecordSets: { feature: 'watch-zones', resource: 'zone' },
    GetChange: { feature: 'onboard-domain', resource: 'change' },
    ChangeResourceRecordSets: { feature: 'onboard-domain', resource: 'zone' },
  },
  acm: {
    ListCertificates: { feature: 'watch-certificates', resource: 'any' },
    DescribeCertificate: watchesCertificates,
    ListTagsForCertificate: watchesCertificates,
    // ACM knows no resource before there is a certificate.
    RequestCertificate: { feature: 'onboard-domain', resource: 'any' },
    DeleteCertificate: { feature: 'remove-domain', resource: 'certificate' },
    AddTagsToCertificate: { feature: 'adopt-domain', resource: 'certificate' },
    RemoveTagsFromCertificate: { feature: 'remove-domain', resource: 'certificate' },
  },
  // Lambda has no resource for a list.
  lambda: { ListFunctions: { feature: 'watch-back-ends', resource: 'any' } },
  // AWS answers it to everybody; no policy names it.
  sts: {},
} as const satisfies Record<Service, Record<string, Row>>;

export type OperationsOf<S extends Service> = keyof (typeof operations)[S] & string;

/** Operations of the table in one list. */
export function listOperations(): { service: Service; operation: string; feature: Feature; resource: ResourceKind }[] {
  return Object.entries(operations as Record<Service, Record<string, Row>>).flatMap(([service, rows]) =>
    Object.entries(rows).map(([operation, { feature, resource = 'any' }]) => ({
      service: service as Service,
      operation,
      feature,
      resource,
    })),
  );
}
