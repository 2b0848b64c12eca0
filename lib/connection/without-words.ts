import type { Feature } from '@/lib/aws/iam/operations';

/** What is the case without the permissions of a feature. */
const withoutFeature: Record<Feature, string> = {
  'watch-gateway': "Routes, stages and deployments can't be read; pages show what was seen last, or nothing.",
  'watch-domains': "Custom domain names and their mappings can't be read, so no domain can be followed.",
  'watch-certificates': "Certificates can't be read: none can be chosen, and none is followed until it is issued.",
  'watch-zones': "Zones and their records can't be read, so hostnames in your own zones can't be onboarded.",
  'watch-back-ends': "VPC links and Lambda functions can't be offered in the route editor; they can still be typed.",
  'onboard-domain': 'New domains stop at the step that needs it; those that are live stay live.',
  'change-mappings': "A domain's base paths can't be pointed at another stage.",
  'switch-certificate': "A live domain can't be given a new certificate; the one that it has keeps working.",
  'remove-domain': 'Removing a tenant stops at the step that needs it; what is left has to be deleted by hand.',
  'stop-usage': "Removing a tenant stops at its first step: its API keys can't be read or disabled.",
  'adopt-domain': "What no tenant owns can be seen, and can't be assigned to one.",
  'edit-routes': 'Change sets that need it stop amid their run. Drafts and reviews work.',
  deploy: 'Stages keep serving what they serve.',
  'test-route': "A method can't be run before it is deployed. Explaining a request works.",
};

/** What is the case without a single permission, where that is narrower than its feature. */
const narrower: Record<string, string> = {
  RequestCertificate: "New certificates can't be requested; existing ones can be chosen.",
  CreateDomainName:
    "New custom domain names can't be created; hostnames under a wildcard that is there can be onboarded.",
  CreateBasePathMapping: "New domains can't be mapped to a stage.",
  ChangeResourceRecordSets: "Records in your own zones can't be written; they can be put there by hand.",
  GetChange: "Whether new records have reached all name servers can't be asked, so new domains wait at that step.",
  GetExport: "What stages serve that were not deployed here can't be compared.",
  GetVpcLinks: "VPC links can't be offered in the route editor; they can still be typed.",
  ListFunctions: "Lambda functions can't be offered in the route editor; they can still be typed.",
  DeleteCertificate: 'Removing a domain stops at its last step, and its certificate stays.',
  CreateStage: "New stages can't be created.",
  CreateDeployment: 'Nothing can be deployed; stages keep serving what they serve.',
  UpdateStage: "Stages can't be rolled back or promoted, and their variables can't be changed.",
};

/** What will not work without a permission. */
export function withoutWords(feature: Feature, operation: string | null): string {
  return (operation === null ? undefined : narrower[operation]) ?? withoutFeature[feature];
}
