import type { Feature } from '@/lib/aws/iam/operations';

/** What each feature is called, and what is the case without its permissions. */
export const featureWords: Record<Feature, { title: string; without: string }> = {
  'watch-gateway': {
    title: 'See the gateway',
    without: "Routes, stages and deployments can't be read; pages show what was seen last, or nothing.",
  },
  'watch-domains': {
    title: 'See custom domain names and mappings',
    without: "Custom domain names and their mappings can't be read, so no domain can be followed.",
  },
  'watch-certificates': {
    title: 'See certificates',
    without: "Certificates can't be read: none can be chosen, and none is followed until it is issued.",
  },
  'watch-zones': {
    title: 'See Route 53 zones',
    without: "Zones and their records can't be read, so hostnames in your own zones can't be onboarded.",
  },
  'watch-back-ends': {
    title: 'See back ends',
    without: "VPC links and Lambda functions can't be offered in the route editor; they can still be typed.",
  },
  'onboard-domain': {
    title: 'Onboard a domain',
    without: 'New domains stop at the step that needs it; those that are live stay live.',
  },
  'change-mappings': {
    title: "Change a domain's mappings",
    without: "A domain's base paths can't be pointed at another stage.",
  },
  'switch-certificate': {
    title: "Switch a domain's certificate",
    without: "A live domain can't be given a new certificate; the one that it has keeps working.",
  },
  'remove-domain': {
    title: 'Remove a domain',
    without: 'Removing a tenant stops at the step that needs it; what is left has to be deleted by hand.',
  },
  'edit-routes': {
    title: 'Apply routes',
    without: 'Change sets that need it stop amid their run. Drafts and reviews work.',
  },
  deploy: {
    title: 'Deploy, roll back and promote',
    without: 'Stages keep serving what they serve.',
  },
  'test-route': {
    title: 'Test a route',
    without: "A method can't be run before it is deployed. Explaining a request works.",
  },
};

/** What is the case without a single permission, where that is narrower than its feature. */
const narrower: Record<string, string> = {
  RequestCertificate: "New certificates can't be requested; existing ones can be chosen.",
  CreateDomainName:
    "New custom domain names can't be created; hostnames under a wildcard that is there can be onboarded.",
  CreateBasePathMapping: "New domains can't be mapped to a stage.",
  ChangeResourceRecordSets: "Records in your own zones can't be written; they can be put there by hand.",
  GetChange: "Whether new records have reached all name servers can't be asked; they are looked up instead.",
  GetExport: "What stages serve that were not deployed here can't be compared.",
  GetVpcLinks: "VPC links can't be offered in the route editor; they can still be typed.",
  ListFunctions: "Lambda functions can't be offered in the route editor; they can still be typed.",
  DeleteCertificate: "Certificates of removed domains stay; they cost nothing, but count against ACM's quota.",
  CreateStage: "New stages can't be created.",
  CreateDeployment: 'Nothing can be deployed; stages keep serving what they serve.',
  UpdateStage: "Stages can't be rolled back or promoted, and their variables can't be changed.",
};

/** What will not work without a permission. */
export function withoutWords(feature: Feature, operation: string | null): string {
  return (operation === null ? undefined : narrower[operation]) ?? featureWords[feature].without;
}
